import { createHmac } from 'node:crypto';
import { account } from './account.js';
import { createBench, record, SERVICE } from './test-desktop.js';
import { createToken, TOKEN_KEY } from './token.js';

const claimsOf = (token: string): unknown =>
  JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8'));

async function rung(request = {}) {
  const bench = createBench();
  const desktop = bench.open();
  const id = await bench.inbound(request);
  const [ask] = desktop.heard('ask');
  return { bench, desktop, id, ask, body: record(JSON.parse(ask?.body ?? 'null')) };
}

describe('what XiVO’s desktop asks the web service', () => {
  test('X-2 X-3 X-32: when a call rings, the page is told to ask THIRD_PARTY_URL, once', async () => {
    const { bench, desktop, id, ask } = await rung();
    expect(ask).toMatchObject({ url: SERVICE, withinMs: 5000 });
    await bench.act(id, 'answer', 'agent');
    await bench.act(id, 'hold', 'agent');
    await bench.act(id, 'hangup');
    expect(desktop.heard('ask')).toHaveLength(1);
    expect(bench.panes().serviceCalls).toMatchObject([{ method: 'POST', url: SERVICE, status: null }]);
  });

  test('X-5 X-6 X-12: the body has the fields of the document, in its order', async () => {
    const { body } = await rung({ queue: 'Edition' });
    expect(Object.keys(body)).toEqual(['user', 'callee', 'caller', 'userData', 'callDataCallId', 'queue']);
    expect(body['user']).toEqual({
      userId: 54,
      agentId: 29,
      firstName: 'James',
      lastName: 'Bond',
      fullName: 'James Bond',
      token: expect.any(String),
    });
    expect(body['queue']).toEqual({ id: 2, name: 'edition', displayName: 'Edition', number: '3001' });
  });

  test('X-8 X-9 X-10: who is called, who calls, and the call data', async () => {
    const { body } = await rung({ from: '1013', queue: 'Edition' });
    expect([body['callee'], body['caller']]).toEqual(['1023', '1013']);
    expect(body['userData']).toEqual({
      XIVO_USERID: '54',
      SIPCALLID: expect.stringMatching(/^[0-9a-f-]{36}$/),
      USR_XIVO_DSTNUM: '3001',
    });
  });

  test('X-11: the call’s id is the linked id: the second it began, and a number', async () => {
    const { bench, id, body } = await rung();
    expect(id).toBe(`${Math.floor(bench.session.clock.now() / 1000)}.29`);
    expect(body['callDataCallId']).toBe(id);
    const second = await bench.inbound();
    expect(second).toMatch(/\.30$/);
  });

  test('X-12: a direct call has no queue, and its own number as the one that was dialled', async () => {
    const { body } = await rung({ to: '1099' });
    expect(body).not.toHaveProperty('queue');
    expect(body).toMatchObject({ callee: '1099', userData: { USR_XIVO_DSTNUM: '1099' } });
  });

  test('X-12: a queue that nobody knows is made, and stays the same', async () => {
    const { bench, body } = await rung({ queue: 'Night Shift' });
    const queue = { id: 10, name: 'night-shift', displayName: 'Night Shift', number: '3010' };
    expect(body['queue']).toEqual(queue);
    expect([bench.session.queueOf('night shift'), bench.session.queueOf('Sales').id]).toEqual([queue, 1]);
  });

  test('X-7: the token is a JWT (HS256) of the simulator’s key, with the sample’s claims', async () => {
    const { bench, body } = await rung();
    const token = String(record(body['user'])['token']);
    const [header = '', payload = '', signature] = token.split('.');
    const issuedAt = Math.floor(bench.clock.now() / 1000);
    expect(JSON.parse(Buffer.from(header, 'base64url').toString())).toEqual({ typ: 'JWT', alg: 'HS256' });
    expect(claimsOf(token)).toEqual({
      login: account.login,
      expiresAt: issuedAt + 3600,
      issuedAt,
      userType: 'cti',
      acls: ['alias.ctiuser'],
      softwareType: 'webBrowser',
    });
    const hmac = createHmac('sha256', TOKEN_KEY).update(`${header}.${payload}`);
    expect(signature).toBe(hmac.digest('base64url'));
  });

  test('X-7: a token serves for many calls, and is renewed before it is over', async () => {
    const bench = createBench();
    const desktop = bench.open();
    const tokenOf = (body: string) => String(record(record(JSON.parse(body))['user'])['token']);
    await bench.inbound();
    await bench.clock.advance(60_000);
    await bench.inbound();
    await bench.clock.advance(3_500_000);
    await bench.inbound();
    const [one, two, three] = desktop.heard('ask').map(({ body }) => tokenOf(body));
    expect(two).toBe(one);
    expect(three).not.toBe(one);
    expect(three).toBe(createToken(bench.clock.now()).text);
  });

  test('X-3: without a URL nobody is asked; the agent is told why', async () => {
    const bench = createBench({ thirdPartyUrl: '' });
    const desktop = bench.open();
    await bench.inbound();
    expect(desktop.heard('ask')).toEqual([]);
    expect(bench.session.events.at(-1)?.text).toContain('No THIRD_PARTY_URL');
  });

  test('a call that the agent makes rings nowhere, and nobody is asked', async () => {
    const bench = createBench();
    const desktop = bench.open();
    await bench.control.placeCall({ direction: 'outbound', to: '1013' });
    expect(desktop.heard('ask')).toEqual([]);
  });
});

describe('asking once', () => {
  test('X-32: neither a reload nor another tab asks again', async () => {
    const { bench, desktop, id } = await rung();
    desktop.answer({ action: 'open', url: '/pane' });
    desktop.tab.close();
    const [one, two] = [bench.open(), bench.open()];
    await bench.act(id, 'answer', 'agent');
    expect([...one.heard('ask'), ...two.heard('ask')]).toEqual([]);
    expect(bench.panes().panes).toMatchObject([{ id, state: 'open' }]);
  });

  test('X-32: of several tabs the one last focused asks', async () => {
    const bench = createBench();
    const [one, two] = [bench.open(), bench.open()];
    await bench.inbound();
    one.send({ kind: 'focus' });
    await bench.inbound();
    expect([one.heard('ask').length, two.heard('ask').length]).toEqual([1, 1]);
  });

  test('X-32: a tab that closes while it asks is not replaced: the service may have heard', async () => {
    const { bench, desktop } = await rung();
    const other = bench.open();
    desktop.tab.close();
    await bench.clock.advance(10_000);
    expect(other.heard('ask')).toEqual([]);
    expect(bench.panes().errors).toMatchObject([{ code: 'page-closed' }]);
  });
});
