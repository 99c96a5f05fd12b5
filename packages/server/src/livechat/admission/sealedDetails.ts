import { createHash } from 'node:crypto';
import { compactDecrypt } from 'jose';
import type { Clock } from '../../clock.js';
import { isObject } from '../http/isObject.js';
import type { SessionLog } from '../log/sessionLog.js';

/** What was in encrypted details. */
export interface Opened {
  readonly details: Readonly<Record<string, unknown>>;
  /** Takes them once and for all: `false` when somebody has before (P-2). */
  take(): Promise<boolean>;
}

/** Opens encrypted details; nothing where they are none, of another key, or out of date. */
export type Unseal = (sealed: string) => Promise<Opened | undefined>;

/** The longest that details are good for, in seconds. */
const longest = 300;
/** How far the two machines' clocks may be apart, in seconds. */
const skew = 30;

const isTime = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value);

/** The bytes count, not the text: the same bytes can be written in more than one way. */
function fingerprint(sealed: string): string {
  const hash = createHash('sha256');
  for (const part of sealed.split('.').slice(2)) hash.update(Buffer.from(part, 'base64url')).update('.');
  return hash.digest('base64url');
}

/**
 * Customer details that the bank's web server encrypted (P-2, T-204): compact JWE, `dir` and `A256GCM` with a shared key of 32
 * bytes; `iat`, and an `exp` five minutes later at most.
 */
export function sealedDetails(key: Uint8Array, log: SessionLog, clock: Clock): Unseal {
  if (key.byteLength !== 32) throw new TypeError('The key for encrypted details has to have 32 bytes.');
  return async (sealed) => {
    let value: unknown;
    try {
      const { plaintext } = await compactDecrypt(sealed, key, {
        keyManagementAlgorithms: ['dir'],
        contentEncryptionAlgorithms: ['A256GCM'],
        maxDecompressedLength: 0,
      });
      value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(plaintext)) as unknown;
    } catch {
      return undefined;
    }
    if (!isObject(value)) return undefined;
    const { iat, exp, ...details } = value;
    const now = clock.now() / 1_000;
    if (!isTime(iat) || !isTime(exp)) return undefined;
    if (exp - iat > longest || exp <= now || iat > now + skew) return undefined;
    const left = (exp - now) * 1_000 + skew * 1_000;
    return {
      details,
      take: () => log.swap(`sealed:${fingerprint(sealed)}`, undefined, '1', left),
    };
  };
}
