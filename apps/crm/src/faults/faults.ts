import { type MiddlewareHandler } from 'hono';
import { ApiError } from '../http/apiError.js';
import { rawInput } from '../http/readRequest.js';
import type { FaultsRequest } from '../http/schemas.js';

/** What goes wrong in a session. */
export type FaultSettings = Omit<FaultsRequest, 'session'>;

/** Faults on purpose, so that tests see how an app copes. They end with the process. */
export interface Faults {
  /** Takes the place of all that were set before. */
  set(session: string, faults: FaultSettings): void;
  clear(session: string): void;
  /** Brings them on whatever comes after it. */
  readonly middleware: MiddlewareHandler;
}

export interface FaultsOptions {
  /** From 0 to less than 1. */
  readonly random: () => number;
  readonly wait: (ms: number) => Promise<void>;
}

const none: FaultSettings = { offline: false, failRate: 0, delayMs: 0 };

export function createFaults({ random, wait }: FaultsOptions): Faults {
  const bySession = new Map<string, FaultSettings>();
  return {
    set(session, faults) {
      bySession.set(session, faults);
    },
    clear(session) {
      bySession.delete(session);
    },
    async middleware({ req }, next) {
      const { offline, failRate, delayMs } = bySession.get(await sessionOf(rawInput(req))) ?? none;
      if (offline) throw new ApiError(503, 'offline', 'The CRM is offline.');
      if (delayMs > 0) await wait(delayMs);
      const luck = failRate > 0 ? random() : 1;
      const failure = new ApiError(500, 'failed', 'The CRM failed. Try again.');
      if (luck < failRate / 2) throw failure;
      await next();
      // All is done, and nobody hears of it.
      if (luck < failRate) throw failure;
    },
  };
}

/** Where the request doesn't say it well, it is refused later; until then it is in the usual one. */
async function sessionOf(input: Promise<object>): Promise<string> {
  const said = await input.catch((error: unknown) => {
    if (error instanceof ApiError) return {};
    throw error;
  });
  const session = 'session' in said ? said.session : undefined;
  return typeof session === 'string' && session !== '' ? session : 'demo';
}
