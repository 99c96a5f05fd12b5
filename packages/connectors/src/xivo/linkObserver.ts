import type { ConnectorContext, ConnectorLink } from '@offhook/core';
import { broken, noStream, unreachable, type Trouble } from './advice.js';
import { eventStream, type StreamLoss } from './channel/eventStream.js';
import { rejections } from './rejections.js';
import { emptyMemory, expire, nextDue, translate, type Translation } from './translate.js';
import { readFrame } from './wire.js';

/** Which stream, and how long calls ring. */
export interface ObserverLinkOptions {
  readonly url: string;
  readonly ringMs: number;
  readonly fetch: typeof fetch;
  readonly trace: ConnectorContext['trace'] | undefined;
}

function troubleOf({ kind, status = 0 }: StreamLoss): Trouble {
  if (kind === 'refused') return noStream(status);
  return kind === 'broken' ? broken : unreachable;
}

/** Hears of calls from the service's events: hands them to `translate`, and keeps the time. */
export function linkObserver(context: ConnectorContext, options: ObserverLinkOptions): ConnectorLink {
  const { clock, emit } = context;
  const { url, ringMs, fetch, trace = context.trace } = options;
  const rejected = rejections(clock, emit);
  let memory = emptyMemory;
  let cancelDue = (): void => {};

  function take({ memory: next, reports }: Translation): void {
    memory = next;
    cancelDue();
    const due = nextDue(memory);
    if (due < Infinity)
      cancelDue = clock.setTimeout(() => take(expire(memory, clock.monotonic())), due - clock.monotonic());
    if (reports.length > 0) emit(reports);
  }

  const close = eventStream({
    url,
    fetch,
    clock,
    onOpen: () => emit([{ type: 'connection', status: 'ready' }]),
    onEvent(event) {
      const frame = readFrame(event);
      if (!frame) return rejected.add('malformed');
      trace(frame.type);
      take(translate(memory, frame, { now: clock.monotonic(), at: clock.now(), ringMs }));
    },
    onLost: (loss) => emit([{ type: 'connection', ...troubleOf(loss) }]),
    onTooLong: () => rejected.add('size'),
  });

  return {
    send() {},
    close() {
      cancelDue();
      rejected.close();
      close();
    },
  };
}
