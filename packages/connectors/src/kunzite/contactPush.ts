import { OffhookError, wholeAnswer, type Command, type ConnectorContext } from '@offhook/core';
import { createContactQueue } from './contactQueue.js';
import { amount, fields } from './read.js';
import type { HostFrame } from './wire.js';

/** Keeps the widget told of contacts, which it forgets each time that it is loaded. */
export interface ContactPush {
  /** The widget has started: it knows nobody. */
  start(): void;
  /**
   * Tells it of these, or of all of the host's.
   *
   * @throws OffhookError `not-supported` where there is nothing to read the host's contacts with
   */
  push(command: Extract<Command, { type: 'contacts.push' }>): void;
  close(): void;
}

interface PushContext extends Pick<ConnectorContext, 'clock' | 'emit' | 'provide' | 'contacts'> {
  readonly connector: string;
  readonly send: (frame: HostFrame) => void;
  /** Whether the host's own contacts are pushed unasked. */
  readonly unasked: boolean;
  readonly chunk: number;
}

/** How long further changes of the host's contacts are waited for, in milliseconds: they come in bursts. */
const changesMs = 1_000;

/**
 * Pushes the host's contacts page by page, and what commands gave, whenever the widget starts (S3-20); and when the
 * host's contacts have changed, those that did. One reading at a time: a newer one ends the one before.
 */
export function createContactPush(context: PushContext): ContactPush {
  const { clock, emit, provide, contacts: port, connector, send, unasked, chunk } = context;
  const { sync, changes$ } = provide.contacts ?? {};
  const queue = createContactQueue(clock, chunk, send);
  let started = false;
  let reading: AbortController | undefined;
  let cancelChanges: (() => void) | undefined;
  /** As of when the widget has all of the host's contacts. */
  let since: number | undefined;

  function fail(error: OffhookError): void {
    emit([{ type: 'error', error, ...(error.code === 'handler-failed' && { handler: 'contacts.sync' }) }]);
  }

  function leftOut(wrong: number): void {
    const message = `${wrong} contacts have no id or no name. They were left out.`;
    if (wrong > 0) fail(new OffhookError('invalid-argument', message));
  }

  /** What the host's handler answers, page by page; once it knows the widget complete, only what has changed since. */
  async function* pagesOf(
    handler: NonNullable<typeof sync>,
    signal: AbortSignal,
  ): AsyncGenerator<Iterable<unknown>> {
    // All pages are of one time, that of the first: what changes meanwhile is asked for after it.
    let at = clock.now();
    for (let page = 1; page > 0;) {
      const input = { page, ...(since !== undefined && { since }) };
      const answer = await wholeAnswer(handler(input, { connector, signal, deadline: Infinity }));
      const { contacts, nextPage, at: asOf } = fields(answer);
      const next = amount(nextPage ?? 0);
      if (!Array.isArray(contacts) || next === undefined || (next > 0 && next <= page)) {
        throw new TypeError('A page has a list of contacts, and the next one a higher number.');
      }
      if (page === 1) at = amount(asOf) ?? at;
      yield contacts;
      page = next;
    }
    since = at;
  }

  function stop(): void {
    reading?.abort();
    reading = undefined;
    cancelChanges?.();
    cancelChanges = undefined;
  }

  async function read(): Promise<void> {
    stop();
    const mine = new AbortController();
    const { signal } = mine;
    const isOver = (): boolean => reading !== mine;
    const pages = sync ? pagesOf(sync, signal) : port?.pages?.(signal);
    if (!pages) return;
    reading = mine;
    try {
      for await (const contacts of pages) {
        if (isOver()) return;
        // The next page is asked for when this one is out.
        const wrong = await new Promise<number>((sent) => {
          queue.add(contacts, false, sent);
        });
        leftOut(wrong);
      }
    } catch (cause) {
      const message = 'Your contacts could not be read. See the cause.';
      if (!isOver()) fail(new OffhookError('handler-failed', message, { cause }));
    }
    if (!isOver()) reading = undefined;
  }

  function readAll(): void {
    since = undefined;
    queue.restart();
    void read();
  }

  function changed(): void {
    if (!started || !unasked) return;
    cancelChanges ??= clock.setTimeout(() => {
      cancelChanges = undefined;
      if (reading) changed();
      else void read();
    }, changesMs);
  }

  // An error ends it; the client has heard of it, too.
  const changes = changes$?.subscribe({ next: changed, error() {} });

  return {
    start() {
      started = true;
      if (unasked) return readAll();
      stop();
      queue.restart();
    },
    push({ contacts }) {
      if (contacts) queue.add(contacts, true, leftOut);
      else if (sync ?? port?.pages) readAll();
      else throw new OffhookError('not-supported', 'Give contacts, or provide contacts.sync.');
    },
    close() {
      stop();
      changes?.unsubscribe();
      queue.close();
    },
  };
}
