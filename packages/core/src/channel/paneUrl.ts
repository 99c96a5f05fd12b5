/** An address that a pane may have, or why it may not. */
export type PaneUrl =
  | { readonly url: string; readonly refused?: undefined }
  | { readonly url?: undefined; readonly refused: string };

/** The page's own address; none on a server. */
const pageAddress = (): string | undefined => (typeof location === 'undefined' ? undefined : location.href);

/** Resolves an address, and refuses what isn't http(s), carries credentials or is of no origin that is allowed. */
export function paneUrl(given: string, base: string | undefined, origins: readonly string[]): PaneUrl {
  const from = base ?? pageAddress();
  if (!URL.canParse(given, from)) return { refused: 'This is no address.' };
  const { protocol, username, password, origin, href } = new URL(given, from);
  if (!/^https?:$/.test(protocol)) return { refused: `A pane’s address is http or https, not ${protocol}` };
  if (username + password !== '') return { refused: 'A pane’s address holds no credentials.' };
  return origins.includes(origin)
    ? { url: href }
    : { refused: `${origin} is not among the origins of panes.` };
}

/** What a program is called; a script in the guise of an address is none. */
export const programUrl = (given: string): PaneUrl =>
  /^\s*(javascript|data|vbscript):|\p{Cc}/iu.test(given) || given.trim() === ''
    ? { refused: 'This is no program.' }
    : { url: given };
