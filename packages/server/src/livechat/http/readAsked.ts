import type { IncomingMessage } from 'node:http';
import type { Asked } from './exchange.js';
import type { SiteOf } from './siteOf.js';

/** What is between the clients and this server. */
export interface Surroundings {
  readonly siteOf: SiteOf;
  /** Whether a proxy's `X-Forwarded-…` headers can be believed. */
  readonly trustProxy: boolean;
}

const first = (value: string | string[] | undefined): string | undefined =>
  typeof value === 'string' ? value.split(',')[0]?.trim() : undefined;

/** The last one is the nearest proxy's own word; what is before it anybody can have written. */
const last = (value: string | string[] | undefined): string | undefined =>
  typeof value === 'string' ? value.split(',').at(-1)?.trim() : undefined;

/**
 * What a request says of itself, and of who sends it.
 *
 * @throws FrontError `bad-request` for a target or a site's name that is none
 */
export function readAsked(request: IncomingMessage, { siteOf, trustProxy }: Surroundings): Asked {
  const { headers, socket } = request;
  const target = request.url ?? '/';
  const mark = target.indexOf('?');
  const query = new URLSearchParams(mark < 0 ? '' : target.slice(mark + 1));
  const forwarded = trustProxy ? headers : {};
  const secure = first(forwarded['x-forwarded-proto']) === 'https' || 'encrypted' in socket;
  const host = first(forwarded['x-forwarded-host']) ?? headers.host ?? 'localhost';
  return {
    request,
    method: request.method ?? 'GET',
    path: mark < 0 ? target : target.slice(0, mark),
    query,
    site: siteOf(query),
    origin: headers.origin,
    ownOrigin: `${secure ? 'https' : 'http'}://${host}`,
    secure,
    address: last(forwarded['x-forwarded-for']) ?? socket.remoteAddress ?? '',
  };
}
