import { createHmac } from 'node:crypto';
import type { XivoClaims } from '../xivo/xivoCall.js';

const encode = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/** What signs the tokens of tests. */
export const tokenSecret = 'a secret of the tests, which is long enough';

/** Where the samples' time is. */
export const sampleNow = Date.UTC(2026, 0, 5, 9);

const seconds = sampleNow / 1_000;

/** The claims of an agent's token, with the names that the vendor uses. */
export const sampleClaims: XivoClaims = {
  login: 'ada',
  expiresAt: seconds + 3_600,
  issuedAt: seconds,
  userType: 'cti',
  acls: ['alias.ctiuser'],
  softwareType: 'webBrowser',
};

/** A token, signed as asked. */
export function signedToken(
  claims: XivoClaims = sampleClaims,
  { secret = tokenSecret, header = { typ: 'JWT', alg: 'HS256' } }: { secret?: string; header?: object } = {},
): string {
  const body = `${encode(header)}.${encode(claims)}`;
  return `${body}.${createHmac('sha256', secret).update(body).digest('base64url')}`;
}

/** A token with nothing where the signature is. */
export const unsignedToken = (header: object = { alg: 'none' }): string =>
  `${encode(header)}.${encode(sampleClaims)}.`;

/** What an agent desktop sends, for tests to change. */
export function sampleRequest(
  changes: Record<string, unknown> = {},
  user: Record<string, unknown> = {},
): Record<string, unknown> {
  return {
    user: {
      userId: 7,
      agentId: 12,
      firstName: 'Ada',
      lastName: 'Lovelace',
      fullName: 'Ada Lovelace',
      token: signedToken(),
      ...user,
    },
    callee: '2001',
    caller: '0123456789',
    userData: { SIPCALLID: '4b6c' },
    callDataCallId: '1767603600.1',
    queue: { id: 3, name: 'sales', displayName: 'Sales', number: '4000' },
    ...changes,
  };
}
