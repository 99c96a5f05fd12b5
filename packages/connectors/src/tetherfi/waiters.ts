import { OffhookError, type Clock } from '@offhook/core';
import type { VendorEvent } from './vendorEvent.js';

/** Looks at an event, or without one at how things stand, and makes something of it. */
type Match<T> = (event: VendorEvent | undefined) => T | undefined;

/** Hopes for an event of the vendor's, which answers by events alone. */
export interface Waiters {
  /**
   * Resolves with what `match` makes of the first event that it knows; rejects with `timeout` and `late` after `ms`, and
   * with `aborted` when it is given up.
   */
  until<T>(match: Match<T>, ms: number, late: string, signal?: AbortSignal): Promise<T>;
  tell(event: VendorEvent): void;
  /** Something else changed than what an event tells. */
  look(): void;
  close(): void;
}

interface Waiter {
  see(event: VendorEvent | undefined): void;
  give(error: OffhookError): void;
}

const given = (): OffhookError => new OffhookError('aborted', 'The chat was closed.');

export function createWaiters(clock: Clock): Waiters {
  const waiting = new Set<Waiter>();

  function see(event: VendorEvent | undefined): void {
    for (const each of [...waiting]) each.see(event);
  }

  return {
    until: (match, ms, late, signal) =>
      new Promise((resolve, reject) => {
        const abort = (): void => waiter.give(given());
        const end = (): void => {
          cancel();
          signal?.removeEventListener('abort', abort);
          waiting.delete(waiter);
        };
        const waiter: Waiter = {
          see(event) {
            const found = match(event);
            if (found === undefined) return;
            end();
            resolve(found);
          },
          give(error) {
            end();
            reject(error);
          },
        };
        const cancel = clock.setTimeout(() => waiter.give(new OffhookError('timeout', late)), ms);
        waiting.add(waiter);
        signal?.addEventListener('abort', abort);
        if (signal?.aborted) abort();
      }),
    tell: see,
    look: () => see(undefined),
    close() {
      for (const each of [...waiting]) each.give(given());
    },
  };
}
