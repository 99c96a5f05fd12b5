import type { Clock, Cancel } from '../clock.js';
import type { Frame } from '../frame.js';
import type { Ids } from '../ids.js';

/** How the host answered a request. */
export interface RequestOutcome {
  readonly answered: boolean;
  /** The answer came after the deadline: the vendor has stopped listening and drops it. */
  readonly late?: true;
  readonly response?: unknown;
  /** From request to answer, or to giving up. */
  readonly ms: number;
}

/** Asks the host and matches answers by `responseId` alone, as the vendor does. */
export interface RequestDesk {
  /** `watchMs` more after the deadline only to learn that an answer came late. */
  ask(path: string, body: unknown, deadlineMs: number, watchMs?: number): Promise<RequestOutcome>;
  respond(responseId: unknown, response: unknown): void;
  close(): void;
}

interface Pending {
  readonly askedAt: number;
  readonly deadlineAt: number;
  settle(outcome: RequestOutcome): void;
}

export function createRequestDesk(options: {
  clock: Clock;
  ids: Ids;
  post: (frame: Frame) => void;
}): RequestDesk {
  const { clock, ids, post } = options;
  const waiting = new Map<string, Pending>();

  return {
    ask(path, body, deadlineMs, watchMs = 0) {
      return new Promise((resolve) => {
        const requestId = ids.uuid();
        const askedAt = clock.now();
        const giveUp: Cancel = clock.after(deadlineMs + watchMs, () =>
          settle({ answered: false, ms: clock.now() - askedAt }),
        );
        function settle(outcome: RequestOutcome) {
          waiting.delete(requestId);
          giveUp();
          resolve(outcome);
        }
        waiting.set(requestId, { askedAt, deadlineAt: askedAt + deadlineMs, settle });
        post({ type: 'rc-post-message-request', requestId, path, ...(body === undefined ? {} : { body }) });
      });
    },
    respond(responseId, response) {
      const pending = typeof responseId === 'string' ? waiting.get(responseId) : undefined;
      if (!pending) return;
      const now = clock.now();
      const late = now > pending.deadlineAt ? ({ late: true } as const) : {};
      pending.settle({ answered: true, ...late, response, ms: now - pending.askedAt });
    },
    close() {
      for (const pending of [...waiting.values()]) {
        pending.settle({ answered: false, ms: clock.now() - pending.askedAt });
      }
    },
  };
}

/** The part of the answer that the vendor uses; undefined when there is none, or it came too late. */
export function dataOf(outcome: RequestOutcome): unknown {
  if (!outcome.answered || outcome.late) return undefined;
  const { response } = outcome;
  return typeof response === 'object' && response !== null && 'data' in response ? response.data : undefined;
}
