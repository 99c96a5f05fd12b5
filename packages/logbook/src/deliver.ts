import { OffhookError, type Answer, type Ask, type HandlerName, type LogContext } from '@offhook/core';
import { defer, isObservable, lastValueFrom, Observable, takeUntil } from 'rxjs';
import { entryOf } from './entryOf.js';
import type { Files } from './files.js';
import type { OutboxEntry } from '@offhook/tabs';
import type { LogRecord } from './record.js';

/** How long the host may take for one write, in milliseconds. */
const patience = 30_000;

/** Gives an entry to the host's handler; rejects where that fails, so that the outbox tries again. */
export type Deliver = (entry: OutboxEntry<LogRecord>, signal: AbortSignal) => Promise<void>;

export function createDeliver({ provide, clock, failed }: LogContext, files: Files): Deliver {
  /** What was told of: a run of failures is told once, and so is a write that fails again and again. */
  const failing = new Set<HandlerName>();
  const told = new Set<string>();

  return async ({ id, key, value }, signal) => {
    const handler: HandlerName = value.type === 'call' ? 'callLog.write' : 'messageLog.write';
    const giveUp = new AbortController();
    const stop = (): void => giveUp.abort(signal.reason);
    if (signal.aborted) stop();
    signal.addEventListener('abort', stop);
    const timeout = new OffhookError('timeout', `Your handler ${handler} took more than ${patience} ms.`);
    const takeBack = clock.setTimeout(() => giveUp.abort(timeout), patience);
    const ask: Ask = {
      connector: value.connector,
      signal: giveUp.signal,
      deadline: clock.now() + patience,
    };
    try {
      const entry = entryOf(value, key, id, files);
      await answered(
        () =>
          'messages' in entry
            ? given(provide.messageLog, handler).write(entry, ask)
            : given(provide.callLog, handler).write(entry, ask),
        giveUp.signal,
      );
      const had = 'messages' in entry ? entry.messages.flatMap((each) => each.attachments) : entry.recordings;
      files.take(value.connector, had);
      failing.delete(handler);
      told.delete(id);
    } catch (cause) {
      // Closing is nobody's failure.
      if (!signal.aborted && !told.has(id)) {
        told.add(id);
        const message = `Your handler ${handler} failed; the entry is kept, and tried again. See the cause.`;
        if (!failing.has(handler)) failed(handler, new OffhookError('handler-failed', message, { cause }));
        failing.add(handler);
      }
      throw cause;
    } finally {
      takeBack();
      signal.removeEventListener('abort', stop);
    }
  };
}

function given<T>(log: T | undefined, handler: HandlerName): T {
  if (!log) throw new OffhookError('not-supported', `Give createOffhook provide.${handler} for this.`);
  return log;
}

/** The answer, which may be an Observable without a value; fails with the signal. */
const answered = (answer: () => Answer<unknown>, signal: AbortSignal): Promise<unknown> =>
  lastValueFrom(
    defer(() => {
      const given = answer();
      return isObservable(given) ? given : Promise.resolve(given);
    }).pipe(takeUntil(aborted(signal))),
    { defaultValue: undefined },
  );

const aborted = (signal: AbortSignal): Observable<never> =>
  new Observable((subscriber) => {
    const stop = (): void => subscriber.error(signal.reason);
    if (signal.aborted) return stop();
    signal.addEventListener('abort', stop);
    return () => signal.removeEventListener('abort', stop);
  });
