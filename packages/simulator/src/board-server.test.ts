import { WebSocket } from 'ws';
import { isRecord } from './frame.js';
import { socketText } from './socket-text.js';
import { startTestSimulator, type TestSimulator } from './test-simulator.js';

let running: TestSimulator;
beforeAll(async () => {
  running = await startTestSimulator();
});
afterAll(() => running.close());

function watch(query: string, headers: Readonly<Record<string, string>> = {}) {
  const url = new URL(`/watch?${query}`, running.simulator.board);
  url.protocol = 'ws:';
  return new WebSocket(url, { headers: { ...headers } });
}

describe('the board', () => {
  test('knows the vendors and where their widgets are', async () => {
    const { body } = await running.get('/vendors.json');
    const { origins } = running.simulator;
    expect(body).toMatchObject([
      { name: 'ringcentral', label: 'RingCentral', origin: origins.ringcentral },
      { name: 'connect-me', label: 'Connect Me', origin: origins['connect-me'] },
      { name: 'kunzite', label: 'Kunzite', origin: origins.kunzite },
      { name: 'xivo', label: 'XiVO', origin: origins.xivo, page: '/' },
    ]);
  });

  test('is told of calls and frames as they come', async () => {
    const socket = watch('vendor=ringcentral&session=board');
    const rang = new Promise<unknown>((resolve) => {
      socket.on('message', (data) => {
        const snapshot: unknown = JSON.parse(socketText(data));
        if (isRecord(snapshot) && Array.isArray(snapshot['calls']) && snapshot['calls'].length > 0)
          resolve(snapshot);
      });
    });
    await new Promise((resolve) => socket.once('open', resolve));
    await running.openWidget('session=board');
    await running.post('/control/ringcentral/calls', {
      session: 'board',
      direction: 'inbound',
      from: '+1555',
    });
    expect(await rang).toMatchObject({ status: { widgets: 1, signedIn: true }, calls: [{ from: '+1555' }] });
    socket.close();
  });

  test.each([
    ['an unknown vendor', 'vendor=nobody', {}],
    ['a page from elsewhere', 'vendor=ringcentral', { origin: 'https://example.com' }],
  ])('tells %s nothing', async (_title, query, headers) => {
    const socket = watch(query, headers);
    const error = await new Promise<Error>((resolve) => socket.once('error', resolve));
    expect(error.message).toContain('403');
  });
});

describe('the vendor’s login page', () => {
  test('signs the user in by its one button, and shows names as text', async () => {
    const origin = running.simulator.origins.ringcentral;
    await running.openWidget('session=login');
    await running.post('/control/ringcentral/logout', { session: 'login' });
    const page = await (await fetch(`${origin}/login?session=${encodeURIComponent('"><b>')}`)).text();
    expect(page).toContain('Sign in');
    expect(page).not.toContain('<b>');
    const response = await fetch(`${origin}/login`, {
      method: 'POST',
      body: new URLSearchParams({ session: 'login' }),
    });
    expect(response.status).toBe(200);
    expect((await running.get('/control/ringcentral/status?session=login')).body).toMatchObject({
      signedIn: true,
    });
  });
});
