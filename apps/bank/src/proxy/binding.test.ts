import { CompactEncrypt, compactDecrypt } from 'jose';
import { agentAtWork, chatCustomer } from '../testing/chatCustomer.js';
import { closeAll, key, type OpenBank } from '../testing/openBank.js';
import { openChatStack } from '../testing/openChatStack.js';

afterEach(closeAll);

async function twoCustomers() {
  const stack = await openChatStack();
  await agentAtWork(stack);
  const [ana, ben] = stack.bank.customers;
  return { stack, ana: await chatCustomer(stack, ana), ben: await chatCustomer(stack, ben) };
}

/** The same details under a key, with what is changed in them. */
async function sealedAnew(
  { chatKey }: OpenBank,
  sealed: string,
  changes: object,
  by: Uint8Array = chatKey,
): Promise<string> {
  const { plaintext } = await compactDecrypt(sealed, chatKey);
  const details = JSON.parse(new TextDecoder().decode(plaintext)) as object;
  return new CompactEncrypt(new TextEncoder().encode(JSON.stringify({ ...details, ...changes })))
    .setProtectedHeader({ alg: 'dir', enc: 'A256GCM' })
    .encrypt(by);
}

describe('the chat’s token', () => {
  test('T-202, P-1: each session at the bank has one of its own, the same for all of its pages', async () => {
    const { ana, ben } = await twoCustomers();
    expect(ana.token).toMatch(/^[\w-]{43}$/);
    expect(ben.token).not.toBe(ana.token);
    const again = await ana.ask('token', { method: 'POST' });
    expect((JSON.parse(again.text) as { token: string }).token).toBe(ana.token);
  });

  test('T-202: another session of the same customer has another', async () => {
    const stack = await openChatStack();
    const [ana] = stack.bank.customers;
    const first = await chatCustomer(stack, ana);
    await first.visitor.submit('/account', {}, '/logout');
    // The next code, since this one is spent.
    const { authenticator } = await import('../inb/oneTimeCodes.js');
    const { password } = await import('../testing/people.js');
    await first.visitor.submit('/login', { number: ana.number, password });
    await first.visitor.submit('/login/code', {
      code: authenticator(ana).generate({ timestamp: Date.now() + 30_000 }),
    });
    const answer = await first.ask('token', { method: 'POST' });
    expect(answer.status).toBe(200);
    expect((JSON.parse(answer.text) as { token: string }).token).not.toBe(first.token);
  });

  test('P-1, T-202: in another session it is refused, by request, by beacon and by socket', async () => {
    const { ana, ben } = await twoCustomers();
    const hello = { t: 'hello', n: 1, v: 1, page: 'p1', token: ana.token };
    const frames = await ben.ask('frames?page=p1', {
      method: 'POST',
      headers: { 'x-offhook-token': ana.token },
      body: JSON.stringify(hello),
    });
    expect(frames.status).toBe(403);
    const beacon = await ben.ask('close?page=p1', { method: 'POST', body: ana.token });
    expect(beacon.status).toBe(403);
    const socket = await ben.socket();
    expect(await socket.ask(hello)).toMatchObject({ t: 'no', code: 'Forbidden' });
  });

  test('P-1: the chat’s cookie never reaches a browser, and one that a browser shows never the chat', async () => {
    const { ana, ben } = await twoCustomers();
    const { headers } = await ana.ask('visit');
    expect(headers['set-cookie']).toBeUndefined();
    const chosen = `${ben.visitor.cookies()}; offhook_chat=${'a'.repeat(43)}`;
    const answer = await ben.ask('token', { method: 'POST', headers: { cookie: chosen } });
    expect((JSON.parse(answer.text) as { token: string }).token).toBe(ben.token);
  });
});

describe('the customer’s details', () => {
  test('P-2, T-204: those that the bank encrypted for this session begin a chat', async () => {
    const { ana } = await twoCustomers();
    const page = await ana.page('p1');
    expect(await page.ask({ t: 'start', n: 3, details: await ana.sealed() })).toMatchObject({ t: 'ok' });
  });

  test('P-2: the same ones begin no second chat, while others do', async () => {
    const { ana } = await twoCustomers();
    const page = await ana.page('p1');
    const details = await ana.sealed();
    const start = (n: number, clientId: string, sealed: string) =>
      page.ask({ t: 'start', n, clientId, details: sealed });
    expect(await start(3, 'one', details)).toMatchObject({ t: 'ok' });
    expect(await start(4, 'two', details)).toMatchObject({ t: 'no', code: 'StartError' });
    expect(await start(5, 'two', await ana.sealed())).toMatchObject({ t: 'ok' });
  });

  test('T-204, P-2: for another session’s token they begin none', async () => {
    const { ana, ben } = await twoCustomers();
    const page = await ben.page('p1');
    for (const [n, details] of [await ana.sealed(), await ben.sealed(ana.token)].entries()) {
      expect(await page.ask({ t: 'start', n: n + 3, details })).toMatchObject({
        t: 'no',
        code: 'StartError',
      });
    }
  });

  test.each([
    ['by a key of somebody else’s', {}, key()],
    ['that are too old', { iat: 1, exp: 61 }, undefined],
    [
      'that would be good for longer than five minutes',
      { exp: Math.floor(Date.now() / 1_000) + 600 },
      undefined,
    ],
    ['without the token', { pAccessToken: '' }, undefined],
  ])('P-2, T-204: details %s begin none', async (_what, changes, by) => {
    const { stack, ana } = await twoCustomers();
    const page = await ana.page('p1');
    const details = await sealedAnew(stack.bank, await ana.sealed(), changes, by);
    expect(await page.ask({ t: 'start', n: 3, details })).toMatchObject({ t: 'no', code: 'StartError' });
  });

  test('P-2: details in clear begin none', async () => {
    const { ana } = await twoCustomers();
    const page = await ana.page('p1');
    const details = { eCustName: 'Ana', pAccessToken: ana.token };
    expect(await page.ask({ t: 'start', n: 3, details })).toMatchObject({ t: 'no', code: 'StartError' });
  });
});

describe('a chat', () => {
  test('T-203, P-1: another customer’s session finds none of it', async () => {
    const { ana, ben } = await twoCustomers();
    const page = await ana.page('p1');
    const { sid } = await page.ask({ t: 'start', n: 3, details: await ana.sealed() });
    const other = await ben.page('p2');
    expect(await other.ask({ t: 'open', n: 3 })).toMatchObject({ t: 'no', code: 'NoSessionFound' });
    expect(await other.ask({ t: 'send', n: 4, sid, id: 'm1', msg: 'x' })).toMatchObject({ t: 'no' });
    const again = await ana.page('p3');
    expect(await again.ask({ t: 'open', n: 3 })).toMatchObject({ t: 'ok', chats: [{ sid }] });
  });

  test('T-199, T-203: it is cut when the customer signs out, and the socket of others stays', async () => {
    const { stack, ana, ben } = await twoCustomers();
    const page = await ana.page('p1');
    const other = await ben.page('p2');
    stack.look();
    expect(await page.ask({ t: 'ping', n: 3 })).toMatchObject({ t: 'ok' });
    await ana.visitor.submit('/account', {}, '/logout');
    stack.look();
    await page.closed;
    expect(await other.ask({ t: 'ping', n: 3 })).toMatchObject({ t: 'ok' });
    await expect(ana.socket()).rejects.toThrow('401');
  });
});
