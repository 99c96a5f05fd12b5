import { createHmac, randomBytes } from 'node:crypto';
import type { Clock } from '../../clock.js';
import { sameText } from '../http/constantTime.js';
import { isObject } from '../http/isObject.js';
import type { SessionLog } from '../log/sessionLog.js';
import type { SecretOf } from './keptSecret.js';

/** A web session's token, which every request that changes something has to show (P-1). */
export interface Tokens {
  /** The token: the same one while it holds. */
  issue(site: string, web: string): Promise<{ readonly token: string; readonly expiresAt: number }>;
  /** Whether it is this session's, and holds. */
  holds(site: string, web: string, token: string | undefined): Promise<boolean>;
  /** A chat has been started: the token lives as long as the chat. */
  began(site: string, web: string): Promise<void>;
  /** A chat is over: with the last one the token is spent. */
  ended(site: string, web: string): Promise<void>;
}

/** What they stand on. */
export interface TokenParts {
  readonly log: SessionLog;
  readonly clock: Clock;
  readonly secret: SecretOf;
  /** Whether the web session has a chat that goes on. */
  isLive(site: string, web: string): Promise<boolean>;
}

/** Kept: what the token is made of, never the token itself. */
interface Kept {
  readonly nonce: string;
  /** Until when it holds when no chat begins; milliseconds since 1970. */
  readonly until: number;
  readonly begun: boolean;
}

const beforeStartMs = 600_000;
/** No chat goes on for longer; of those that do, the page asks for a new token. */
const keptMs = 30 * 86_400_000;

function parse(raw: string | undefined): Kept | undefined {
  if (raw === undefined) return undefined;
  const value = JSON.parse(raw) as unknown;
  if (!isObject(value) || typeof value['nonce'] !== 'string' || typeof value['until'] !== 'number')
    return undefined;
  return { nonce: value['nonce'], until: value['until'], begun: value['begun'] === true };
}

/**
 * Tokens of 256 bits, kept with the log: they outlive a restart, and all nodes know them. Ten minutes before a start, then for as
 * long as the chat; another one after its end.
 */
export function tokens({ log, clock, secret, isLive }: TokenParts): Tokens {
  const keyOf = (site: string, web: string): string => `token:${site}:${web}`;
  const make = async (site: string, web: string, nonce: string): Promise<string> =>
    createHmac('sha256', await secret())
      .update(`token|${site}|${web}|${nonce}`)
      .digest('base64url');

  async function isSpent(kept: Kept, site: string, web: string): Promise<boolean> {
    return kept.begun ? !(await isLive(site, web)) : clock.now() >= kept.until;
  }

  return {
    async issue(site, web) {
      const key = keyOf(site, web);
      for (;;) {
        const raw = await log.value(key);
        const kept = parse(raw);
        if (kept !== undefined && !(await isSpent(kept, site, web))) {
          const expiresAt = kept.begun ? clock.now() + beforeStartMs : kept.until;
          return { token: await make(site, web, kept.nonce), expiresAt };
        }
        const nonce = randomBytes(32).toString('base64url');
        const until = clock.now() + beforeStartMs;
        const next = JSON.stringify({ nonce, until, begun: false });
        // Two tabs that ask at once get one token: whoever is second looks again.
        if (await log.swap(key, raw, next, keptMs))
          return { token: await make(site, web, nonce), expiresAt: until };
      }
    },
    async holds(site, web, token) {
      if (token === undefined) return false;
      const kept = parse(await log.value(keyOf(site, web)));
      if (kept === undefined) return false;
      return sameText(await make(site, web, kept.nonce), token) && !(await isSpent(kept, site, web));
    },
    async began(site, web) {
      const key = keyOf(site, web);
      for (;;) {
        const raw = await log.value(key);
        const kept = parse(raw);
        if (kept === undefined || kept.begun) return;
        if (await log.swap(key, raw, JSON.stringify({ ...kept, begun: true }), keptMs)) return;
      }
    },
    async ended(site, web) {
      const key = keyOf(site, web);
      const raw = await log.value(key);
      if (parse(raw)?.begun === true && !(await isLive(site, web)))
        await log.swap(key, raw, undefined, keptMs);
    },
  };
}
