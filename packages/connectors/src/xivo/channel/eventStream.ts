import type { Clock } from '@offhook/core';
import { backoff } from '../backoff.js';
import type { StreamEvent } from '../wire.js';
import { eventLines } from './eventLines.js';

/** Why a stream is not there: nobody answers, the answer is no stream (with its HTTP status), or it broke off. */
export interface StreamLoss {
  readonly kind: 'unreachable' | 'refused' | 'broken';
  readonly status?: number;
}

/** Which stream, and who hears of it. */
export interface EventStreamOptions {
  readonly url: string;
  readonly fetch: typeof fetch;
  readonly clock: Clock;
  readonly onOpen: () => void;
  readonly onEvent: (event: StreamEvent) => void;
  readonly onLost: (loss: StreamLoss) => void;
  readonly onTooLong: () => void;
}

/** The service says something every 15 seconds. After three times of that in silence, nobody is there. */
const silenceMs = 45_000;

const maxChars = 262_144;

const isStream = ({ ok, headers, body }: Response): boolean =>
  ok && !!body && /^text\/event-stream(;|$)/i.test(headers.get('content-type') ?? '');

/**
 * An event stream that comes back. The platform's own `EventSource` gives up at the first answer that is no stream, and
 * says neither its status nor why; this one goes on asking, with longer and longer waits, for what comes after the last
 * event that it heard.
 *
 * @returns closes it
 */
export function eventStream(options: EventStreamOptions): () => void {
  const { url, fetch, clock, onOpen, onEvent, onLost, onTooLong } = options;
  const retry = backoff(clock);
  let lastId: string | undefined;
  let current = new AbortController();
  let cancelSilence = (): void => {};

  /** One connection. Its loss is told once, whichever way it is noticed. */
  function connect(): void {
    const connection = new AbortController();
    const { signal } = connection;
    const isOver = (): boolean => signal.aborted;
    let kind: StreamLoss['kind'] = 'unreachable';
    current = connection;

    function lose(loss: StreamLoss): void {
      if (isOver()) return;
      cancelSilence();
      connection.abort();
      retry.again(connect);
      onLost(loss);
    }

    function listen(): void {
      cancelSilence();
      cancelSilence = clock.setTimeout(() => lose({ kind }), silenceMs);
    }

    async function read(): Promise<StreamLoss> {
      const response = await fetch(url, {
        headers: { Accept: 'text/event-stream', ...(lastId && { 'Last-Event-ID': lastId }) },
        cache: 'no-store',
        credentials: 'omit',
        referrerPolicy: 'no-referrer',
        signal,
      });
      const reader = response.body?.getReader();
      const cancel = (): void => void reader?.cancel().catch(() => {});
      if (!isStream(response) || !reader || isOver()) {
        cancel();
        return { kind: 'refused', status: response.status };
      }
      signal.addEventListener('abort', cancel);
      kind = 'broken';
      onOpen();
      listen();
      const decoder = new TextDecoder();
      const lines = eventLines({
        lastId,
        maxChars,
        onTooLong,
        onRetry: retry.first,
        onEvent(event) {
          if (isOver()) return;
          lastId = event.id;
          onEvent(event);
        },
      });
      for (;;) {
        const { done, value } = await reader.read();
        if (done || isOver()) return { kind };
        // A service that opens streams only to end them is not asked at full speed.
        retry.reset();
        listen();
        lines(decoder.decode(value, { stream: true }));
      }
    }

    listen();
    read().then(lose, () => lose({ kind }));
  }

  connect();
  return () => {
    cancelSilence();
    retry.cancel();
    current.abort();
  };
}
