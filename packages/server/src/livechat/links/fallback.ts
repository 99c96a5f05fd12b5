import type { CustomerFrame, CustomerRequest } from '@offhook/livechat';
import type { Clock } from '../../clock.js';
import { frameText } from '../hub/frameText.js';
import type { ChatMetrics } from '../../metrics/chatMetrics.js';
import { json, type Exchange, type Reply } from '../http/exchange.js';
import { FrontError } from '../http/frontError.js';
import { readBody } from '../http/readBody.js';
import type { Connections } from './connections.js';
import { customerLine, type CustomerLineParts } from './customerLine.js';
import { eventChannel } from './eventChannel.js';
import type { Link } from './line.js';
import { readCustomerRequest } from './readCustomerRequest.js';
import type { Gate } from './socketConnection.js';
import { largestFrame } from './wire.js';

/** Frames by plain requests, for pages that get no WebSocket. */
export interface Fallback {
  /** One request of a page, for its answer. */
  frames(exchange: Exchange, web: string): Promise<Reply>;
  /** What else the page is told, as events. */
  events(exchange: Exchange, web: string): undefined;
}

/** What it stands on. */
export interface FallbackParts extends CustomerLineParts {
  readonly clock: Clock;
  readonly connections: Connections;
  readonly metrics: ChatMetrics;
  gate?(site: string): Gate;
}

const body = { bytes: largestFrame, ms: 10_000 };
/** A page without a stream for so long is gone. */
const lostMs = 15_000;
const beatMs = 15_000;

type CustomerLink = Link<CustomerRequest, CustomerFrame>;

interface Place {
  readonly link: CustomerLink;
  attach(exchange: Exchange): void;
  leave(): void;
}

const helloFirst = (): FrontError =>
  new FrontError('hello-first', 'This page isn’t known here (any more): say hello first.');

/** The same frames as over a WebSocket: answers with their request, all else over an event stream. All of a page’s requests have to reach one node. */
export function fallback(parts: FallbackParts): Fallback {
  const { clock, connections, metrics } = parts;
  const places = new Map<string, Place>();
  const nameOf = (site: string, web: string, page: string): string => `${site} ${web} ${page}`;

  function pageOf({ query }: Exchange): string {
    const page = query.get('page') ?? '';
    if (/^[\x21-\x7e]{1,128}$/.test(page)) return page;
    throw new FrontError('bad-request', 'page: the page’s own id was expected.');
  }

  /** Where a greeted page's frames go. */
  function openPlace(
    name: string,
    site: string,
    given: { link?: CustomerLink },
  ): Place & { tell(frame: CustomerFrame): void } {
    let seenAt = clock.monotonic();
    let beatAt = seenAt;
    const gate = parts.gate?.(site);
    const channel = eventChannel(() => (seenAt = clock.monotonic()));
    const give = (text: string): void => {
      metrics.frame('out', 'c');
      if (channel.send(text)) return;
      metrics.slow();
      leave();
    };
    const place = {
      get link(): CustomerLink {
        if (given.link === undefined) throw helloFirst();
        return given.link;
      },
      tell(frame: CustomerFrame): void {
        const text = frameText(frame);
        if (gate === undefined) give(text);
        else gate.outgoing(text, { deliver: give, cut: leave });
      },
      attach({ request, response }: Exchange): void {
        const last = Number(request.headers['last-event-id'] ?? 0);
        channel.attach(response, Number.isSafeInteger(last) ? last : 0);
      },
      leave,
    };
    const remove = connections.add({
      site,
      who: 'c',
      look(now) {
        if (!channel.isAttached && now - seenAt >= lostMs) leave();
        else if (now - beatAt >= beatMs) {
          beatAt = now;
          if (!channel.beat()) leave();
        }
      },
      cut: leave,
      end: leave,
      ...(gate !== undefined && { changed: () => gate.changed() }),
    });
    function leave(): void {
      remove();
      gate?.end();
      channel.end();
      if (places.get(name) === place) places.delete(name);
      given.link?.gone();
    }
    return place;
  }

  async function hello(site: string, web: string, request: CustomerRequest): Promise<CustomerFrame> {
    if (request.t !== 'hello') throw helloFirst();
    const name = nameOf(site, web, request.page);
    const given: { link?: CustomerLink } = {};
    const place = openPlace(name, site, given);
    const { answer, link } = await customerLine({ site, web }, parts).greet(request, place.tell, place.leave);
    if (link === undefined) {
      place.leave();
      return answer;
    }
    given.link = link;
    const before = places.get(name);
    places.set(name, place);
    before?.leave();
    return answer;
  }

  return {
    async frames(exchange, web) {
      const { site, request } = exchange;
      const page = pageOf(exchange);
      const result = readCustomerRequest(await readBody(request, body, clock));
      metrics.frame('in', 'c');
      if (!('request' in result)) throw new FrontError('bad-request', result.problem);
      const asked = result.request;
      if (asked.t === 'hello') {
        if (asked.page !== page) throw new FrontError('bad-request', 'page: not the one that says hello.');
        return json([await hello(site, web, asked)]);
      }
      const place = places.get(nameOf(site, web, page));
      if (place === undefined) throw helloFirst();
      if (asked.t === 'ping') return json([{ t: 'ok', n: asked.n }]);
      const answer = await place.link.ask(asked);
      customerLine({ site, web }, parts).answered?.(asked, answer);
      return json(answer === undefined ? [] : [answer]);
    },
    events(exchange, web) {
      const place = places.get(nameOf(exchange.site, web, pageOf(exchange)));
      if (place === undefined) throw helloFirst();
      place.attach(exchange);
      return undefined;
    },
  };
}
