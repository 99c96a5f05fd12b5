import { CompactEncrypt } from 'jose';

/** The key that the bank's web server and the chat share in tests. */
export const sharedKey = new Uint8Array(Buffer.alloc(32, 7));

/** Encrypts as the bank's web server would, unless told otherwise. */
export function seal(
  payload: object | string,
  { key = sharedKey, alg = 'dir', enc = 'A256GCM' }: { key?: Uint8Array; alg?: string; enc?: string } = {},
): Promise<string> {
  const bytes = new TextEncoder().encode(typeof payload === 'string' ? payload : JSON.stringify(payload));
  return new CompactEncrypt(bytes).setProtectedHeader({ alg, enc }).encrypt(key);
}
