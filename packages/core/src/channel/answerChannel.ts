import { OffhookError } from '../model/error.js';
import type { EventBody } from '../model/event.js';
import type { HandlerName } from '../model/handlerName.js';
import type { Clock } from '../ports/clock.js';
import type { Answer, Ask } from '../ports/provide.js';

/** What answering needs. */
export interface AnswerChannelOptions {
  readonly clock: Clock;
  /** Who asks: the connector's id. */
  readonly connector: string;
  /** Puts the answer to one request on the wire. */
  readonly post: (id: string, response: unknown) => void;
  /** Told of each request, and of handlers that fail or are late. */
  readonly tell: (events: readonly RequestEvent[]) => void;
}

type RequestEvent = Extract<EventBody, { type: 'error' | `request.${string}` }>;

/** One request of the other side, and how it is to be answered. */
export interface InboundRequest<T> {
  /** The request's id, which the answer carries. */
  readonly id: string;
  readonly handler: HandlerName;
  /** How long the other side listens for the answer, in milliseconds. */
  readonly timeoutMs: number;
  /** Calls the host's handler. */
  readonly ask: (ask: Ask) => Answer<T>;
  /** The answer that goes on the wire; without a value the other side's empty one. Throws for what is no answer. */
  readonly respond: (value: T | undefined) => unknown;
  /**
   * Adds up the values of an Observable. With it the handler may go on after the deadline, five times as long in all,
   * and `rest` is told of all that it found when it is done, so that the other side can be made to ask again.
   */
  readonly add?: (found: T, more: T) => T;
  readonly rest?: (found: T) => void;
}

/** The other direction of `requestChannel`: answers what the other side asks, exactly once and in time. */
export interface AnswerChannel {
  answer<T>(request: InboundRequest<T>): void;
  /** Gives up all that is under way. */
  close(): void;
}

/** How many deadlines a handler may take whose late answer is still of use. */
const patience = 5;

/** How long before the deadline an answer goes out, so that it arrives: a hidden tab's timers are late by a second. */
const marginOf = (timeoutMs: number): number => Math.min(1_500, Math.max(250, timeoutMs / 10));

const has = <K extends string>(value: unknown, key: K): value is Record<K, unknown> =>
  typeof value === 'object' && value !== null && key in value;

/**
 * Answers requests through the host's handlers. The other side always gets one valid answer in time: what the handler
 * gave, or shortly before the deadline what it has found so far, or the empty one. A handler that throws, gives
 * garbage or is late is told of; what it gives later is not sent.
 *
 * @example
 * const answers = answerChannel({ clock, connector: 'acme', post: (id, response) => channel.send({ id, response }), tell: emit });
 * answers.answer({ id, handler: 'contacts.search', timeoutMs: 3_000, ask: (ask) => search(text, ask), respond: (found = []) => found.map(toWire) });
 */
export function answerChannel({ clock, connector, post, tell }: AnswerChannelOptions): AnswerChannel {
  const underWay = new Map<string, () => void>();
  let closed = false;

  function answer<T>({ id, handler, timeoutMs, ask, respond, add, rest }: InboundRequest<T>): void {
    // Asked twice under one id: one answer serves both.
    if (closed || underWay.has(id)) return;
    const giveUp = new AbortController();
    const { signal } = giveUp;
    const begun = clock.monotonic();
    const ends: (() => void)[] = [() => underWay.delete(id), () => giveUp.abort()];
    let found: { readonly value: T } | undefined;
    let sent = false;

    const event = (type: `request.${'received' | 'answered' | 'late' | 'failed'}`): RequestEvent => ({
      type,
      handler,
      ms: clock.monotonic() - begun,
    });

    function finish(): void {
      for (const end of ends) end();
    }

    function send(type: 'request.answered' | 'request.late'): void {
      try {
        // What can't be put on the wire is garbage, too.
        post(id, respond(found?.value));
      } catch (error) {
        fail(error);
        return;
      }
      sent = true;
      tell([event(type)]);
    }

    function fail(cause: unknown): void {
      if (signal.aborted) return;
      finish();
      if (!sent) post(id, respond(undefined));
      const message = `Your handler ${handler} failed, and the vendor got an empty answer. See the cause.`;
      const error = new OffhookError('handler-failed', message, { cause });
      tell([event('request.failed'), { type: 'error', handler, error }]);
    }

    function take(value: T): void {
      if (!signal.aborted) found = { value: found && add ? add(found.value, value) : value };
    }

    function done(): void {
      if (signal.aborted) return;
      if (!sent) send('request.answered');
      else if (found) rest?.(found.value);
      finish();
    }

    function follow(given: Answer<T>): void {
      if (has(given, 'subscribe')) {
        const subscription = given.subscribe({ next: take, error: fail, complete: done });
        ends.push(() => subscription.unsubscribe());
        if (signal.aborted) subscription.unsubscribe();
      } else if (has(given, 'then')) {
        given.then((value) => {
          take(value);
          done();
        }, fail);
      } else {
        take(given);
        done();
      }
    }

    underWay.set(id, finish);
    ends.push(
      clock.setTimeout(
        () => {
          send('request.late');
          // Only what adds up is still of use after this.
          if (!add) finish();
        },
        timeoutMs - marginOf(timeoutMs),
      ),
      clock.setTimeout(done, timeoutMs * patience),
    );
    tell([event('request.received')]);
    try {
      follow(ask({ connector, signal, deadline: clock.now() + timeoutMs }));
    } catch (error) {
      fail(error);
    }
  }

  return {
    answer,
    close() {
      closed = true;
      for (const finish of [...underWay.values()]) finish();
    },
  };
}
