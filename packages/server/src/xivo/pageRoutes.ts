import { callKey } from './callData.js';
import type { Ask, Reply } from './exchange.js';
import { ServiceError } from './serviceError.js';
import type { ServiceParts } from './serviceParts.js';
import type { Ticket } from './tickets.js';

/** What a page in a pane asks for: its call's context, and that its work is done. */
export interface PageRoutes {
  context(ask: Ask, callId: string): Promise<Reply>;
  done(ask: Ask, callId: string): Promise<Reply>;
}

/** A page's ticket tells which call and channel it may ask about; the address has to name the same call. */
export function pageRoutes(parts: ServiceParts): PageRoutes {
  const { clock, events, tickets, pages } = parts;

  async function open(ask: Ask, callId: string): Promise<{ ticket: Ticket; page: string }> {
    const ticket = tickets.read(ask.header('authorization'));
    if (ticket.call !== callId) {
      throw new ServiceError('ticket-mismatch', 'That ticket is for another call.', {
        headers: { 'www-authenticate': 'Bearer' },
      });
    }
    const page = await events.find(ticket.channel, callKey(ticket.user, ticket.call));
    if (page === undefined) throw new ServiceError('not-found', 'The call is not kept any more.');
    return { ticket, page };
  }

  return {
    async context(ask, callId) {
      const headers = pages.json(ask.header('origin'));
      const { page } = await open(ask, callId);
      return { status: 200, headers, body: page };
    },
    async done(ask, callId) {
      const headers = pages.empty(ask.header('origin'));
      const { ticket } = await open(ask, callId);
      const data = JSON.stringify({ id: ticket.call, at: clock.now(), userId: ticket.user });
      const once = { key: `done:${callKey(ticket.user, ticket.call)}`, answer: '' };
      await events.append(ticket.channel, { type: 'done', data }, once);
      return { status: 204, headers };
    },
  };
}
