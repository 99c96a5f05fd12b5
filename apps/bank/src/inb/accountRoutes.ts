import { Hono } from 'hono';
import * as v from 'valibot';
import { sessionCookie } from '../shared/cookieNames.js';
import { dropCookie, newVisit, type BankEnv } from './bankContext.js';
import type { BankParts } from './bankParts.js';
import { loggedIn } from './loggedIn.js';
import { accountPage } from './pages/accountPage.js';
import { refusal } from './refusal.js';

/** What the account page asks for when a chat begins. */
const wish = v.strictObject({
  token: v.pipe(v.string(), v.regex(/^[\w-]{43}$/)),
  topic: v.pipe(v.string(), v.trim(), v.maxLength(100)),
});

/** What is there for customers who are logged in. */
export function accountRoutes(parts: BankParts): Hono<BankEnv> {
  const { addresses, formTokens, limits, seal, sessions } = parts;
  const app = new Hono<BankEnv>();
  const page = loggedIn(parts, (context) => context.redirect('/login', 303));
  const script = loggedIn(parts, (context) =>
    refusal(context, 401, 'login-required', 'Log in to the bank first.'),
  );

  app.get('/account', page, (context) =>
    context.html(
      accountPage({
        customer: context.get('customer'),
        formToken: formTokens.of(context.get('visit')),
        chat: addresses().chat,
      }),
    ),
  );

  app.post('/logout', page, async (context) => {
    const { formToken } = await context.req.parseBody();
    if (!formTokens.holds(context.get('visit'), formToken)) return context.redirect('/account', 303);
    sessions.end(context.get('session').id);
    dropCookie(context, sessionCookie);
    newVisit(context, addresses());
    return context.redirect('/login', 303);
  });

  app.post('/chat/details', script, async (context) => {
    if (!formTokens.holds(context.get('visit'), context.req.header('x-form-token')))
      return refusal(context, 403, 'form-token', 'The page is too old: load it again.');
    const asked = v.safeParse(wish, await context.req.json<unknown>().catch(() => undefined));
    if (!asked.success)
      return refusal(context, 400, 'invalid-request', 'token and topic were expected, as JSON.');
    const wait = limits.details.take(context.get('session').id);
    if (wait > 0) {
      context.header('retry-after', String(Math.ceil(wait / 1_000)));
      return refusal(context, 429, 'too-many', 'Too many chats were asked for: wait a little.');
    }
    return context.json({ details: await seal(context.get('customer'), asked.output) });
  });

  return app;
}
