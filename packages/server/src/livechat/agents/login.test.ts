import { agentPassword, closeChats, openChat } from '../testing/openChat.js';
import { memoryLog } from '../log/memoryLog.js';
import { memoryStore } from '../log/memoryStore.js';
import { virtualClock } from '../../testing/virtualClock.js';
import { agentTokens } from './agentTokens.js';

afterEach(closeChats);

async function withLogin(options: Parameters<typeof openChat>[0] = {}) {
  const chat = await openChat(options);
  const login = (name: unknown, password: unknown, query = '') =>
    chat.ask(`/tetherfi/agent/login${query}`, { method: 'POST', body: JSON.stringify({ name, password }) });
  return { ...chat, login };
}

test('name and password are good for a token, and for nothing else in the answer', async () => {
  const { login } = await withLogin();
  const { status, text } = await login('Ada', agentPassword);
  expect([status, JSON.parse(text)]).toEqual([
    200,
    { token: expect.stringMatching(/^[\w-]{43}$/), agent: { id: 'Ada', name: 'Ada' } },
  ]);
});

test('a site’s agents are asked for by the site', async () => {
  const asked: string[] = [];
  const { login } = await withLogin({
    sites: true,
    agents: (name, _, site) => Promise.resolve(void asked.push(`${name} ${site}`)),
  });
  await login('ada', 'x', '?session=one');
  expect(asked).toEqual(['ada one']);
});

test('a wrong password is 401; after ten of them a name, and an address, has to wait, also with the right one', async () => {
  const { login, clock } = await withLogin();
  for (let wrong = 0; wrong < 10; wrong += 1) expect((await login('ada', 'wrong')).status).toBe(401);
  const refused = await login('ada', agentPassword);
  expect([refused.status, refused.headers['retry-after']]).toEqual([429, '60']);
  expect((await login('bob', agentPassword)).status).toBe(429);
  clock.advance(60_000);
  expect((await login('ada', agentPassword)).status).toBe(200);
});

test.each([
  ['', 'x'],
  ['ada', ''],
  [7, 'x'],
  ['ada', undefined],
  ['x'.repeat(201), 'x'],
])('%j with %j is no login', async (name, password) => {
  const { login } = await withLogin();
  expect((await login(name, password)).status).toBe(400);
});

test('a body that is none is refused', async () => {
  const { ask } = await withLogin();
  for (const body of ['', '{', '[]', '"x"', new Uint8Array([0xff])]) {
    expect((await ask('/tetherfi/agent/login', { method: 'POST', body })).status).toBe(400);
  }
  expect((await ask('/tetherfi/agent/login', { method: 'POST', body: 'x'.repeat(5_000) })).status).toBe(413);
});

test('a token outlives a restart and holds twelve hours, at its own site, until it is forgotten', async () => {
  const clock = virtualClock();
  const store = memoryStore();
  const ada = { id: 'ada', name: 'Ada' };
  const token = await agentTokens(memoryLog({ clock, store }), clock).issue('main', ada);
  const tokens = agentTokens(memoryLog({ clock, store }), clock);
  expect(await tokens.agentOf('main', token)).toEqual(ada);
  expect(await tokens.agentOf('other', token)).toBeUndefined();
  expect(JSON.stringify([...store.values.keys()])).not.toContain(token);
  clock.advance(12 * 3_600_000 - 1);
  expect(await tokens.agentOf('main', token)).toEqual(ada);
  clock.advance(1);
  expect(await tokens.agentOf('main', token)).toBeUndefined();
  const second = await tokens.issue('main', ada);
  await tokens.forget('main', second);
  expect(await tokens.agentOf('main', second)).toBeUndefined();
});
