/** Puts a user's own values, URI-encoded, for the variables of `THIRD_PARTY_LOGIN_URL`, wherever they stand. */
export function loginUrl(
  template: string,
  values: { readonly login: string; readonly token: string; readonly xivocchost: string },
): string {
  return template.replace(/%\{(login|token|xivocchost)\}/g, (_whole, name: keyof typeof values) =>
    encodeURIComponent(values[name]),
  );
}
