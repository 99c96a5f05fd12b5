import { WebSocket } from 'ws';
import { isRecord } from '../frame.js';
import { socketText } from '../socket-text.js';
import type { SimulatorOptions } from '../start-simulator.js';
import { startTestSimulator, type TestSimulator } from '../test-simulator.js';
import { login, record } from './test-widget.js';

/** A widget's page on the real simulator: it hears what its server posts, and speaks for its host. */
async function openPage(running: TestSimulator, session: string, host = 'http://localhost:4200') {
  const url = new URL('/socket', running.simulator.origins['connect-me']);
  url.protocol = 'ws:';
  url.search = new URLSearchParams({ session, tpis: 'v1', host }).toString();
  const socket = new WebSocket(url);
  const posted: unknown[] = [];
  const waiting = new Set<() => void>();
  socket.on('message', (data) => {
    const message = record(JSON.parse(socketText(data)));
    if (message['kind'] === 'post') posted.push(message['data']);
    for (const look of [...waiting]) look();
  });
  await new Promise((resolve) => socket.once('open', resolve));
  const page = {
    posted,
    host: (data: unknown, origin = host) => socket.send(JSON.stringify({ kind: 'frame', origin, data })),
    /** Resolves when a frame with this event (or this very string) was posted. */
    until: (name: string) =>
      new Promise<void>((resolve) => {
        const look = () => {
          if (!posted.some((frame) => frame === name || record(frame)['event'] === name)) return;
          waiting.delete(look);
          resolve();
        };
        waiting.add(look);
        look();
      }),
    close: () => socket.close(),
  };
  return page;
}

async function withSimulator(
  options: SimulatorOptions,
  run: (running: TestSimulator) => Promise<void>,
): Promise<void> {
  const running = await startTestSimulator(options);
  try {
    await run(running);
  } finally {
    await running.close();
  }
}

const codeOf = (body: unknown): unknown => (isRecord(body) ? record(body['error'])['code'] : undefined);

describe('Connect Me’s control API', () => {
  test('a call lives from POST to hang-up, after the host has signed in', () =>
    withSimulator({}, async (running) => {
      const session = 'life';
      const post = (path: string, body: object) =>
        running.post(`/control/connect-me/${path}`, { session, ...body });
      const none = await post('calls', { direction: 'inbound' });
      expect([none.status, codeOf(none.body)]).toEqual([409, 'no-widget']);
      const page = await openPage(running, session);
      await page.until('capabilitiesRequest');
      const early = await post('calls', { direction: 'inbound' });
      expect([early.status, codeOf(early.body)]).toEqual([409, 'signed-out']);
      page.host({ capabilities: {} });
      page.host(login());
      await page.until('login');
      const placed = await post('calls', { direction: 'inbound', from: '+3227887900', legs: 2 });
      expect([placed.status, placed.body]).toEqual([201, { id: '0' }]);
      expect((await running.get(`/control/connect-me/calls?session=${session}`)).body).toMatchObject({
        calls: [
          { id: '0', type: 'SipSession', direction: 'inbound', from: '+3227887900', to: '8000' },
          { id: '1', type: 'UepChannelSession', state: 'ringing' },
        ],
      });
      expect((await post('calls/0', { by: 'agent', action: 'answer' })).status).toBe(200);
      const again = await post('calls/0', { by: 'agent', action: 'answer' });
      expect([again.status, codeOf(again.body)]).toEqual([409, 'invalid-state']);
      const gone = await post('calls/1', { action: 'hangup' });
      expect([gone.status, codeOf(gone.body)]).toEqual([404, 'unknown-call']);
      const taken = await post('calls', { direction: 'inbound', vendorId: 0 });
      expect([taken.status, codeOf(taken.body)]).toEqual([409, 'id-in-use']);
      await post('calls/0', { action: 'hangup' });
      expect((await post('calls', { direction: 'outbound', to: '8001', vendorId: '0' })).body).toEqual({
        id: '0',
      });
    }));

  test.each([
    ['a queue', 'calls', { direction: 'inbound', queue: 'Sales' }],
    ['three legs', 'calls', { direction: 'inbound', legs: 3 }],
    ['a negative id', 'calls', { direction: 'inbound', vendorId: -1 }],
    ['an unknown field', 'state', { registered: true }],
    ['no frame to emit', 'emit', {}],
    ['an unknown action', 'calls/0', { action: 'transfer' }],
  ])('refuses %s', (_title, path, body) =>
    withSimulator({}, async (running) => {
      const answer = await running.post(`/control/connect-me/${path}`, body);
      expect([answer.status, codeOf(answer.body)]).toEqual([400, 'invalid-request']);
    }),
  );

  test('frames are those that the widget sees, in either direction', () =>
    withSimulator({}, async (running) => {
      const page = await openPage(running, 'frames');
      page.host({ capabilities: {} });
      await page.until('ready');
      const { body } = await running.get('/control/connect-me/frames?session=frames');
      const origin = running.simulator.origins['connect-me'];
      expect(body).toMatchObject({
        frames: [
          { direction: 'out', origin, data: 'capabilitiesRequest' },
          { direction: 'in', origin: 'http://localhost:4200', data: { capabilities: {} } },
          { direction: 'out', origin, data: { event: 'ready' } },
        ],
      });
    }));
});

describe('the list of accepted origins', () => {
  test('S0-5: a host that isn’t on it hears nothing, and isn’t heard', () =>
    withSimulator({ strictOrigins: ['http://localhost:4200'] }, async (running) => {
      const stranger = await openPage(running, 'strict', 'http://localhost:9999');
      const page = await openPage(running, 'strict');
      await page.until('capabilitiesRequest');
      stranger.host({ capabilities: {} });
      page.host({ capabilities: {} }, 'http://localhost:9999');
      page.host({ capabilities: { share: true } });
      await page.until('ready');
      expect(stranger.posted).toEqual([]);
      const { body } = await running.get('/control/connect-me/frames?session=strict');
      expect(JSON.stringify(body)).toContain('http://localhost:4200');
      expect(JSON.stringify(body)).not.toContain('http://localhost:9999');
    }));

  test('S0-5: without a list, every page of this machine is accepted and no other', () =>
    withSimulator({}, async (running) => {
      const stranger = await openPage(running, 'loopback', 'https://example.com');
      const page = await openPage(running, 'loopback', 'http://127.0.0.1:4200');
      stranger.host({ capabilities: {} });
      page.host({ capabilities: {} });
      await page.until('ready');
      expect(stranger.posted).toEqual([]);
    }));
});
