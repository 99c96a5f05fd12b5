import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Clock } from '../clock.js';
import { decodeToken } from './decodeToken.js';
import { ServiceError } from './serviceError.js';

/** Which call's context a page may have. */
export interface Ticket {
  readonly call: string;
  readonly user: number;
  readonly channel: string;
}

/** Signs and reads the tickets of pages. */
export interface Tickets {
  sign(ticket: Ticket): string;
  /** From the header `Authorization: Bearer …`. Throws a ServiceError `ticket-…`. */
  read(authorization: string | undefined): Ticket;
}

// Always this one, so that no ticket can choose how it is checked, and no other token of the same secret passes for one.
const head = Buffer.from('{"alg":"HS256","typ":"pane+jwt"}').toString('base64url');
const refused = { headers: { 'www-authenticate': 'Bearer' } };

function claimsOf(claims: Readonly<Record<string, unknown>>): (Ticket & { exp: number }) | undefined {
  const { call, user, channel, exp } = claims;
  const isWhole =
    typeof call === 'string' &&
    typeof user === 'number' &&
    typeof channel === 'string' &&
    typeof exp === 'number';
  return isWhole ? { call, user, channel, exp } : undefined;
}

/**
 * Signed, short-lived tickets: HS256, synchronous, because an answer to a ringing phone is made with them.
 *
 * @param secret what all nodes of a service share, 32 bytes at least
 * @param ms how long a ticket is good for
 */
export function tickets(secret: string | Uint8Array, ms: number, clock: Clock): Tickets {
  const signature = (text: string) => createHmac('sha256', secret).update(text).digest();

  return {
    sign(ticket) {
      const claims = { ...ticket, exp: Math.ceil((clock.now() + ms) / 1_000) };
      const body = `${head}.${Buffer.from(JSON.stringify(claims)).toString('base64url')}`;
      return `${body}.${signature(body).toString('base64url')}`;
    },
    read(authorization) {
      if (authorization === undefined || !/^bearer /i.test(authorization)) {
        throw new ServiceError(
          'ticket-missing',
          'Send the ticket of the page’s address as Authorization: Bearer.',
          refused,
        );
      }
      const token = authorization.slice(7).trim();
      const body = token.slice(0, token.lastIndexOf('.'));
      const decoded = token.startsWith(`${head}.`) ? decodeToken(token) : undefined;
      const claims = decoded && claimsOf(decoded.claims);
      const sent = Buffer.from(token.slice(body.length + 1), 'base64url');
      const right = signature(body);
      if (claims === undefined || sent.length !== right.length || !timingSafeEqual(sent, right)) {
        throw new ServiceError('ticket-invalid', 'This service didn’t sign that ticket.', refused);
      }
      if (claims.exp * 1_000 <= clock.now()) {
        throw new ServiceError(
          'ticket-expired',
          'The ticket has expired: the call’s page has to be opened anew.',
          refused,
        );
      }
      return { call: claims.call, user: claims.user, channel: claims.channel };
    },
  };
}
