/** What an app sent, to be read by people: a text as it is, anything else as JSON. */
export function appText(data: unknown): string {
  if (typeof data === 'string') return data;
  return data === undefined ? '' : JSON.stringify(data, null, 2);
}
