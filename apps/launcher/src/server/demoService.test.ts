import { createServer, type AddressInfo } from 'node:net';
import { startDemoService, type DemoServiceOptions } from './demoService.js';
import { originsOf } from './origins.js';
import type { Ports } from './ports.js';

const question = (id: string): string =>
  JSON.stringify({
    user: {
      userId: 54,
      agentId: 29,
      firstName: 'James',
      lastName: 'Bond',
      fullName: 'James Bond',
      token: '',
    },
    callee: '1023',
    caller: '1013',
    userData: { XIVO_USERID: '54' },
    callDataCallId: id,
  });

let ports: Ports;
let stop: () => Promise<void>;

async function start(answerFor: DemoServiceOptions['answerFor']): Promise<void> {
  const free = createServer();
  const port = await new Promise<number>((resolve) => {
    free.listen(0, '127.0.0.1', () => resolve((free.address() as AddressInfo).port));
  });
  await new Promise((resolve) => free.close(resolve));
  ports = { launcher: port - 106, simulator: port - 6 };
  stop = await startDemoService({ ports, answerFor });
}

afterEach(() => stop());

const ask = (query: string, origin: string, id = '7.1'): Promise<Response> =>
  fetch(`${originsOf(ports).service}/xivo?${query}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Origin: origin },
    body: question(id),
  });

test('the desktop gets a page of the launcher, and the page the call by its ticket', async () => {
  await start(() => undefined);
  const { desktop, launcher, service } = originsOf(ports);
  const response = await ask('session=a', desktop);
  expect(response.headers.get('access-control-allow-origin')).toBe(desktop);
  const answer = (await response.json()) as { url: string };
  expect(answer).toMatchObject({ action: 'open', autopause: true, title: 'Customer' });
  const url = new URL(answer.url);
  expect(`${url.origin}${url.pathname}`).toBe(`${launcher}/react/xivo`);
  expect(Object.fromEntries(url.searchParams)).toEqual({ session: 'a', call: '7.1' });
  const ticket = new URLSearchParams(url.hash.slice(1)).get('ticket') ?? '';
  const call = await fetch(`${service}/xivo/calls/7.1`, {
    headers: { Authorization: `Bearer ${ticket}`, Origin: launcher },
  });
  expect([call.status, await call.json()]).toMatchObject([200, { caller: '1013', title: 'Customer' }]);
});

test('a softphone’s page is answered for its session, and nothing unless somebody said what', async () => {
  const wanted = { action: 'open', url: 'https://crm.example.com/7', title: 'T' };
  await start((session) => (session === 'told' ? wanted : undefined));
  const { launcher } = originsOf(ports);
  expect(await (await ask('session=a&from=page', launcher)).json()).toEqual({ action: 'none' });
  expect(await (await ask('session=told&from=page', launcher)).json()).toEqual(wanted);
  // Another channel: the same call of the desktop's is another question.
  expect(await (await ask('session=told', launcher)).json()).toEqual(wanted);
});

test('what somebody told it to answer and is none counts as none', async () => {
  await start(() => ({ action: 'open' }));
  const { desktop } = originsOf(ports);
  expect(await (await ask('session=a', desktop)).text()).toBe('{"action":"none"}');
});

test('other pages are refused', async () => {
  await start(() => undefined);
  expect((await ask('session=a', 'https://evil.example.com')).status).toBe(403);
});
