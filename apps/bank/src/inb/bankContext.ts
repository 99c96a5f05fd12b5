import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context, MiddlewareHandler } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { randomBytes } from 'node:crypto';
import { visitCookie } from '../shared/cookieNames.js';
import type { Addresses } from './bankParts.js';
import type { Customer } from './customers.js';
import type { Session } from './sessions.js';

/** What a request knows on its way. */
export interface BankEnv {
  readonly Variables: {
    /** The value of the visitor's own cookie. */
    visit: string;
    customer: Customer;
    session: Session;
  };
}

export type BankContext = Context<BankEnv>;

/** A cookie that no script sees, no foreign page's form sends along, and that ends with the browser. */
export function keepCookie(
  context: BankContext,
  { bank }: Addresses,
  name: string,
  value: string,
  maxAge?: number,
): void {
  setCookie(context, name, value, {
    path: '/',
    httpOnly: true,
    sameSite: 'Lax',
    secure: bank.startsWith('https:'),
    ...(maxAge !== undefined && { maxAge }),
  });
}

export const dropCookie = (context: BankContext, name: string): unknown =>
  deleteCookie(context, name, { path: '/' });

/** Gives a visitor another cookie than before, so that forms of before are none any more. */
export function newVisit(context: BankContext, addresses: Addresses): string {
  const visit = randomBytes(32).toString('base64url');
  keepCookie(context, addresses, visitCookie, visit);
  context.set('visit', visit);
  return visit;
}

/** Sees that each visitor has a cookie that forms' tokens can be bound to. */
export const visits =
  (addresses: () => Addresses): MiddlewareHandler<BankEnv> =>
  async (context, next) => {
    const visit = getCookie(context, visitCookie);
    if (visit !== undefined && /^[\w-]{43}$/.test(visit)) context.set('visit', visit);
    else newVisit(context, addresses());
    await next();
  };

/** Where a request comes from, for limits. */
export const addressOf = (context: BankContext): string => getConnInfo(context).remote.address ?? '';
