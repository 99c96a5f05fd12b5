import { Hono } from 'hono';
import { createCrm } from '../createCrm.js';
import { ApiError } from '../http/apiError.js';
import { client } from '../testing/client.js';
import { callWrite } from '../testing/writes.js';
import { createFaults, type FaultSettings } from './faults.js';

/** A server that counts what it does, with faults before it. */
function faultyServer(settings: Partial<FaultSettings>, luck: readonly number[] = []) {
  const [rolls, waits] = [[...luck], [] as number[]];
  const faults = createFaults({
    random: () => rolls.shift() ?? 0.999,
    wait: (ms) => Promise.resolve(void waits.push(ms)),
  });
  faults.set('a', { offline: false, failRate: 0, delayMs: 0, ...settings });
  const done: string[] = [];
  const app = new Hono();
  app.onError((error, context) => context.json(error, error instanceof ApiError ? error.status : 500));
  app.all('/', faults.middleware, async ({ req, json }) => {
    done.push(req.method === 'GET' ? 'read' : await req.text());
    return json({});
  });
  const get = async (session = 'a') => (await app.request(`/?session=${session}`)).status;
  const post = async (body: string) => (await app.request('/', { method: 'POST', body })).status;
  return { faults, done, waits, get, post };
}

test('offline, nothing is done, in this session alone', async () => {
  const { get, done, waits } = faultyServer({ offline: true, delayMs: 500 });
  expect(await get()).toBe(503);
  expect([done, waits]).toEqual([[], []]);
  expect(await get('b')).toBe(200);
});

test('half of the failures come before the work, and half after it', async () => {
  const { get, done } = faultyServer({ failRate: 0.5 }, [0, 0.24, 0.25, 0.49, 0.5, 0.9]);
  const seen: (readonly [number, number])[] = [];
  for (let n = 0; n < 6; n += 1) seen.push([await get(), done.length]);
  expect(seen).toEqual([
    [500, 0],
    [500, 0],
    [500, 1],
    [500, 2],
    [200, 3],
    [200, 4],
  ]);
});

test('a failRate of 1 fails always', async () => {
  const { get } = faultyServer({ failRate: 1 }, [0, 0.999]);
  expect([await get(), await get()]).toEqual([500, 500]);
});

test('an answer is delayed, and without faults it isn’t', async () => {
  const { get, waits, faults } = faultyServer({ delayMs: 500 });
  expect(await get()).toBe(200);
  expect(waits).toEqual([500]);
  faults.clear('a');
  await get();
  expect(waits).toEqual([500]);
});

test('the session of a body is the one in it, and the body stays readable', async () => {
  const { post, done } = faultyServer({ offline: true });
  expect(await post('{"session":"a"}')).toBe(503);
  expect(await post('{"session":"b"}')).toBe(200);
  expect(await post('{"session":')).toBe(200);
  expect(done).toEqual(['{"session":"b"}', '{"session":']);
});

describe('in the CRM', () => {
  test('a write whose answer was lost is there, and trying it again doesn’t count', async () => {
    const luck = [0.75, 0.25];
    const crm = createCrm({ file: ':memory:', random: () => luck.shift() ?? 0 });
    const { get, send } = client(crm);
    await send('POST', '/faults', { session: 'a', failRate: 1 });
    expect(await send('PUT', '/logs/c', callWrite('w1'))).toMatchObject({
      status: 500,
      json: { error: { code: 'failed' } },
    });
    expect((await get('/logs?session=a')).json).toMatchObject([{ key: 'c', updates: 1 }]);
    expect((await send('PUT', '/logs/d', callWrite('w1'))).status).toBe(500);
    expect((await get('/logs?session=a')).json).toHaveLength(1);
    await send('POST', '/faults', { session: 'a' });
    expect((await send('PUT', '/logs/c', callWrite('w1'))).status).toBe(200);
    expect((await get('/logs?session=a')).json).toMatchObject([{ key: 'c', updates: 1 }]);
    crm.close();
  });

  test.each([
    ['GET', '/contacts?session=a'],
    ['GET', '/contacts/search?session=a&q=x'],
    ['GET', '/contacts/1/activities?session=a'],
    ['POST', '/contacts/match'],
    ['PUT', '/contacts/1'],
    ['DELETE', '/contacts/1?session=a'],
    ['PUT', '/logs/c'],
    ['POST', '/logs/match'],
    ['PUT', '/messages/c'],
    ['POST', '/messages/match'],
  ] as const)('%s %s is down while it is offline', async (method, path) => {
    const crm = createCrm({ file: ':memory:' });
    const { get, send } = client(crm);
    await send('POST', '/faults', { session: 'a', offline: true });
    const answer = method === 'GET' ? get(path) : send(method, path, { session: 'a' });
    expect(await answer).toMatchObject({ status: 503, json: { error: { code: 'offline' } } });
    crm.close();
  });

  test('while it is offline, the rows can be read, and a reset brings it back', async () => {
    const crm = createCrm({ file: ':memory:' });
    const { get, send } = client(crm);
    await send('POST', '/faults', { session: 'a', offline: true, failRate: 1 });
    expect(await get('/logs?session=a')).toEqual({ status: 200, json: [] });
    expect(await get('/messages?session=a')).toEqual({ status: 200, json: [] });
    expect((await send('POST', '/reset', { session: 'a' })).status).toBe(200);
    expect((await get('/contacts?session=a')).status).toBe(200);
    crm.close();
  });
});
