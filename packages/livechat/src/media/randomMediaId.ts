const signs = 'abcdefghijklmnopqrstuvwxyz0123456789';
// The most that is a multiple of 36: what is above would make some signs likelier than others.
const even = 252;

/**
 * A name for a session of media: 8 of `a` to `z` and `0` to `9`, at random. Short, for what is sent often names it each time.
 *
 * @example const media = randomMediaId();
 */
export function randomMediaId(): string {
  let id = '';
  while (id.length < 8) {
    for (const byte of crypto.getRandomValues(new Uint8Array(16)))
      if (byte < even && id.length < 8) id += signs.charAt(byte % signs.length);
  }
  return id;
}
