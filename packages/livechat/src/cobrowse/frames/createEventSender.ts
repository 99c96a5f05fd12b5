import type { Clock } from '../../boot/env.js';
import type { Signal } from '../../wire/signal.js';
import { eventTypes, type GuardedEvent } from '../privacy/createGuard.js';
import { compact, type SentEvent } from './compact.js';
import { toFrames } from './toFrames.js';

export interface SenderOptions {
  readonly clock: Clock;
  /** False when it was lost. */
  send(signal: Signal): boolean;
  /** Bytes that wait in the socket. */
  buffered(): number;
  /** Makes the recorder tell the whole page, at once, through `push`. */
  takeWhole(): void;
  /** Whether the control of that id is a radio button or a checkbox. */
  checkable(id: unknown): boolean;
}

/** Sends what a page's recording tells. */
export interface EventSender {
  push(event: GuardedEvent): void;
  /** Asks for the whole page: at once, or as soon as the last is half a second ago. */
  whole(): void;
  stop(): void;
}

const batchMs = 25;
const wholeEveryMs = 500;
const bufferedMost = 256_000;
const drainedMost = 32_000;
const drainMs = 100;

/**
 * Batches events, numbers their frames, and sends none into a line that is full or gone: what was left out is made good by the
 * whole page.
 */
export function createEventSender({
  clock,
  send,
  buffered,
  takeWhole,
  checkable,
}: SenderOptions): EventSender {
  let startedAt: number | undefined;
  let pending: SentEvent[] = [];
  let number = 0;
  let lastWhole: number | undefined;
  /** What is sent makes no sense to the agent until the whole page has come. */
  let broken = false;
  let stopped = false;
  let batch: (() => void) | undefined;
  let later: (() => void) | undefined;

  const flush = (): void => {
    batch?.();
    batch = undefined;
    const events = pending;
    pending = [];
    if (stopped || broken || events.length === 0) return;
    if (buffered() > bufferedMost) {
      broken = true;
      wait(drainMs, drain);
      return;
    }
    for (const frame of toFrames(events, () => (number += 1))) {
      if (send(frame)) continue;
      broken = true;
      return;
    }
  };
  const wait = (ms: number, does: () => void): void => {
    later ??= clock.setTimeout(() => {
      later = undefined;
      does();
    }, ms);
  };
  const drain = (): void => {
    if (buffered() > drainedMost) wait(drainMs, drain);
    else whole();
  };
  const whole = (): void => {
    if (stopped) return;
    const since = lastWhole === undefined ? wholeEveryMs : clock.monotonic() - lastWhole;
    if (since < wholeEveryMs) {
      wait(wholeEveryMs - since, whole);
      return;
    }
    if (buffered() > bufferedMost) {
      broken = true;
      wait(drainMs, drain);
      return;
    }
    lastWhole = clock.monotonic();
    pending = [];
    takeWhole();
    flush();
  };

  return {
    push(event) {
      if (stopped) return;
      if (event.type === eventTypes.meta) {
        pending = [];
        number = 0;
        broken = false;
      }
      startedAt ??= event.timestamp;
      pending.push(compact(event, startedAt, checkable));
      batch ??= clock.setTimeout(flush, batchMs);
    },
    whole,
    stop() {
      stopped = true;
      batch?.();
      later?.();
    },
  };
}
