import type { EventStreamOptions } from '../events/eventStream.js';
import type { Route } from '../metrics/serviceMetrics.js';
import type { Clock } from '../clock.js';
import type { Ask, EventsReply, Reply } from './exchange.js';
import { failedReply } from './failedReply.js';
import type { ServiceParts } from './serviceParts.js';
import type { ServiceRoutes } from './serviceRoutes.js';
import { streamSet, type StreamSet } from './streamSet.js';

/** What adapters to other servers stand on. Not for hosts. */
export interface ServiceCore {
  readonly clock: Clock;
  /** Answers a request; never throws. */
  answer(ask: Ask): Promise<Reply>;
  /** Opens the stream that an answer asks for, with what opens it on this server; gives the answer that is due if that fails. */
  begin(
    events: EventsReply,
    ask: Ask,
    open: (options: Omit<EventStreamOptions, 'sink'>) => Promise<void>,
  ): Promise<Reply | undefined>;
  /** The streams that are open. */
  readonly streams: StreamSet;
}

/** Answers requests, counts and logs them. One way for all servers. */
export function serviceCore(parts: ServiceParts, routes: ServiceRoutes): ServiceCore {
  const { clock, log, metrics, events } = parts;
  const failed = failedReply(parts);
  // Without a log of the host's, requests that went well are nobody's to hear of.
  const tellsAll = parts.options.log !== undefined;

  function told(route: Route, status: number, begun: number, code?: string): void {
    const ms = clock.monotonic() - begun;
    metrics.answered(route, status, ms);
    if (!tellsAll) return;
    const level = status < 400 ? 'info' : status < 500 ? 'warn' : 'error';
    log({ level, event: 'request', route, status, ms, ...(code !== undefined && { code }) });
  }

  return {
    clock,
    streams: streamSet(metrics),
    async answer(ask) {
      const begun = clock.monotonic();
      const { route, serve } = routes.find(ask);
      try {
        const reply = await serve();
        if (reply.events === undefined) told(route, reply.status, begun);
        return reply;
      } catch (thrown) {
        const { reply, code } = failed(thrown, route, ask.header('origin'));
        told(route, reply.status, begun, code);
        return reply;
      }
    },
    async begin({ channel, after }, ask, open) {
      const begun = clock.monotonic();
      try {
        await open({ log: events, channel, after, clock });
        told('events', 200, begun);
        return undefined;
      } catch (thrown) {
        const { reply, code } = failed(thrown, 'events', ask.header('origin'));
        told('events', reply.status, begun, code);
        return reply;
      }
    },
  };
}
