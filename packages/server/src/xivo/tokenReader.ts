import { errors, jwtVerify } from 'jose';
import type { Clock } from '../clock.js';
import { decodeToken, type DecodedToken } from './decodeToken.js';
import { ServiceError } from './serviceError.js';
import { tokenKey, type Jwk } from './tokenKey.js';
import type { XivoClaims } from './xivoCall.js';

/** What a token said, and whether that was verified. */
export interface ReadToken {
  readonly claims: XivoClaims | undefined;
  readonly verified: boolean;
}

/** Reads tokens; throws a ServiceError `token-…` for one that is refused. */
export type TokenReader = (token: string | undefined) => ReadToken | Promise<ReadToken>;

const nobody: ReadToken = { claims: undefined, verified: false };
/** Clocks of two machines differ. */
const toleranceMs = 30_000;
/** An agent's token is the same for an hour of calls. So many agents are remembered. */
const mostTokens = 1_000;

function decode(token: string): DecodedToken {
  const decoded = decodeToken(token);
  if (decoded === undefined) throw new ServiceError('token-malformed', 'The token is no JSON web token.');
  return decoded;
}

const isOver = (seconds: unknown, now: number): boolean =>
  typeof seconds !== 'number' || seconds * 1_000 + toleranceMs <= now;

/** The document's tokens end at `expiresAt` and have no `exp`, which is all that a library knows of. One is needed. */
function checkTimes({ expiresAt, exp }: XivoClaims, now: number): void {
  const says = [expiresAt, exp].filter((seconds) => seconds !== undefined);
  if (says.length > 0 && !says.some((seconds) => isOver(seconds, now))) return;
  throw new ServiceError('token-expired', 'The token has expired, or doesn’t say when it does.');
}

function refusal(error: unknown): ServiceError {
  if (error instanceof errors.JWTExpired) return new ServiceError('token-expired', 'The token has expired.');
  return new ServiceError('token-signature', 'The token was not signed with the key of this service.');
}

/** What tokens said that were good, by the token. */
function remembered(): {
  get(token: string): ReadToken | undefined;
  keep(token: string, read: ReadToken): ReadToken;
} {
  const known = new Map<string, ReadToken>();
  return {
    get: (token) => known.get(token),
    keep(token, read) {
      if (known.size >= mostTokens) known.clear();
      known.set(token, read);
      return read;
    },
  };
}

/**
 * Tokens are decoded always, and verified when there is a key. Without one they prove nothing: whoever reaches the service can
 * write any claims. A signature is checked once a token; whether it has expired, each time.
 */
export function tokenReader(given: string | Jwk | undefined, clock: Clock): TokenReader {
  const known = remembered();
  if (given === undefined) {
    return (token) => {
      if (token === undefined || token === '') return nobody;
      return known.get(token) ?? known.keep(token, { claims: decode(token).claims, verified: false });
    };
  }
  const { key, algorithms } = tokenKey(given);

  async function verify(token: string): Promise<ReadToken> {
    const { header, claims, signed } = decode(token);
    if (!signed || String(header['alg']).toLowerCase() === 'none') {
      throw new ServiceError('token-unsigned', 'The token is not signed.');
    }
    const currentDate = new Date(clock.now());
    try {
      await jwtVerify(token, key, {
        algorithms: [...algorithms],
        currentDate,
        clockTolerance: toleranceMs / 1_000,
      });
    } catch (error) {
      throw refusal(error);
    }
    checkTimes(claims, clock.now());
    return known.keep(token, { claims, verified: true });
  }

  return (token) => {
    if (token === undefined || token === '')
      throw new ServiceError('token-missing', 'A token is needed here.');
    const read = known.get(token);
    if (read?.claims === undefined) return verify(token);
    checkTimes(read.claims, clock.now());
    return read;
  };
}
