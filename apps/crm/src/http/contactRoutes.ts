import { Hono } from 'hono';
import type { Contacts } from '../contacts/contacts.js';
import type { CallEntry } from '../entries/callEntry.js';
import type { Ledger, Row } from '../entries/ledger.js';
import { ApiError } from './apiError.js';
import { check, readRequest } from './readRequest.js';
import {
  contactMatchRequest,
  contactsRequest,
  contactWrite,
  keyInPath,
  searchRequest,
  sessionRequest,
} from './schemas.js';

/** `/contacts` and what is below it. */
export function contactRoutes(contacts: Contacts, calls: Ledger<CallEntry>): Hono {
  const routes = new Hono();

  routes.get('/', async (context) => {
    const { session, ...page } = await readRequest(context.req, contactsRequest);
    return context.json(contacts.page(session, page));
  });

  routes.get('/search', async (context) => {
    const { session, q } = await readRequest(context.req, searchRequest);
    return context.json(contacts.search(session, q));
  });

  routes.post('/match', async (context) => {
    const { session, numbers } = await readRequest(context.req, contactMatchRequest);
    return context.json(contacts.match(session, numbers));
  });

  routes.put('/:id', async (context) => {
    const id = check(keyInPath, context.req.param('id'), 'id');
    const { session, contact } = await readRequest(context.req, contactWrite);
    if (contact.id !== id) {
      throw new ApiError(400, 'invalid-request', 'The address names another contact than the body.', {
        'contact.id': 'Is not the one in the address.',
      });
    }
    return context.json(contacts.put(session, contact));
  });

  routes.delete('/:id', async (context) => {
    const id = check(keyInPath, context.req.param('id'), 'id');
    const { session } = await readRequest(context.req, sessionRequest);
    const removed = contacts.remove(session, id);
    if (removed === undefined) throw new ApiError(404, 'not-found', 'There is no contact with this id.');
    return context.json(removed);
  });

  routes.get('/:id/activities', async (context) => {
    const id = check(keyInPath, context.req.param('id'), 'id');
    const { session } = await readRequest(context.req, sessionRequest);
    const activities = [
      ...contacts.activities(session, id),
      ...calls.ofContact(session, id).map(callActivity),
    ];
    return context.json(activities.sort((a, b) => b.time - a.time));
  });

  return routes;
}

/** A logged call, as an item of its contact's history. */
function callActivity({ id, entry, createdAt }: Row<CallEntry>) {
  const subject = entry.direction === 'inbound' ? 'Inbound call' : 'Outbound call';
  return {
    id: `call-${id}`,
    subject: entry.note ? `${subject}: ${entry.note}` : subject,
    time: entry.startedAt ?? createdAt,
  };
}
