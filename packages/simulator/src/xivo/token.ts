import { createHmac } from 'node:crypto';
import { account } from './account.js';

/** The simulator's own key. A service under test may verify tokens with it; it is no secret. */
export const TOKEN_KEY = 'offhook-simulator-key-that-is-no-secret';

const LIFETIME_S = 3600;

/** A user's token, and until when it serves, in seconds since 1970. */
export interface Token {
  readonly text: string;
  readonly expiresAt: number;
}

const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/** A JWT (HS256) with the claims of the vendor's sample; its times are whole seconds. */
export function createToken(now: number): Token {
  const issuedAt = Math.floor(now / 1000);
  const expiresAt = issuedAt + LIFETIME_S;
  const signed = `${part({ typ: 'JWT', alg: 'HS256' })}.${part({
    login: account.login,
    expiresAt,
    issuedAt,
    userType: 'cti',
    acls: ['alias.ctiuser'],
    softwareType: 'webBrowser',
  })}`;
  const signature = createHmac('sha256', TOKEN_KEY).update(signed).digest('base64url');
  return { text: `${signed}.${signature}`, expiresAt };
}
