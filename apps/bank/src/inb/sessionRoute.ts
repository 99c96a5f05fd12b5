import type { Context } from 'hono';
import * as v from 'valibot';
import { sameText } from '../shared/sameText.js';
import type { BankParts } from './bankParts.js';
import { refusal } from './refusal.js';

const question = v.strictObject({ id: v.pipe(v.string(), v.maxLength(100)) });

/**
 * `POST /internal/session`, for the chat's proxy alone: whether a session goes on. The proxy could believe the signed cookie by
 * itself, but would not hear that a customer has signed out.
 */
export function sessionRoute({
  serviceKey,
  sessions,
}: Pick<BankParts, 'serviceKey' | 'sessions'>): (context: Context) => Promise<Response> {
  return async (context) => {
    const shown = /^Bearer (.+)$/.exec(context.req.header('authorization') ?? '')?.[1] ?? '';
    // As if there were nothing: it isn't a page's business that there is.
    if (!sameText(shown, serviceKey)) return refusal(context, 404, 'not-found', 'There is nothing here.');
    const asked = v.safeParse(question, await context.req.json<unknown>().catch(() => undefined));
    if (!asked.success) return refusal(context, 400, 'invalid-request', 'id was expected, as JSON.');
    return context.json({ goesOn: sessions.of(asked.output.id) !== undefined });
  };
}
