/**
 * Whether a text is free of control characters: one with a line break would, somewhere, become a header, a frame of an event
 * stream or a line of a log of its own.
 */
export function isPlain(value: string): boolean {
  for (let index = 0; index < value.length; index += 1) {
    const code = value.charCodeAt(index);
    if (code < 0x20 || code === 0x7f) return false;
  }
  return true;
}
