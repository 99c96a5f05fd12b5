import { Hono, type MiddlewareHandler } from 'hono';
import type { CallEntry } from '../entries/callEntry.js';
import type { Ledger } from '../entries/ledger.js';
import type { MessageEntry } from '../entries/messageEntry.js';
import { check, readRequest } from './readRequest.js';
import {
  callMatchRequest,
  callWrite,
  keyInPath,
  messageMatchRequest,
  messageWrite,
  sessionRequest,
} from './schemas.js';

/** `/logs`: one row for each call. The list itself knows no faults, so that tests can look while there are some. */
export function callRoutes(calls: Ledger<CallEntry>, faulty: MiddlewareHandler): Hono {
  const routes = new Hono();

  routes.get('/', async (context) => {
    const { session } = await readRequest(context.req, sessionRequest);
    const rows = calls.rows(session).map(({ entry, ...row }) => ({
      ...row,
      sessionId: null,
      contactId: null,
      note: null,
      ...entry,
    }));
    return context.json(rows);
  });

  routes.post('/match', faulty, async (context) => {
    const { session, sessionIds } = await readRequest(context.req, callMatchRequest);
    const found = matches(calls, session, sessionIds);
    return context.json(
      byId(found, ({ id, entry: { note } }) => ({ id, ...(note !== undefined && { note }) })),
    );
  });

  routes.put('/:key', faulty, async (context) => {
    const key = check(keyInPath, context.req.param('key'), 'key');
    const { session, writeId, ...entry } = await readRequest(context.req, callWrite);
    return context.json({ id: calls.write({ session, key, writeId, entry }), key });
  });

  return routes;
}

/** `/messages`: one row for each group of messages that the vendor logs together. Else as `/logs`. */
export function messageRoutes(messages: Ledger<MessageEntry>, faulty: MiddlewareHandler): Hono {
  const routes = new Hono();

  routes.get('/', async (context) => {
    const { session } = await readRequest(context.req, sessionRequest);
    const rows = messages.rows(session).map(({ entry, key, ...row }) => ({
      ...row,
      conversationLogId: key,
      contactId: null,
      note: null,
      ...entry,
    }));
    return context.json(rows);
  });

  routes.post('/match', faulty, async (context) => {
    const { session, conversationLogIds } = await readRequest(context.req, messageMatchRequest);
    return context.json(byId(matches(messages, session, conversationLogIds), ({ id }) => ({ id })));
  });

  routes.put('/:conversationLogId', faulty, async (context) => {
    const key = check(keyInPath, context.req.param('conversationLogId'), 'conversationLogId');
    const { session, writeId, ...entry } = await readRequest(context.req, messageWrite);
    return context.json({ id: messages.write({ session, key, writeId, entry }), conversationLogId: key });
  });

  return routes;
}

type Found<Row> = readonly (readonly [id: string, rows: readonly Row[]])[];

/** The rows of those ids that have any. */
function matches<Entry>(ledger: Ledger<Entry>, session: string, ids: readonly string[]) {
  return ids
    .map((id) => [id, ledger.withVendorId(session, id)] as const)
    .filter(([, rows]) => rows.length > 0);
}

function byId<Row, Shown>(found: Found<Row>, show: (row: Row) => Shown): Readonly<Record<string, Shown[]>> {
  return Object.fromEntries(found.map(([id, rows]) => [id, rows.map(show)]));
}
