import { WebSocket } from 'ws';
import { isRecord } from '../frame.js';
import { socketText } from '../socket-text.js';
import type { SimulatorOptions } from '../start-simulator.js';
import { startTestSimulator, type TestSimulator } from '../test-simulator.js';
import { record } from './test-desktop.js';

/** A desktop's page on the real simulator. */
async function openPage(running: TestSimulator, session: string) {
  const url = new URL('/socket', running.simulator.origins.xivo);
  url.protocol = 'ws:';
  url.search = new URLSearchParams({ session }).toString();
  const socket = new WebSocket(url);
  const waiting: ((message: Readonly<Record<string, unknown>>) => void)[] = [];
  socket.on('message', (data) => {
    const message = record(JSON.parse(socketText(data)));
    for (const look of [...waiting]) look(message);
  });
  await new Promise((resolve) => socket.once('open', resolve));
  return {
    send: (message: object) => socket.send(JSON.stringify(message)),
    /** The first message from now on that passes. */
    until: (passes: (message: Readonly<Record<string, unknown>>) => boolean) =>
      new Promise<Readonly<Record<string, unknown>>>((resolve) =>
        waiting.push((message) => passes(message) && resolve(message)),
      ),
    close: () => socket.close(),
  };
}

async function withSimulator(options: SimulatorOptions, run: (running: TestSimulator) => Promise<void>) {
  const running = await startTestSimulator(options);
  try {
    await run(running);
  } finally {
    await running.close();
  }
}

const codeOf = (body: unknown): unknown => (isRecord(body) ? record(body['error'])['code'] : undefined);

describe('XiVO’s control API', () => {
  test('a call rings, is answered by the service, and its pane completes', () =>
    withSimulator({}, async (running) => {
      const session = 'life';
      const post = (path: string, body: object) =>
        running.post(`/control/xivo/${path}`, { session, ...body });
      const panes = async () => record((await running.get(`/control/xivo/panes?session=${session}`)).body);
      expect(codeOf((await post('calls', { direction: 'inbound' })).body)).toBe('no-widget');
      const page = await openPage(running, session);
      const asked = page.until(({ kind }) => kind === 'ask');
      const placed = await post('calls', { direction: 'inbound', from: '1013', queue: 'edition' });
      const id = String(record(placed.body)['id']);
      expect([placed.status, id]).toEqual([201, expect.stringMatching(/^\d{10}\.\d+$/)]);
      const { ask } = await asked;
      const text = JSON.stringify({ action: 'open', url: 'http://localhost:9/pane', title: 'Customer' });
      const shows = (count: number) => (message: Readonly<Record<string, unknown>>) => {
        const { panes: views } = record(message['view']);
        return Array.isArray(views) && views.length === count;
      };
      const shown = page.until(shows(1));
      page.send({ kind: 'answered', ask, status: 200, contentType: 'application/json', text });
      await shown;
      expect(await panes()).toMatchObject({
        agent: { state: 'ready' },
        panes: [
          {
            id,
            callId: id,
            action: 'open',
            url: 'http://localhost:9/pane',
            title: 'Customer',
            state: 'open',
          },
        ],
        serviceCalls: [{ method: 'POST', status: 200, body: { callDataCallId: id } }],
        errors: [],
      });
      const gone = page.until(shows(0));
      page.send({ kind: 'frame', origin: 'http://localhost:9', data: 'closeThirdParty', pane: id });
      await gone;
      expect(await panes()).toMatchObject({ panes: [{ state: 'completed' }] });
      const path = `calls/${encodeURIComponent(id)}`;
      expect((await post(path, { by: 'agent', action: 'answer' })).status).toBe(200);
      expect(codeOf((await post(path, { by: 'agent', action: 'answer' })).body)).toBe('invalid-state');
      page.close();
    }));

  test('X-3 X-30: URLs by the board’s port and the session, unless they are given or configured', () =>
    withSimulator({}, async (running) => {
      const port = Number(running.simulator.board.port) + 6;
      const service = `http://localhost:${port}/xivo`;
      const { body } = await running.get('/control/health');
      expect(record(body)['services']).toEqual({ xivo: service });
      const status = await running.get('/control/xivo/status?session=a%26b');
      expect(record(status.body)['config']).toEqual({
        thirdPartyUrl: `${service}?session=a%26b`,
        loginUrl: `${service}/login?session=a%26b&login=%{login}&token=%{token}&xivoccHost=%{xivocchost}`,
        answer: null,
        restorePause: false,
      });
    }));

  test('X-3 X-30: the environment’s URLs are those of every session', () =>
    withSimulator(
      {
        thirdPartyUrl: 'https://crm.example/ws',
        loginUrl: '',
        services: { xivo: 'http://localhost:9/xivo' },
      },
      async (running) => {
        const status = await running.get('/control/xivo/status?session=any');
        expect(record(status.body)['config']).toMatchObject({
          thirdPartyUrl: 'https://crm.example/ws',
          loginUrl: '',
        });
        const { body } = await running.get('/control/health');
        expect(body).toMatchObject({ services: { xivo: 'http://localhost:9/xivo' } });
      },
    ));

  test('config sets what the demo service answers, for its own session, until it is taken back', () =>
    withSimulator({}, async (running) => {
      const answer = { action: 'popup', url: '/x', multitab: true };
      const config = (body: object) => running.post('/control/xivo/config', body);
      expect((await config({ session: 'one', answer })).status).toBe(200);
      const { xivo } = running.simulator;
      expect([xivo.answerFor('one'), xivo.answerFor('two')]).toEqual([answer, undefined]);
      await config({ session: 'one', thirdPartyUrl: 'http://localhost:9/a' });
      expect(xivo.answerFor('one')).toEqual(answer);
      await config({ session: 'one', answer: null });
      expect(xivo.answerFor('one')).toBeUndefined();
    }));

  test.each([
    ['config', { thirdPartyUrl: 'ftp://x' }, 'thirdPartyUrl'],
    ['config', { loginUrl: 'nonsense' }, 'loginUrl'],
    ['config', { answer: { action: 'explode' } }, 'answer.action'],
    ['config', { answer: { action: 'none', color: 'red' } }, 'answer.color'],
    ['config', { restorePause: 'yes' }, 'restorePause'],
    ['config', { url: '' }, 'url'],
    ['calls', { direction: 'inbound', legs: 2 }, 'legs'],
    ['emit', {}, 'frame'],
  ])('POST %s with %j is an error that names the field', (path, body, field) =>
    withSimulator({}, async (running) => {
      const answer = await running.post(`/control/xivo/${path}`, body);
      expect([answer.status, codeOf(answer.body)]).toEqual([400, 'invalid-request']);
      expect(JSON.stringify(answer.body)).toContain(field);
    }),
  );

  test('panes are XiVO’s alone, and an unknown query field is an error', () =>
    withSimulator({}, async (running) => {
      expect((await running.get('/control/kunzite/panes?session=x')).status).toBe(404);
      expect((await running.get('/control/xivo/constructor')).status).toBe(404);
      expect((await running.get('/control/xivo/panes?sesion=x')).status).toBe(400);
    }));

  test('X-13: the page’s policy lets it ask and show any web address, and nothing else', () =>
    withSimulator({}, async (running) => {
      const { headers } = await fetch(running.simulator.origins.xivo);
      const policy = headers.get('content-security-policy') ?? '';
      expect(policy).toContain("default-src 'none'");
      expect(policy).toContain("script-src 'self'");
      expect(policy).toContain("connect-src 'self' ws: http: https:");
      expect(policy).toContain('frame-src http: https:');
      expect(headers.get('referrer-policy')).toBe('no-referrer');
    }));
});
