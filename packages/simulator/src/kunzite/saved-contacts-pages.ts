import type { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import * as v from 'valibot';
import { ControlError } from '../control-error.js';
import { isLoopbackOrigin } from '../loopback.js';
import { parseRequest, sessionEntry } from '../parse-request.js';
import type { Sessions } from './sessions.js';

const MAX_BODY = 16 * 1024 * 1024;
/** A user's space has an end. */
const MAX_CONTACTS = 500_000;

const text = v.pipe(v.string(), v.maxLength(2000));
const contacts = v.array(v.strictObject({ id: text, name: text, phones: v.array(text) }));
const query = v.strictObject({ session: sessionEntry });

/** The user's space: what the softphone imported from files, kept with the session while the simulator runs. */
export function savedContactsPages(pages: Hono, sessions: Sessions): void {
  const path = '/saved-contacts';
  pages.use(path, async (context, next) => {
    const origin = context.req.header('origin');
    if (origin !== undefined && !isLoopbackOrigin(origin))
      throw new ControlError(403, 'foreign-origin', 'Only the softphone saves contacts here.');
    await next();
  });
  pages.use(
    path,
    bodyLimit({
      maxSize: MAX_BODY,
      onError: () => {
        throw new ControlError(413, 'too-large', 'Contacts are saved in pieces of at most 16 MB.');
      },
    }),
  );
  const savedOf = (request: Record<string, string>) =>
    sessions.get(parseRequest(query, request).session).saved;

  pages.get(path, (context) => context.json([...savedOf(context.req.query()).values()]));
  pages.post(path, async (context) => {
    const saved = savedOf(context.req.query());
    const body: unknown = await context.req.json().catch(() => {
      throw new ControlError(400, 'invalid-json', 'The body must be JSON.');
    });
    for (const contact of parseRequest(contacts, body)) saved.set(contact.id, contact);
    if (saved.size <= MAX_CONTACTS) return context.json({ ok: true });
    // What doesn't fit is not kept in part.
    saved.clear();
    throw new ControlError(413, 'too-large', `A user may save ${MAX_CONTACTS} contacts.`);
  });
  pages.delete(path, (context) => {
    savedOf(context.req.query()).clear();
    return context.json({ ok: true });
  });
}
