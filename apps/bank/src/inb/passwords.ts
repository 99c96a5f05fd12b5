import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';

const length = 32;
const form = /^([\w-]{22})\.([\w-]{43})$/;

const derive = (password: string, salt: Buffer): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    scrypt(password, salt, length, (error, key) => (error ? reject(error) : resolve(key)));
  });

/** What is kept of a password: a salt, and what scrypt makes of both. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  return `${salt.toString('base64url')}.${(await derive(password, salt)).toString('base64url')}`;
}

/** Of no password: compared with where there is no customer, so that the time tells nobody which numbers there are. */
export const decoyHash = `${'A'.repeat(22)}.${'A'.repeat(43)}`;

export async function checkPassword(password: string, hash: string): Promise<boolean> {
  const [, salt = '', expected = ''] = form.exec(hash) ?? [];
  if (salt === '') return false;
  const made = await derive(password, Buffer.from(salt, 'base64url'));
  return timingSafeEqual(made, Buffer.from(expected, 'base64url'));
}
