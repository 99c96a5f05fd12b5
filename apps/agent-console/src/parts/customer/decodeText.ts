/** A text as it was written, from the URL-encoded form of the records; what isn't encoded well stays as it is. */
export function decodeText(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
