import type { MiddlewareHandler } from 'hono';
import { ControlError } from './control-error.js';
import { isLoopbackHost, isLoopbackOrigin } from './loopback.js';

/** Lets in only requests from this machine's own pages, and tells the browser that they may read the answer. */
export const loopbackGuard: MiddlewareHandler = async (context, next) => {
  if (!isLoopbackHost(context.req.header('host'))) {
    throw new ControlError(403, 'foreign-host', 'The simulator answers only on localhost.');
  }
  const origin = context.req.header('origin');
  if (origin === undefined) return next();
  if (!isLoopbackOrigin(origin)) {
    throw new ControlError(
      403,
      'foreign-origin',
      'Only pages from localhost or 127.0.0.1 may use the control API.',
    );
  }
  context.header('Access-Control-Allow-Origin', origin);
  context.header('Vary', 'Origin');
  if (context.req.method !== 'OPTIONS') return next();
  context.header('Access-Control-Allow-Methods', 'GET, POST, OPTIONS');
  context.header('Access-Control-Allow-Headers', 'Content-Type');
  context.header('Access-Control-Max-Age', '600');
  return context.body(null, 204);
};
