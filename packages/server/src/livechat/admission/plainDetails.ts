/** Never kept: a secret, and what is worth nothing once it was checked. */
const dropped = new Set(['pAccessToken', 'eEnteredCaptcha', 'iat', 'exp']);
const most = 64;
const longest = 1_024;

const text = (value: unknown): string | undefined => {
  if (typeof value === 'string') return value.slice(0, longest);
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : undefined;
};

/**
 * The details as the agents see them (T-25 to T-48): texts, as they came; numbers and booleans as texts; the access token and the
 * captcha are left out. `vachatid` is the customer's `pKaiSid` where the session has none of its own (T-47).
 */
export function plainDetails(given: Readonly<Record<string, unknown>>): Readonly<Record<string, string>> {
  const details = new Map<string, string>();
  for (const [name, value] of Object.entries(given)) {
    const plain = text(value);
    if (plain === undefined || dropped.has(name) || details.size >= most || name.length > 64) continue;
    details.set(name, plain);
  }
  const assistant = details.get('pKaiSid');
  if (!details.has('vachatid') && assistant !== undefined) details.set('vachatid', assistant);
  return Object.fromEntries(details);
}

/** Whether a callback may be recorded when nobody can take the chat (T-46): `enable_autocb`, `false` unless given. */
export const asksForCallback = (given: Readonly<Record<string, unknown>>): boolean =>
  given['enable_autocb'] === true || given['enable_autocb'] === 'true';
