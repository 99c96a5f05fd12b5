/** The longest id of a message, in characters. */
const longestId = 128;

/** What is wrong with a message's id, or undefined. Ids that begin with a colon are the server's own. */
export function badId(id: string): string | undefined {
  if (id === '') return 'id: empty';
  if (id.length > longestId) return `id: longer than ${longestId} characters`;
  return id.startsWith(':') ? 'id: begins with a colon' : undefined;
}

/** What is wrong with a text's length, or undefined. */
export function tooLong(field: string, text: string, most: number): string | undefined {
  // A character has three bytes at most for each of its units.
  if (text.length * 3 <= most || Buffer.byteLength(text) <= most) return undefined;
  return `${field}: longer than ${most} bytes`;
}
