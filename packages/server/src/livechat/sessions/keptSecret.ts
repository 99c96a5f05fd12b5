import { randomBytes } from 'node:crypto';
import type { SessionLog } from '../log/sessionLog.js';

/** Gives the secret that tokens are made with. */
export type SecretOf = () => Promise<string>;

/**
 * The secret that was given; else one that is made once and kept with the log, so that it is the same after a restart and on
 * each node.
 *
 * @throws TypeError for one that is too short
 */
export function keptSecret(given: string | undefined, log: SessionLog): SecretOf {
  if (given !== undefined) {
    if (given.length < 32) throw new TypeError('The secret has to have 32 characters at least.');
    return () => Promise.resolve(given);
  }
  let found: string | undefined;
  return async () => {
    while (found === undefined) {
      found = await log.value('secret');
      const made = randomBytes(32).toString('base64url');
      if (found === undefined && (await log.swap('secret', undefined, made, Infinity))) found = made;
    }
    return found;
  };
}
