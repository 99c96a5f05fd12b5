import { randomInt } from 'node:crypto';
import type { Clock } from '../../clock.js';
import type { Exchange, Serve } from '../http/exchange.js';
import { FrontError } from '../http/frontError.js';
import { rateLimit } from '../http/rateLimit.js';
import type { WebSessions } from '../sessions/webSessions.js';
import type { Captchas } from './captchas.js';
import { drawCaptcha } from './drawCaptcha.js';

/** What the captcha's image stands on. */
export interface CaptchaRouteParts {
  readonly sessions: WebSessions;
  readonly captchas: Captchas;
  readonly clock: Clock;
  captchaReset(site: string, web: string, exceptPage?: string): void;
}

const range = 2 ** 32;
const random = (): number => randomInt(range) / range;

/** Of a web session: as fast as somebody can ask for another one, and tabs can follow. */
const rate = { burst: 60, perMinute: 60 };

/**
 * `GET …/CaptchaImageServlet?reset=true|false` (P-15, T-23, T-119, T-120): an image of the session's text. `reset=true` makes
 * another text, and tells the other pages; any other value is `false`.
 */
export function captchaRoute({ sessions, captchas, clock, captchaReset }: CaptchaRouteParts): Serve {
  const limit = rateLimit(rate, clock);

  /** An image is often the first that a page asks for. */
  function sessionOf(exchange: Exchange): { web: string; headers: Readonly<Record<string, string>> } {
    const known = sessions.of(exchange);
    if (known !== undefined) return { web: known, headers: {} };
    const { web, setCookie } = sessions.begin(exchange);
    return { web, headers: { 'set-cookie': setCookie } };
  }

  return async (exchange) => {
    const { site, query } = exchange;
    const { web, headers } = sessionOf(exchange);
    const wait = limit.take(`${site} ${web}`);
    if (wait > 0) throw new FrontError('too-many', 'Too many images: wait a little.', { retryAfterMs: wait });
    const isReset = query.get('reset') === 'true';
    const text = isReset ? await captchas.reset(site, web) : await captchas.text(site, web);
    if (isReset) captchaReset(site, web, query.get('page') ?? undefined);
    return {
      status: 200,
      headers: {
        'content-type': 'image/svg+xml; charset=utf-8',
        'cross-origin-resource-policy': 'cross-origin',
        ...headers,
      },
      body: drawCaptcha(text, random),
    };
  };
}
