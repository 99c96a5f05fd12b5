import { compactDecrypt, decodeProtectedHeader } from 'jose';
import { closeAll, openBank, type OpenBank } from '../testing/openBank.js';
import { openVisitor, type Visitor } from '../testing/openVisitor.js';
import { testClock } from '../testing/testClock.js';
import { sealDetails } from './sealDetails.js';

afterEach(closeAll);

const token = 't'.repeat(43);

async function loggedIn() {
  const clock = testClock();
  const bank = await openBank({ clock });
  const visitor = openVisitor(bank.origin);
  await visitor.logIn(bank.customers[0], clock);
  return { bank, clock, visitor, formToken: await visitor.formToken() };
}

const ask = (
  { origin }: OpenBank,
  visitor: Visitor,
  formToken: string,
  body: unknown = { token, topic: 'Loans' },
) =>
  visitor.send('/chat/details', {
    method: 'POST',
    headers: { origin, 'content-type': 'application/json', 'x-form-token': formToken },
    body: JSON.stringify(body),
  });

async function opened(bank: OpenBank, sealed: string): Promise<Record<string, unknown>> {
  const { plaintext } = await compactDecrypt(sealed, bank.chatKey);
  return JSON.parse(new TextDecoder().decode(plaintext)) as Record<string, unknown>;
}

test('P-2, T-204: the details are dir and A256GCM, by the shared key, and good for five minutes at most', async () => {
  const { bank, clock, visitor, formToken } = await loggedIn();
  const answer = await ask(bank, visitor, formToken);
  const { details } = JSON.parse(answer.text) as { details: string };
  expect(decodeProtectedHeader(details)).toEqual({ alg: 'dir', enc: 'A256GCM' });
  const { iat, exp } = await opened(bank, details);
  expect(iat).toBe(Math.floor(clock.now() / 1_000));
  expect(Number(exp) - Number(iat)).toBeLessThanOrEqual(300);
  expect(Number(exp) - Number(iat)).toBeGreaterThan(0);
  await expect(compactDecrypt(details, new Uint8Array(32))).rejects.toThrow();
});

test('T-204, T-41: they are the logged-in customer’s, with the token that the page gave', async () => {
  const { bank, visitor, formToken } = await loggedIn();
  const answer = await ask(bank, visitor, formToken);
  const { details } = JSON.parse(answer.text) as { details: string };
  const { iat: _iat, exp: _exp, ...fields } = await opened(bank, details);
  expect(fields).toEqual({
    eKCIN: '',
    eRegStatus: 'registered',
    eCustName: 'Ana Lim',
    pChannel: 'web',
    pPageTag: 'account',
    pTopic: 'Loans',
    eCin: '10000001',
    eAuthStatus: 'authenticated',
    eAuthLevel: '2',
    pKaiSid: '',
    eCustSeg: 'retail',
    eMobileNo: '+65 6555 0001',
    eEmail: 'ana@example.com',
    pBranding: 'Harbour Bank',
    pCountry: 'SG',
    pLang: 'en',
    pAccessToken: token,
  });
  expect(answer.text).not.toContain('Ana');
});

test('P-2: no two are the same, also of one customer and token', async () => {
  const { bank, visitor, formToken } = await loggedIn();
  const [one, other] = [await ask(bank, visitor, formToken), await ask(bank, visitor, formToken)];
  expect(one.text).not.toBe(other.text);
});

test.each([
  ['a customer’s name', { token, topic: 'Loans', eCustName: 'Ben' }],
  ['no token', { topic: 'Loans' }],
  ['a token that is none', { token: 'short', topic: 'Loans' }],
  ['a topic as long as a book', { token, topic: 'x'.repeat(101) }],
  ['no object', 'x'],
])('T-204: a page that gives %s gets nothing', async (_what, body) => {
  const { bank, visitor, formToken } = await loggedIn();
  expect((await ask(bank, visitor, formToken, body)).status).toBe(400);
});

test('T-204: without a login, without the page’s token or from a foreign page there are none', async () => {
  const { bank, visitor, formToken } = await loggedIn();
  expect((await ask(bank, openVisitor(bank.origin), formToken)).status).toBe(401);
  expect((await ask(bank, visitor, 'wrong')).status).toBe(403);
  const foreign = await visitor.send('/chat/details', {
    method: 'POST',
    headers: { origin: 'https://evil.example', 'x-form-token': formToken },
    body: JSON.stringify({ token, topic: '' }),
  });
  expect(foreign.status).toBe(403);
});

test('who asks for many has to wait', async () => {
  const { bank, clock, visitor, formToken } = await loggedIn();
  for (let n = 0; n < 20; n += 1) expect((await ask(bank, visitor, formToken)).status).toBe(200);
  const refused = await ask(bank, visitor, formToken);
  expect([refused.status, refused.headers['retry-after']]).toEqual([429, '60']);
  clock.advance(60_000);
  expect((await ask(bank, visitor, formToken)).status).toBe(200);
});

test('a key of another length is refused at once', () => {
  expect(() => sealDetails(new Uint8Array(16), testClock())).toThrow('32 bytes');
});
