import { createHash, randomBytes } from 'node:crypto';
import type { AgentRef } from '@offhook/livechat';
import type { Clock } from '../../clock.js';
import { isObject } from '../http/isObject.js';
import type { SessionLog } from '../log/sessionLog.js';

/** Tokens of agents that are logged in. Kept with the log: they outlive a restart. */
export interface AgentTokens {
  issue(site: string, agent: AgentRef): Promise<string>;
  /** Whose token it is, while it holds. */
  agentOf(site: string, token: string | undefined): Promise<AgentRef | undefined>;
  forget(site: string, token: string | undefined): Promise<void>;
}

/** A working day, and the way home. */
const keptMs = 12 * 3_600_000;

/** Of a token only its hash is kept: who reads the store can't be an agent. */
export function agentTokens(log: SessionLog, clock: Clock): AgentTokens {
  const keyOf = (site: string, token: string): string =>
    `agent:${site}:${createHash('sha256').update(token).digest('base64url')}`;

  return {
    async issue(site, { id, name }) {
      const token = randomBytes(32).toString('base64url');
      const kept = JSON.stringify({ id, name, until: clock.now() + keptMs });
      await log.swap(keyOf(site, token), undefined, kept, keptMs);
      return token;
    },
    async agentOf(site, token) {
      if (token === undefined || token === '') return undefined;
      const raw = await log.value(keyOf(site, token));
      const kept: unknown = raw === undefined ? undefined : JSON.parse(raw);
      if (!isObject(kept)) return undefined;
      const { id, name, until } = kept;
      if (typeof id !== 'string' || typeof name !== 'string') return undefined;
      return typeof until === 'number' && clock.now() < until ? { id, name } : undefined;
    },
    async forget(site, token) {
      if (token === undefined) return;
      const key = keyOf(site, token);
      const raw = await log.value(key);
      if (raw !== undefined) await log.swap(key, raw, undefined, keptMs);
    },
  };
}
