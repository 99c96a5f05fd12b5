import type { MiddlewareHandler } from 'hono';
import { secureHeaders } from 'hono/secure-headers';
import { originsOf, type Origins } from './origins.js';
import type { Ports } from './ports.js';

const self = "'self'";

/** Whether this is the page that the agents' desktop opens for a call. */
export const isPanePage = (path: string): boolean => /^\/[a-z]+\/xivo\/?$/.test(path);

/** What a page of ours may load, and who may show it. */
export function security(ports: Ports): MiddlewareHandler {
  const origins = originsOf(ports);
  const [usual, inPane] = [headers(origins, []), headers(origins, [origins.desktop, origins.launcher])];
  return (context, next) => (isPanePage(context.req.path) ? inPane : usual)(context, next);
}

/** The headers of a page that its own origin may show, and these. */
function headers(origins: Origins, shownBy: readonly string[]): MiddlewareHandler {
  return secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: ["'none'"],
      // The live chat is its vendor's own script, and the picture of its captcha.
      scriptSrc: [self, origins.chat],
      styleSrc: [self, origins.chat],
      imgSrc: [self, 'data:', origins.chat],
      // XiVO's web service: a page of ours asks it, and hears its events.
      connectSrc: [self, origins.service, origins.chat, origins.chat.replace(/^http/, 'ws')],
      // The index of contacts works in one.
      workerSrc: [self],
      frameSrc: [self, origins.board, ...origins.widgets, origins.service, origins.twin],
      frameAncestors: [self, ...shownBy],
      baseUri: ["'none'"],
      formAction: [self],
      objectSrc: ["'none'"],
    },
    // The older header knows no list.
    xFrameOptions: shownBy.length === 0,
    // A page that opens popups stays their opener where it wants to be; what the desktop opens keeps its own.
    crossOriginOpenerPolicy: shownBy.length === 0 ? 'same-origin-allow-popups' : 'unsafe-none',
    // A vendor may want to know who embeds it; the path is nobody's business.
    referrerPolicy: 'strict-origin-when-cross-origin',
    // There is no TLS on a laptop's own loopback.
    strictTransportSecurity: false,
  });
}
