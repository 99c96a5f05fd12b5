import { closeAll, openBank } from '../testing/openBank.js';
import { httpAsk } from '../testing/httpAsk.js';
import { openVisitor } from '../testing/openVisitor.js';

afterEach(closeAll);

const chat = 'http://localhost:9';

test('T-201: no page has the chat’s script in it, and those of the login run none at all', async () => {
  const { origin, customers } = await openBank();
  const visitor = openVisitor(origin);
  const login = await visitor.get('/login');
  expect(login.text).not.toContain('<script');
  expect(login.headers['content-security-policy']).toContain("script-src 'none'");
  await visitor.logIn(customers[0]);
  const account = await visitor.get('/account');
  expect([...account.text.matchAll(/<script[^>]*src="([^"]*)"/g)].map(([, src]) => src)).toEqual([
    '/assets/account.js',
  ]);
  expect(account.text).not.toContain('tetherfi');
});

test('each page says what it may load, and that nobody may frame, keep or guess it', async () => {
  const { origin, customers } = await openBank();
  const visitor = openVisitor(origin);
  await visitor.logIn(customers[0]);
  const { headers } = await visitor.get('/account');
  expect(headers['content-security-policy']).toBe(
    `default-src 'none'; script-src 'self' ${chat}; connect-src 'self' ${chat} ws://localhost:9; style-src 'self'; ` +
      "img-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'; object-src 'none'",
  );
  expect(headers).toMatchObject({
    'cache-control': 'no-store',
    'x-frame-options': 'DENY',
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'same-origin',
    'cross-origin-opener-policy': 'same-origin',
  });
});

test('by another name of this machine the bank sends to its own', async () => {
  const { origin } = await openBank();
  const answer = await httpAsk(`${origin.replace('localhost', '127.0.0.1')}/login?x=1`);
  expect([answer.status, answer.headers.location]).toEqual([302, `${origin}/login`]);
});

test('names of customers are text, whatever is in them', async () => {
  const { origin, customers } = await openBank();
  Object.assign(customers[0], { name: '<img src=x onerror=alert(1)>' });
  const visitor = openVisitor(origin);
  await visitor.logIn(customers[0]);
  const { text } = await visitor.get('/account');
  expect(text).not.toContain('<img src=x');
  expect(text).toContain('&lt;img src=x');
});
