import { createHash, randomBytes } from 'node:crypto';
import { cookieOf, sessionCookie } from '../http/cookies.js';
import type { Exchange } from '../http/exchange.js';
import { FrontError } from '../http/frontError.js';

/** Who a browser is, for as long as it runs. */
export interface WebSessions {
  /** The web session's id, where the request shows its cookie. */
  of(exchange: Pick<Exchange, 'request' | 'site'>): string | undefined;
  /** The same, or a FrontError `CookiesDisabled` (P-3). */
  need(exchange: Pick<Exchange, 'request' | 'site'>): string;
  /** Begins one: what its id is, and the header that gives the browser its cookie. */
  begin(exchange: Pick<Exchange, 'site' | 'secure'>): { readonly web: string; readonly setCookie: string };
}

const form = /^[\w-]{43}$/;

/** The cookie is a secret; its hash is not, and names the session everywhere else. */
const idOf = (cookie: string): string => createHash('sha256').update(cookie).digest('base64url');

/**
 * Web sessions behind an HttpOnly cookie of 256 random bits. Where pages choose their site, each site has a cookie of its own.
 *
 * @param named whether sites are chosen
 */
export function webSessions(named: boolean): WebSessions {
  const nameOf = (site: string): string => (named ? `offhook_chat_${site}` : 'offhook_chat');

  function of({ request, site }: Pick<Exchange, 'request' | 'site'>): string | undefined {
    const cookie = cookieOf(request.headers.cookie, nameOf(site));
    return cookie !== undefined && form.test(cookie) ? idOf(cookie) : undefined;
  }
  return {
    of,
    need(exchange) {
      const web = of(exchange);
      if (web !== undefined) return web;
      throw new FrontError(
        'CookiesDisabled',
        'The browser sent no cookie of this chat: it has to keep cookies.',
      );
    },
    begin({ site, secure }) {
      const cookie = randomBytes(32).toString('base64url');
      return { web: idOf(cookie), setCookie: sessionCookie(nameOf(site), cookie, secure) };
    },
  };
}
