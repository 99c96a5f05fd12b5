import type { MiddlewareHandler } from 'hono';
import { secureHeaders } from 'hono/secure-headers';
import type { Addresses } from './bankParts.js';
import type { BankEnv } from './bankContext.js';

const self = "'self'";
const none = "'none'";

const socketOf = (origin: string): string => origin.replace(/^http/, 'ws');

function headers({ bank, chat }: Addresses, withScripts: boolean): MiddlewareHandler {
  return secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: [none],
      // The pages of the login run no script at all.
      scriptSrc: withScripts ? [self, chat] : [none],
      connectSrc: withScripts ? [self, chat, socketOf(chat)] : [none],
      styleSrc: [self],
      imgSrc: [self],
      formAction: [self],
      frameAncestors: [none],
      baseUri: [none],
      objectSrc: [none],
    },
    xFrameOptions: 'DENY',
    referrerPolicy: 'same-origin',
    crossOriginResourcePolicy: 'same-origin',
    crossOriginOpenerPolicy: 'same-origin',
    // There is no TLS on a laptop's own loopback.
    strictTransportSecurity: bank.startsWith('https:') ? 'max-age=31536000; includeSubDomains' : false,
    permissionsPolicy: { camera: [], microphone: [], geolocation: [] },
  });
}

/** What a page of the bank's may load, and that nobody may show it in a frame. Only the account page runs scripts. */
export function security(addresses: () => Addresses): MiddlewareHandler<BankEnv> {
  return (context, next) =>
    headers(addresses(), context.req.path === '/account')(context, async () => {
      await next();
      // Pages of a customer's are nobody's to keep; files say themselves how long they are good for.
      if (!context.res.headers.has('cache-control')) context.header('cache-control', 'no-store');
    });
}
