const texts = new WeakMap<object, string>();

/**
 * A frame as JSON. A frame goes to many as the same object: its text is made once.
 *
 * @example
 * socket.send(frameText(frame));
 */
export function frameText(frame: object): string {
  const known = texts.get(frame);
  if (known !== undefined) return known;
  const text = JSON.stringify(frame);
  texts.set(frame, text);
  return text;
}
