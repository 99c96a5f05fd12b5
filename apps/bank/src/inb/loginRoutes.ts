import { Hono } from 'hono';
import { getCookie } from 'hono/cookie';
import * as v from 'valibot';
import { loginCookie, sessionCookie } from '../shared/cookieNames.js';
import {
  addressOf,
  dropCookie,
  keepCookie,
  newVisit,
  type BankContext,
  type BankEnv,
} from './bankContext.js';
import type { BankParts } from './bankParts.js';
import { codePage } from './pages/codePage.js';
import { loginPage } from './pages/loginPage.js';
import { longestMs } from './sessions.js';

/** How long the code may take after the password, in milliseconds. */
const codeMs = 300_000;

const formToken = v.optional(v.string());
const loginForm = v.object({
  formToken,
  number: v.pipe(v.string(), v.maxLength(64)),
  password: v.pipe(v.string(), v.maxLength(200)),
});
const codeForm = v.object({ formToken, code: v.pipe(v.string(), v.regex(/^\d{6}$/)) });

const stale = 'This page was too old. Try again.';
const wrongLogin = 'The number or the password is wrong.';
const wrongCode = 'The code is wrong, or was used before. Wait for the next one.';
const tooMany = 'Too many attempts. Wait some minutes, then try again.';

/** The login in two steps (T-200): a password, then a one-time code. Only then there is a session. */
export function loginRoutes(parts: BankParts): Hono<BankEnv> {
  const { addresses, customers, codes, formTokens, limits, loginPasses, sessionPasses, sessions } = parts;
  const app = new Hono<BankEnv>();
  const tokenFor = (context: BankContext): string => formTokens.of(context.get('visit'));
  const askPassword = (context: BankContext, error?: string, status: 200 | 401 | 403 | 429 = 200) =>
    context.html(loginPage({ formToken: tokenFor(context), error }), status);
  const askCode = (context: BankContext, error?: string, status: 200 | 401 | 403 | 429 = 200) =>
    context.html(codePage({ formToken: tokenFor(context), error }), status);
  const later = (context: BankContext, ms: number): void =>
    context.header('retry-after', String(Math.ceil(ms / 1_000)));

  app.get('/login', (context) => askPassword(context));

  app.post('/login', async (context) => {
    const form = v.safeParse(loginForm, await context.req.parseBody());
    if (!form.success) return askPassword(context, wrongLogin, 401);
    const { number, password } = form.output;
    if (!formTokens.holds(context.get('visit'), form.output.formToken))
      return askPassword(context, stale, 403);
    const address = addressOf(context);
    const wait = limits.passwordsOfAddress.take(address) || limits.passwords.take(number);
    if (wait > 0) {
      later(context, wait);
      return askPassword(context, tooMany, 429);
    }
    const customer = await customers.check(number, password);
    if (customer === undefined) return askPassword(context, wrongLogin, 401);
    limits.passwordsOfAddress.giveBack(address);
    limits.passwords.giveBack(number);
    keepCookie(
      context,
      addresses(),
      loginCookie,
      await loginPasses.sign(customer.number, codeMs),
      codeMs / 1_000,
    );
    return context.redirect('/login/code', 303);
  });

  app.get('/login/code', async (context) => {
    const number = await loginPasses.subjectOf(getCookie(context, loginCookie));
    return number === undefined ? context.redirect('/login', 303) : askCode(context);
  });

  app.post('/login/code', async (context) => {
    const number = await loginPasses.subjectOf(getCookie(context, loginCookie));
    const customer = number === undefined ? undefined : customers.of(number);
    if (customer === undefined) return context.redirect('/login', 303);
    const body = await context.req.parseBody();
    if (!formTokens.holds(context.get('visit'), body['formToken'])) return askCode(context, stale, 403);
    const wait = limits.codes.take(customer.number);
    if (wait > 0) {
      later(context, wait);
      return askCode(context, tooMany, 429);
    }
    const form = v.safeParse(codeForm, body);
    if (!form.success || !codes.accept(customer, form.output.code)) return askCode(context, wrongCode, 401);
    limits.codes.giveBack(customer.number);
    // Another session than before, whatever cookie the browser came with: nobody can have laid one for it.
    const { id } = sessions.begin(customer.number);
    keepCookie(context, addresses(), sessionCookie, await sessionPasses.sign(id, longestMs));
    dropCookie(context, loginCookie);
    newVisit(context, addresses());
    return context.redirect('/account', 303);
  });

  return app;
}
