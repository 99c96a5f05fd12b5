import type { MiddlewareHandler } from 'hono';
import type { Addresses } from './bankParts.js';
import type { BankEnv } from './bankContext.js';
import { refusal } from './refusal.js';

const reading = new Set(['GET', 'HEAD']);

/**
 * Lets only the bank's own pages change anything: a browser says from where a form or a script sends. What is asked for by
 * another name of this machine is sent to the right one.
 */
export function ownRequests(addresses: () => Addresses): MiddlewareHandler<BankEnv> {
  return async (context, next) => {
    const { bank } = addresses();
    const { method, path } = context.req;
    if (!reading.has(method)) {
      if (context.req.header('origin') !== bank)
        return refusal(context, 403, 'foreign-origin', 'Only the bank’s own pages may do this.');
    } else if (context.req.header('host') !== new URL(bank).host) return context.redirect(bank + path);
    await next();
    return undefined;
  };
}
