import type { Contact } from '@offhook/core';
import { pause } from '../host/pause.js';
import type { EngineLink } from '../host/protocol.js';
import { encodeContacts } from '../record/encodeContacts.js';

/** So many contacts are encoded between two looks at the clock: a fraction of a millisecond. */
const batchSize = 128;

/** The first batches are smaller: code that has not run yet takes many times as long. */
const firstBatchSize = 16;

/** Milliseconds that the feeding takes of the page's thread at a time. */
const sliceBudget = 2;

/** So many batches may be on their way: enough that the worker never waits, and few enough for little memory. */
const mostUnanswered = 32;

/** Hands contacts to whoever holds them, in slices that leave the page its turns. */
export interface Feeder {
  /** How many contacts were handed over. */
  readonly fed: number;
  /** How many are handed over together: who makes them one after another hands over as many. */
  readonly batchSize: number;
  feed(contacts: readonly Contact[]): Promise<void>;
  /** Resolves when all that was handed over is read. */
  drained(): Promise<void>;
}

export function createFeeder(link: EngineLink, signal: AbortSignal, told: (fed: number) => void): Feeder {
  const unanswered: Promise<unknown>[] = [];
  let fed = 0;
  let size = firstBatchSize;
  let sliceEnd = 0;

  const send = async (answer: Promise<unknown>, count: number): Promise<void> => {
    // Whoever waits for it is told; until then it is no unhandled rejection.
    answer.catch(() => undefined);
    unanswered.push(answer);
    fed += count;
    size = Math.min(size * 2, batchSize);
    if (unanswered.length > mostUnanswered) await unanswered.shift();
    if (performance.now() < sliceEnd) return;
    told(fed);
    await pause();
    signal.throwIfAborted();
    sliceEnd = performance.now() + sliceBudget;
  };

  return {
    get fed() {
      return fed;
    },
    get batchSize() {
      return size;
    },
    async feed(contacts) {
      for (let from = 0; from < contacts.length;) {
        const to = runEnd(contacts, from, size);
        if (contacts[from].deleted === true) {
          const ids = contacts.slice(from, to).map(({ id }) => id);
          await send(link.request('remove', { ids, source: contacts[from].source }), to - from);
        } else {
          await send(link.request('add', { records: encodeContacts(contacts, from, to) }), to - from);
        }
        from = to;
      }
    },
    async drained() {
      await Promise.all(unanswered.splice(0));
    },
  };
}

/** Where the contacts end that are handed over together: some that are there, or deleted ones of one source. */
function runEnd(contacts: readonly Contact[], from: number, most: number): number {
  const { deleted, source } = contacts[from];
  const last = Math.min(from + most, contacts.length);
  let to = from + 1;
  if (deleted === true)
    while (to < last && contacts[to].deleted === true && contacts[to].source === source) to += 1;
  else while (to < last && contacts[to].deleted !== true) to += 1;
  return to;
}
