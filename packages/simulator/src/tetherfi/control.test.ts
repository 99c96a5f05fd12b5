import { startTestSimulator, type TestSimulator } from '../test-simulator.js';
import type { ChatStatus } from './chat-status.js';
import { fakeCommand } from './testing/fakeCommand.js';

let running: TestSimulator;
let origin: string;
beforeAll(async () => {
  running = await startTestSimulator({ tetherfi: { command: fakeCommand } });
  origin = running.simulator.origins.tetherfi ?? '';
});
afterAll(() => running.close());

const chat = (sid: string, more: Partial<ChatStatus> = {}): ChatStatus => {
  return { id: sid, sid, state: 'queued', agents: [], trans: [], details: {}, ...more };
};
const withAgent = (sid: string, name: string): ChatStatus =>
  chat(sid, { state: 'connected', agents: [{ id: `id-${name}`, name }] });

/** What the back end's switch lists from now on. */
const list = (...chats: readonly ChatStatus[]) =>
  fetch(new URL('/chats', origin), { method: 'POST', body: JSON.stringify({ chats }) });

interface Seen {
  readonly asked: readonly Readonly<Record<string, unknown>>[];
  readonly switched: readonly Readonly<Record<string, unknown>>[];
}
async function seen(session: string): Promise<Seen> {
  const { asked, switched } = (await (await fetch(new URL('/seen', origin))).json()) as Seen;
  return {
    asked: asked.filter((one) => one['session'] === session),
    switched: switched.filter((one) => one['session'] === session),
  };
}

async function agents(session: string, body: object): Promise<readonly [number, unknown]> {
  const { status, body: answer } = await running.post('/control/tetherfi/agents', { session, ...body });
  return [status, answer];
}
const error = (code: string) => ({ error: { code, message: expect.any(String) } });

test('the back end is on an origin of its own, and health lists its vendor', async () => {
  expect(origin).toMatch(/^http:\/\/localhost:\d+$/);
  const { body } = await running.get('/control/health');
  expect(body).toMatchObject({ vendors: ['ringcentral', 'connect-me', 'kunzite', 'xivo', 'tetherfi'] });
});

test('agents log in by the real protocol, take who waits longest, and speak in their only chat', async () => {
  const session = 'work';
  await list(withAgent('s1', 'Ann'), withAgent('s2', 'Bob'), chat('s3'));
  expect(await agents(session, { name: 'Ann', action: 'login' })).toEqual([200, { ok: true, id: 'id-Ann' }]);
  expect(await agents(session, { name: 'Ann', action: 'login' })).toEqual([200, { ok: true, id: 'id-Ann' }]);
  expect(await agents(session, { name: 'Ann', action: 'accept' })).toEqual([
    200,
    { ok: true, chat: 'longest' },
  ]);
  expect(await agents(session, { name: 'Ann', action: 'accept', chat: 's3' })).toEqual([
    200,
    { ok: true, chat: 's3' },
  ]);
  for (const body of [
    { action: 'say', text: 'Hello' },
    { action: 'type', text: 'start' },
    { action: 'type', text: 'stop' },
    { action: 'app', text: 'a form' },
    { action: 'callback' },
    { action: 'callback', text: '+1 555' },
    { action: 'transfer', to: 'Bob' },
    { action: 'leave', text: 'Bye' },
    { action: 'end' },
  ]) {
    expect(await agents(session, { name: 'Ann', ...body })).toEqual([200, { ok: true, chat: 's1' }]);
  }
  const said = { session, name: 'Ann', sid: 's1' };
  expect((await seen(session)).asked.slice(1)).toEqual([
    { session, name: 'Ann', t: 'accept' },
    { session, name: 'Ann', t: 'accept', sid: 's3' },
    { ...said, t: 'send', id: expect.any(String), msg: 'Hello' },
    { ...said, t: 'typing', state: 0 },
    { ...said, t: 'typing', state: 1 },
    { ...said, t: 'app', id: expect.any(String), data: 'a form' },
    { ...said, t: 'callback' },
    { ...said, t: 'callback', number: '+1 555' },
    { ...said, t: 'transfer', to: 'Bob' },
    { ...said, t: 'leave', text: 'Bye' },
    { ...said, t: 'end' },
  ]);
  expect(await agents(session, { name: 'Ann', action: 'logout' })).toEqual([200, { ok: true }]);
  expect((await seen(session)).asked.at(-1)).toEqual({ session, name: 'Ann', t: 'logout' });
  expect(await agents(session, { name: 'Ann', action: 'say', text: 'x' })).toEqual([
    409,
    error('not-logged-in'),
  ]);
});

test('what an agent can’t do is an error that says why', async () => {
  const session = 'cannot';
  await list(withAgent('s1', 'Ann'), withAgent('s2', 'Ann'), withAgent('refused', 'Cleo'));
  for (const name of ['Ann', 'Bob', 'Cleo']) await agents(session, { name, action: 'login' });
  const tries: readonly (readonly [object, number, string])[] = [
    [{ name: 'Dan', action: 'accept' }, 409, 'not-logged-in'],
    [{ name: 'Bob', action: 'end' }, 409, 'no-chat'],
    [{ name: 'Ann', action: 'end' }, 409, 'several-chats'],
    [{ name: 'Ann', action: 'end', chat: 's9' }, 404, 'unknown-chat'],
    [{ name: 'Cleo', action: 'invite', to: 'Zoe' }, 404, 'unknown-agent'],
    [{ name: 'Ann', action: 'say' }, 400, 'invalid-request'],
    [{ name: 'Ann', action: 'say', text: '' }, 400, 'invalid-request'],
    [{ name: 'Ann', action: 'transfer' }, 400, 'invalid-request'],
    [{ name: 'Ann', action: 'type', text: 'maybe' }, 400, 'invalid-request'],
    [{ name: 'Ann', action: 'sing' }, 400, 'invalid-request'],
    [{ name: 'Ann', action: 'end', by: 'me' }, 400, 'invalid-request'],
    [{ action: 'login' }, 400, 'invalid-request'],
    [{ name: 'Nobody', action: 'login' }, 503, 'restarting'],
  ];
  for (const [body, status, code] of tries)
    expect([body, ...(await agents(session, body))]).toEqual([body, status, error(code)]);
  expect(await agents('no/session', { name: 'Ann', action: 'login' })).toEqual([
    400,
    error('invalid-request'),
  ]);
});

test('an agent whose connection breaks is back without being told', async () => {
  const session = 'cut';
  await list(withAgent('cut', 'Ann'), withAgent('s2', 'Bob'));
  for (const name of ['Ann', 'Bob']) await agents(session, { name, action: 'login' });
  expect(await agents(session, { name: 'Ann', action: 'end' })).toEqual([503, error('restarting')]);
  await list(withAgent('s3', 'Ann'));
  expect(await agents(session, { name: 'Ann', action: 'end' })).toEqual([200, { ok: true, chat: 's3' }]);
  const greetings = (await seen(session)).asked.filter(({ t }) => t === 'hello');
  expect(greetings).toHaveLength(3);
});

test('chats are a bare list, and the captcha is a text or 404', async () => {
  await list(chat('s1', { queuePosition: 1, clientId: 'one' }));
  const { status, body } = await running.get('/control/tetherfi/chats?session=looking');
  expect([status, body]).toEqual([200, [chat('s1', { queuePosition: 1, clientId: 'one' })]]);
  expect((await running.get('/control/tetherfi/captcha?session=drawn')).body).toEqual({ text: 'K7P' });
  const none = await running.get('/control/tetherfi/captcha?session=blank');
  expect([none.status, none.body]).toEqual([404, error('no-captcha')]);
});

test('each request for faults replaces all of them, and a restart brings them back', async () => {
  const session = 'faulty';
  const faults = async (body: object) => {
    const answer = await running.post('/control/tetherfi/faults', { session, ...body });
    return [answer.status, answer.body];
  };
  expect(await faults({ queueLimit: 0, captcha: true, startFailed: 'StartError' })).toEqual([
    200,
    { faults: { queueLimit: 0, captcha: true, startFailed: 'StartError' } },
  ]);
  expect(await faults({ offline: true, statusOffline: 'no store', delayMs: 5 })).toEqual([
    200,
    { faults: { offline: true, statusOffline: 'no store', delayMs: 5 } },
  ]);
  const [, last] = (await seen(session)).switched;
  expect(last).toMatchObject({ offline: true, delayMs: 5, queueLimit: null, captcha: null, drop: null });
  expect(await faults({ restart: true })).toEqual([
    200,
    { faults: { offline: true, statusOffline: 'no store', delayMs: 5 } },
  ]);
  expect((await seen(session)).switched).toEqual([expect.objectContaining({ offline: true, delayMs: 5 })]);
  expect(await faults({})).toEqual([200, { faults: {} }]);
  expect(await faults({ startFailed: 'Tuesday' })).toEqual([400, error('invalid-request')]);
  expect(await faults({ queueLimit: -1 })).toEqual([400, error('invalid-request')]);
  expect(await faults({ colour: 'red' })).toEqual([400, error('invalid-request')]);
  expect(await faults({ queueLimit: 7 })).toEqual([400, error('invalid-request')]);
});

test('faults with `until` end by themselves', async () => {
  const session = 'brief';
  await running.post('/control/tetherfi/faults', { session, silent: true, until: 1 });
  let ended = false;
  while (!ended) {
    const told = (await seen(session)).switched;
    ended = told.length === 2 && told[1]?.['silent'] === null;
  }
  expect((await running.get(`/control/tetherfi/status?session=${session}`)).body).toMatchObject({
    faults: {},
  });
});

test('while the back end restarts the control API stays up and says so; agents are back after it', async () => {
  const session = 'restart';
  await list(withAgent('s1', 'Ann'));
  await agents(session, { name: 'Ann', action: 'login' });
  const restarted = running.post('/control/tetherfi/faults', { session, restart: true });
  let refusal: unknown;
  while (refusal === undefined) {
    const { status, body } = await running.get(`/control/tetherfi/chats?session=${session}`);
    if (status === 503) refusal = body;
  }
  expect(refusal).toEqual(error('restarting'));
  expect((await running.get('/control/health')).status).toBe(200);
  expect((await restarted).status).toBe(200);
  await list(withAgent('s1', 'Ann'));
  expect(await agents(session, { name: 'Ann', action: 'say', text: 'Still here' })).toEqual([
    200,
    { ok: true, chat: 's1' },
  ]);
});

test('a reset clears faults and logs nobody in', async () => {
  const session = 'reset';
  await list();
  await agents(session, { name: 'Ann', action: 'login' });
  await running.post('/control/tetherfi/faults', { session, silent: true });
  expect((await running.post('/control/tetherfi/reset', { session })).status).toBe(200);
  expect((await running.get(`/control/tetherfi/status?session=${session}`)).body).toMatchObject({
    agents: [],
    signedIn: false,
    faults: {},
  });
  const { switched } = await seen(session);
  expect(switched.slice(-2)).toEqual([
    expect.objectContaining({ name: 'faults', silent: null }),
    { name: 'reset', session },
  ]);
  expect(await agents(session, { name: 'Ann', action: 'end' })).toEqual([409, error('not-logged-in')]);
});

test.each([
  ['POST', 'calls', { direction: 'inbound' }],
  ['POST', 'calls/1', { action: 'answer' }],
  ['POST', 'state', { reload: true }],
  ['POST', 'emit', { frame: {} }],
  ['GET', 'calls', undefined],
  ['GET', 'frames', undefined],
])('%s %s is nothing that a chat has', async (method, path, body) => {
  const url = `/control/tetherfi/${path}`;
  const answer = await (method === 'GET' ? running.get(url) : running.post(url, body));
  expect([answer.status, answer.body]).toEqual([404, error('not-supported')]);
});
