import type { MiddlewareHandler } from 'hono';
import { getCookie } from 'hono/cookie';
import { sessionCookie } from '../shared/cookieNames.js';
import type { BankContext, BankEnv } from './bankContext.js';
import type { BankParts } from './bankParts.js';

/** Lets customers with a session through; for others `otherwise` says what to answer. */
export function loggedIn(
  { sessionPasses, sessions, customers }: BankParts,
  otherwise: (context: BankContext) => Response,
): MiddlewareHandler<BankEnv> {
  return async (context, next) => {
    const id = await sessionPasses.subjectOf(getCookie(context, sessionCookie));
    const session = id === undefined ? undefined : sessions.of(id);
    const customer = session === undefined ? undefined : customers.of(session.customer);
    if (session === undefined || customer === undefined) return otherwise(context);
    context.set('session', session);
    context.set('customer', customer);
    await next();
    return undefined;
  };
}
