import type { MiddlewareHandler } from 'hono';
import { secureHeaders } from 'hono/secure-headers';
import type { Ports } from './ports.js';

/** What a page of ours may load: its own files, and in frames the simulator's board and widgets. */
export function security({ simulator }: Ports): MiddlewareHandler {
  const self = "'self'";
  return secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: ["'none'"],
      scriptSrc: [self],
      styleSrc: [self],
      imgSrc: [self, 'data:'],
      connectSrc: [self],
      // The index of contacts works in one.
      workerSrc: [self],
      frameSrc: [
        self,
        `http://localhost:${simulator}`,
        // RingCentral, Connect Me, Kunzite.
        ...[1, 2, 3].map((vendor) => `http://127.0.0.1:${simulator + vendor}`),
      ],
      frameAncestors: [self],
      baseUri: ["'none'"],
      formAction: [self],
      objectSrc: ["'none'"],
    },
    // A vendor may want to know who embeds it; the path is nobody's business.
    referrerPolicy: 'strict-origin-when-cross-origin',
    // There is no TLS on a laptop's own loopback.
    strictTransportSecurity: false,
  });
}
