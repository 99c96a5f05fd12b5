import { jwtVerify, SignJWT } from 'jose';
import type { Clock } from './clock.js';

/** Signed texts that say who a request is of. What they say is no secret; that the bank said it is what counts. */
export interface Passes {
  sign(subject: string, lifeMs: number): Promise<string>;
  /** Of whom it is; nothing for one that is forged, too old, or was made for something else. */
  subjectOf(pass: string | undefined): Promise<string | undefined>;
}

const issuer = 'offhook-bank';
const algorithm = 'HS256';

/**
 * Passes for one purpose: one that was made for another is none.
 *
 * @param key 32 bytes, shared by all that read them
 */
export function passes(key: Uint8Array, purpose: 'session' | 'login', clock: Clock): Passes {
  return {
    sign(subject, lifeMs) {
      const now = Math.floor(clock.now() / 1_000);
      return new SignJWT()
        .setProtectedHeader({ alg: algorithm })
        .setIssuer(issuer)
        .setAudience(purpose)
        .setSubject(subject)
        .setIssuedAt(now)
        .setExpirationTime(now + Math.floor(lifeMs / 1_000))
        .sign(key);
    },
    async subjectOf(pass) {
      if (pass === undefined) return undefined;
      try {
        const { payload } = await jwtVerify(pass, key, {
          issuer,
          audience: purpose,
          algorithms: [algorithm],
          requiredClaims: ['sub', 'exp'],
          currentDate: new Date(clock.now()),
        });
        return payload.sub;
      } catch {
        return undefined;
      }
    },
  };
}
