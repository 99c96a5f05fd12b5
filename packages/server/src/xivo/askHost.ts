import type { Clock } from '../clock.js';
import type { AnswerFailure, ServiceMetrics } from '../metrics/serviceMetrics.js';
import { answerText, none, type AnswerText } from './answerText.js';
import { describe, type Log } from './serviceLog.js';

const late = Symbol('late');

/** A promise, of whatever library. */
const isThenable = (value: unknown): value is PromiseLike<unknown> =>
  typeof value === 'object' && value !== null && 'then' in value && typeof value.then === 'function';

/** Settles with the work, or after `ms` with {@link late}; then `onLate` tells the work to stop. */
function within<T>(work: Promise<T>, ms: number, clock: Clock, onLate: () => void): Promise<T | typeof late> {
  return new Promise((resolve, reject) => {
    const stop = clock.setTimeout(() => {
      resolve(late);
      onLate();
    }, ms);
    work.then(resolve, reject).finally(stop);
  });
}

/** A signal that is made when somebody asks for it: most answers are there at once, and nobody does. */
function lazySignal(): { readonly signal: AbortSignal; abort(): void } {
  let controller: AbortController | undefined;
  let aborted = false;
  return {
    get signal() {
      controller ??= new AbortController();
      if (aborted) controller.abort();
      return controller.signal;
    },
    abort() {
      aborted = true;
      controller?.abort();
    },
  };
}

/** Asks the host's code, within its time. */
export type AskHost = (
  ask: (signal: { readonly signal: AbortSignal }) => unknown,
  about: { readonly channel: string; readonly callId: string; readonly token: string | undefined },
) => AnswerText | Promise<AnswerText>;

/**
 * The host's answer, checked, or `none` with a line in the log: whatever goes wrong in the host's code, an agent whose phone
 * rings isn't kept waiting and sees no error.
 */
export function askHost(options: {
  budgetMs: number;
  clock: Clock;
  log: Log;
  metrics: ServiceMetrics;
}): AskHost {
  const { budgetMs, clock, log, metrics } = options;

  return (ask, { token, ...about }) => {
    const fail = (code: AnswerFailure, error?: string): AnswerText => {
      metrics.failed(code);
      log({
        level: 'error',
        event: 'answer',
        route: 'call',
        code,
        ...about,
        ...(error !== undefined && { error }),
      });
      return none;
    };
    const check = (given: unknown): AnswerText => {
      if (given === late) return fail('budget', `no answer within ${budgetMs} ms`);
      const text = answerText(given);
      return 'wrong' in text ? fail('invalid', `wrong in the answer: ${text.wrong}`) : text;
    };
    const lazy = lazySignal();
    try {
      const given = ask(lazy);
      if (!isThenable(given)) return check(given);
      return within(Promise.resolve(given), budgetMs, clock, lazy.abort).then(check, (error: unknown) =>
        fail('threw', describe(error, token)),
      );
    } catch (error) {
      return fail('threw', describe(error, token));
    }
  };
}
