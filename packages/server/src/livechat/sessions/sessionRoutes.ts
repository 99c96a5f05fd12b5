import type { Clock } from '../../clock.js';
import { done, json, type Serve } from '../http/exchange.js';
import { FrontError } from '../http/frontError.js';
import { tokenHeader } from '../http/corsHeaders.js';
import { readBody } from '../http/readBody.js';
import type { ChatHub } from '../hub/chatHub.js';
import type { Tokens } from './tokens.js';
import type { WebSessions } from './webSessions.js';
import type { Exchange } from '../http/exchange.js';

/** What the routes of web sessions stand on. */
export interface SessionRouteParts {
  readonly sessions: WebSessions;
  readonly tokens: Tokens;
  readonly hub: ChatHub;
  readonly clock: Clock;
  asksCaptcha(site: string): boolean;
  /** How many chats with ids of their own a web session may have. */
  mostChats(site: string): number;
}

/** `GET …/visit`: whether cookies come back (P-3), and what else a page has to know. The first visit begins the web session. */
export function visitRoute({ sessions, clock, asksCaptcha, mostChats }: SessionRouteParts): Serve {
  return (exchange) => {
    const { site } = exchange;
    const cookies = sessions.of(exchange) !== undefined;
    const answer = {
      cookies,
      captcha: asksCaptcha(site),
      multi: mostChats(site),
      now: new Date(clock.now()).toISOString(),
    };
    return json(answer, 200, cookies ? {} : { 'set-cookie': sessions.begin(exchange).setCookie });
  };
}

/** `POST …/token` (P-1, T-65, T-202). */
export function tokenRoute({ sessions, tokens }: SessionRouteParts): Serve {
  return async (exchange) => {
    const web = sessions.need(exchange);
    try {
      const { token, expiresAt } = await tokens.issue(exchange.site, web);
      return json({ token, expiresAt: new Date(expiresAt).toISOString() });
    } catch {
      throw new FrontError('ServerInternalConnectivityError', 'The chat’s storage is away: try again.');
    }
  };
}

/** Sees that the request shows the token of its web session; gives the session's id. Throws a FrontError. */
export async function needToken(
  exchange: Exchange,
  { sessions, tokens }: Pick<SessionRouteParts, 'sessions' | 'tokens'>,
  shown = exchange.request.headers[tokenHeader],
): Promise<string> {
  const web = sessions.need(exchange);
  const token = typeof shown === 'string' ? shown : undefined;
  if (await tokens.holds(exchange.site, web, token)) return web;
  throw new FrontError('forbidden', `${tokenHeader}: the token is missing, not this session’s, or too old.`);
}

const beacon = { bytes: 1_024, ms: 5_000 };

/** `POST …/close?page=&sid=` (P-5, T-69): a page that goes away says so, with the token as the body. */
export function closeRoute(parts: SessionRouteParts): Serve {
  const { hub, clock } = parts;
  return async (exchange) => {
    const { site, query, request } = exchange;
    const web = await needToken(exchange, parts, (await readBody(request, beacon, clock)).trim());
    const page = query.get('page');
    if (page === null || page === '')
      throw new FrontError('bad-request', 'page: the page’s own id was expected.');
    await hub.closePage(site, web, page, query.get('sid') ?? undefined);
    return done;
  };
}
