import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Clock } from '../../clock.js';
import type { ChatMetrics, ChatRoute } from '../../metrics/chatMetrics.js';
import { thrownText, type ChatLog } from '../chatLog.js';
import type { RequestGate } from '../control/requestGate.js';
import { LogError } from '../log/logError.js';
import { corsHeaders, preflightHeaders } from './corsHeaders.js';
import { done, everyHeader, type Exchange, type Reply } from './exchange.js';
import { FrontError } from './frontError.js';
import { readAsked, type Surroundings } from './readAsked.js';
import type { OriginPolicy } from './originPolicy.js';
import type { Place, Places } from './places.js';

/** What requests are served with. */
export interface ServeParts {
  readonly surroundings: Surroundings;
  readonly places: Places;
  readonly policy: OriginPolicy;
  readonly gate: RequestGate;
  readonly clock: Clock;
  readonly log: ChatLog;
  readonly metrics: ChatMetrics;
  isEnding(): boolean;
}

const isRead = (method: string): boolean => method === 'GET' || method === 'HEAD';

/** What is answered to whatever was thrown; only a FrontError says more than that it failed. */
function errorOf(thrown: unknown): FrontError {
  if (thrown instanceof FrontError) return thrown;
  if (thrown instanceof LogError)
    return new FrontError('unavailable', 'The chat’s storage is away: try again.');
  return new FrontError('server-error', 'The request failed.');
}

function send(response: ServerResponse, reply: Reply, isLast: boolean): void {
  if (response.destroyed) return;
  if (response.headersSent) {
    // Something has begun to answer, and can't end.
    response.destroy();
    return;
  }
  const { status, headers = {}, body = '', reason } = reply;
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
  if (status !== 204 && status !== 304) response.setHeader('content-length', Buffer.byteLength(body));
  if (isLast || status === 408) response.setHeader('connection', 'close');
  response.statusCode = status;
  if (reason !== undefined) response.statusMessage = reason;
  response.end(body);
}

async function answer(
  exchange: Exchange,
  place: Place | undefined,
  parts: ServeParts,
): Promise<Reply | undefined> {
  const { method, origin, site } = exchange;
  const { policy, gate } = parts;
  if (place === undefined) throw new FrontError('not-found', 'There is nothing at this address.');
  const { audience, methods } = place;
  const allow = [...Object.keys(methods), ...(audience === 'customer' ? ['OPTIONS'] : [])].join(', ');
  if (audience === 'customer') {
    policy.customer(exchange, !isRead(method));
    await gate(site);
    if (method === 'OPTIONS') return { ...done, headers: { allow, ...preflightHeaders(allow) } };
  }
  if (audience === 'agent' && origin !== undefined) policy.agent(exchange);
  const serve = Object.hasOwn(methods, method) ? methods[method] : undefined;
  if (serve !== undefined) return serve(exchange);
  throw new FrontError('method-not-allowed', `Only ${allow} is served here.`, { headers: { allow } });
}

/** Tells a browser that this page may read what comes, also where that is an error. */
function openToPage(exchange: Exchange, place: Place | undefined, policy: OriginPolicy): void {
  if (place?.audience !== 'customer') return;
  let origin: string | undefined;
  try {
    policy.customer(exchange, false);
    origin = exchange.origin;
  } catch {
    // Foreign: it is told so, and its page can't read it.
  }
  for (const [name, value] of Object.entries(corsHeaders(origin))) exchange.response.setHeader(name, value);
}

/** Serves requests: one way for all addresses. Never rejects. */
export function serveRequest(
  parts: ServeParts,
): (request: IncomingMessage, response: ServerResponse) => Promise<void> {
  const { surroundings, clock, log, metrics, policy } = parts;

  return async (request, response) => {
    const begun = clock.monotonic();
    let route: ChatRoute = 'other';
    let code: string | undefined;
    for (const [name, value] of Object.entries(everyHeader)) response.setHeader(name, value);
    response.once('close', () => {
      const { statusCode: status } = response;
      const ms = clock.monotonic() - begun;
      metrics.answered(route, status, ms);
      const level = status < 400 ? 'info' : status < 500 ? 'warn' : 'error';
      log({ level, event: 'request', route, status, ms, ...(code !== undefined && { code }) });
    });
    try {
      const exchange = { ...readAsked(request, surroundings), response };
      const place = parts.places.find(exchange.path);
      route = request.method === 'OPTIONS' ? 'preflight' : (place?.route ?? 'other');
      openToPage(exchange, place, policy);
      const reply = await answer(exchange, place, parts);
      if (reply !== undefined) send(response, reply, parts.isEnding());
    } catch (thrown) {
      const error = errorOf(thrown);
      code = error.code;
      if (!(thrown instanceof FrontError)) {
        log({ level: 'error', event: 'problem', route, text: thrownText(thrown) });
      }
      const headers = { 'content-type': 'application/json; charset=utf-8', ...error.headers };
      send(response, { status: error.status, headers, body: error.body }, parts.isEnding());
    }
  };
}
