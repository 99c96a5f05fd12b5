import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { Contacts } from '../contacts/contacts.js';
import type { CallEntry } from '../entries/callEntry.js';
import type { Ledger } from '../entries/ledger.js';
import type { MessageEntry } from '../entries/messageEntry.js';
import type { Faults } from '../faults/faults.js';
import { ApiError } from './apiError.js';
import { contactRoutes } from './contactRoutes.js';
import { callRoutes, messageRoutes } from './entryRoutes.js';
import { loopbackCors, loopbackWrites } from './loopback.js';
import { readRequest } from './readRequest.js';
import { faultsRequest, sessionRequest } from './schemas.js';

export interface CrmParts {
  readonly contacts: Contacts;
  readonly calls: Ledger<CallEntry>;
  readonly messages: Ledger<MessageEntry>;
  readonly faults: Faults;
  /** Empties the session, all of it at once. */
  readonly reset: (session: string) => void;
  readonly report: (error: Error) => void;
}

const mostBytes = 1_048_576;

/** The CRM's HTTP API. */
export function crmApp({ contacts, calls, messages, faults, reset, report }: CrmParts): Hono {
  const app = new Hono();

  app.onError((error, context) => {
    if (error instanceof ApiError) return context.json(error, error.status);
    report(error);
    return context.json(new ApiError(500, 'failed', 'The CRM failed. Its own log says why.'), 500);
  });
  app.use(async (context, next) => {
    await next();
    context.header('cache-control', 'no-store');
  });
  app.use(loopbackCors, loopbackWrites);
  app.use(
    bodyLimit({
      maxSize: mostBytes,
      onError: (context) =>
        context.json(new ApiError(413, 'too-large', 'The body is larger than 1 MB.'), 413),
    }),
  );

  app.post('/faults', async (context) => {
    const { session, ...settings } = await readRequest(context.req, faultsRequest);
    faults.set(session, settings);
    return context.json(settings);
  });
  app.post('/reset', async (context) => {
    const { session } = await readRequest(context.req, sessionRequest);
    reset(session);
    return context.json({ session });
  });

  app.route('/logs', callRoutes(calls, faults.middleware));
  app.route('/messages', messageRoutes(messages, faults.middleware));
  app.use('/contacts/*', faults.middleware);
  app.route('/contacts', contactRoutes(contacts, calls));

  // As a route, since an app that this is mounted in doesn't ask its `notFound`.
  app.all('*', ({ req }) => {
    throw new ApiError(404, 'not-found', `There is no ${req.method} ${req.path}.`);
  });
  return app;
}
