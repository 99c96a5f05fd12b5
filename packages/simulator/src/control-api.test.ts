import { request } from 'node:http';
import { posted, startTestSimulator, type TestSimulator } from './test-simulator.js';
import { isRecord } from './frame.js';

let running: TestSimulator;
beforeAll(async () => {
  running = await startTestSimulator();
});
afterAll(() => running.close());

const errorCode = (body: unknown) => {
  const error = isRecord(body) ? body['error'] : undefined;
  expect(error).toEqual({ code: expect.any(String), message: expect.any(String) });
  return isRecord(error) ? error['code'] : undefined;
};

describe('the control API over HTTP', () => {
  test('health lists only the vendors that exist', async () => {
    const { status, body } = await running.get('/control/health');
    const xivo = `http://localhost:${Number(running.simulator.board.port) + 6}/xivo`;
    expect([status, body]).toEqual([
      200,
      { ok: true, vendors: ['ringcentral', 'connect-me', 'kunzite', 'xivo'], services: { xivo } },
    ]);
  });

  test('a call lives from POST to hang-up, with its id in the path', async () => {
    const session = 'life';
    const page = await running.openWidget(`session=${session}`);
    const placed = await running.post('/control/ringcentral/calls', {
      session,
      direction: 'inbound',
      from: '+1 555',
      name: 'Ada',
    });
    expect(placed.status).toBe(201);
    const id = isRecord(placed.body) ? String(placed.body['id']) : '';
    expect(placed.body).toEqual({ id: expect.stringContaining('@') });
    const path = `/control/ringcentral/calls/${encodeURIComponent(id)}`;
    const calls = async () => (await running.get(`/control/ringcentral/calls?session=${session}`)).body;
    expect(await calls()).toMatchObject({
      calls: [
        {
          id,
          state: 'webphone-session-connecting',
          direction: 'inbound',
          from: '+1 555',
          to: '+16505550101',
        },
      ],
    });
    expect((await running.post(path, { session, by: 'agent', action: 'answer' })).status).toBe(200);
    expect(await calls()).toMatchObject({ calls: [{ state: 'webphone-session-connected' }] });
    const again = await running.post(path, { session, by: 'agent', action: 'answer' });
    expect([again.status, errorCode(again.body)]).toEqual([409, 'invalid-state']);
    expect((await running.post(path, { session, action: 'hangup' })).status).toBe(200);
    expect(await calls()).toEqual({ calls: [] });
    await page.until(posted('rc-call-end-notify'));
    const gone = await running.post(path, { session, action: 'hangup' });
    expect([gone.status, errorCode(gone.body)]).toEqual([404, 'unknown-call']);
  });

  test('frames are those that the widget sees, with time, direction and origin', async () => {
    const session = 'frames';
    const page = await running.openWidget(`session=${session}`);
    page.send({
      kind: 'frame',
      origin: 'http://localhost:4200',
      data: { type: 'rc-adapter-webphone-sessions-sync' },
    });
    await page.until(posted('rc-webphone-sessions-sync'));
    const { body } = await running.get(`/control/ringcentral/frames?session=${session}`);
    const frames = isRecord(body) && Array.isArray(body['frames']) ? body['frames'] : [];
    expect(frames[0]).toMatchObject({
      at: expect.any(Number),
      direction: 'out',
      origin: running.simulator.origins.ringcentral,
      data: { type: 'rc-dialer-status-notify' },
    });
    expect(frames).toContainEqual(
      expect.objectContaining({
        direction: 'in',
        origin: 'http://localhost:4200',
        data: { type: 'rc-adapter-webphone-sessions-sync' },
      }),
    );
  });

  test('emit posts any frame and counts the widgets', async () => {
    const session = 'emit';
    const pages = await Promise.all([1, 2].map(() => running.openWidget(`session=${session}`)));
    const { body } = await running.post('/control/ringcentral/emit', {
      session,
      frame: { type: 'rc-odd', n: [1, null] },
    });
    expect(body).toEqual({ delivered: 2 });
    for (const page of pages)
      expect(await page.until(posted('rc-odd'))).toEqual({
        kind: 'post',
        data: { type: 'rc-odd', n: [1, null] },
      });
    expect((await running.post('/control/ringcentral/emit', { session, frame: 'text' })).status).toBe(400);
  });

  test('ask, login, logout, message and state do what they say', async () => {
    const session = 'verbs';
    const page = await running.openWidget(`session=${session}`);
    await page.until(posted('rc-webphone-active-notify'));
    page.send({
      kind: 'frame',
      origin: 'http://localhost:4200',
      data: {
        type: 'rc-adapter-register-third-party-service',
        service: { name: 'S', contactSearchPath: '/search' },
      },
    });
    const asked = running.post('/control/ringcentral/ask', {
      session,
      path: '/search',
      body: { searchString: 'a' },
      timeoutMs: 2000,
    });
    const request = await page.until(posted('rc-post-message-request'));
    const data = request.kind === 'post' && isRecord(request.data) ? request.data : {};
    expect(data).toMatchObject({ path: '/search', body: { searchString: 'a' } });
    page.send({
      kind: 'frame',
      origin: 'http://localhost:4200',
      data: { type: 'rc-post-message-response', responseId: data['requestId'], response: { data: [] } },
    });
    expect((await asked).body).toEqual({ answered: true, response: { data: [] }, ms: expect.any(Number) });
    const unregistered = await running.post('/control/ringcentral/ask', { session, path: '/nowhere' });
    expect([unregistered.status, errorCode(unregistered.body)]).toEqual([409, 'not-registered']);
    const never = await running.post('/control/ringcentral/ask', { session, path: '/search', timeoutMs: 20 });
    expect(never.body).toEqual({ answered: false, ms: expect.any(Number) });

    expect((await running.post('/control/ringcentral/logout', { session })).status).toBe(200);
    const refused = await running.post('/control/ringcentral/calls', { session, direction: 'outbound' });
    expect([refused.status, errorCode(refused.body)]).toEqual([409, 'signed-out']);
    expect((await running.post('/control/ringcentral/login', { session })).status).toBe(200);
    expect(
      (await running.post('/control/ringcentral/state', { session, sip: 'lost', signedIn: true })).status,
    ).toBe(200);
    expect((await running.get(`/control/ringcentral/status?session=${session}`)).body).toMatchObject({
      sip: 'lost',
      signedIn: true,
    });
    const message = await running.post('/control/ringcentral/message', {
      session,
      type: 'SMS',
      from: '+1555',
      text: 'Hi',
    });
    expect(message.body).toMatchObject({ id: expect.any(String) });
    expect((await running.post('/control/ringcentral/state', { session, reload: true })).status).toBe(200);
    await page.until((one) => one.kind === 'reload');
  });

  test.each([
    ['calls', { direction: 'inbound' }],
    ['calls/x', { action: 'answer' }],
    ['state', { sip: 'lost' }],
    ['emit', { frame: { type: 'x' } }],
    ['ask', { path: '/x' }],
    ['login', {}],
    ['logout', {}],
    ['message', { type: 'SMS', from: '+1' }],
  ])('POST %s is refused while no widget is open', async (path, body) => {
    const answer = await running.post(`/control/ringcentral/${path}`, { session: 'nobody', ...body });
    expect([answer.status, errorCode(answer.body)]).toEqual([409, 'no-widget']);
  });

  test('faults, reset and looking need no open widget', async () => {
    const session = 'early';
    expect((await running.post('/control/ringcentral/faults', { session, drop: 0.5 })).body).toMatchObject({
      faults: { drop: 0.5 },
    });
    expect((await running.post('/control/ringcentral/reset', { session })).status).toBe(200);
    expect((await running.get(`/control/ringcentral/calls?session=${session}`)).body).toEqual({ calls: [] });
    expect((await running.get(`/control/ringcentral/frames?session=${session}`)).body).toEqual({
      frames: [],
    });
  });

  test.each([
    ['calls', { direction: 'inbound', color: 'red' }, 'color'],
    ['calls', { direction: 'inbound', legs: 2 }, 'legs'],
    ['calls', { direction: 'sideways' }, 'direction'],
    ['calls', {}, 'direction'],
    ['calls', { direction: 'inbound', from: '' }, 'from'],
    ['calls', { direction: 'inbound', session: 7 }, 'session'],
    ['calls/x', { action: 'explode' }, 'action'],
    ['calls/x', { action: 'answer', by: 'nobody' }, 'by'],
    ['state', { sip: 'maybe' }, 'sip'],
    ['state', { reload: false }, 'reload'],
    ['faults', { drop: 2 }, 'drop'],
    ['faults', { until: -1 }, 'until'],
    ['faults', { silent: 'yes' }, 'silent'],
    ['ask', { path: '' }, 'path'],
    ['message', { type: 'Letter', from: '+1' }, 'type'],
    ['message', { type: 'SMS' }, 'from'],
    ['reset', { session: 'x', now: true }, 'now'],
  ])('POST %s with %j is an error that names the field', async (path, body, field) => {
    const answer = await running.post(`/control/ringcentral/${path}`, body);
    expect([answer.status, errorCode(answer.body)]).toEqual([400, 'invalid-request']);
    expect(JSON.stringify(answer.body)).toContain(field);
  });

  test('an unknown vendor, action, path or query field is an error; so is what is not JSON or too large', async () => {
    const wrong = async (promise: Promise<{ status: number; body: unknown }>) => {
      const { status, body } = await promise;
      return [status, errorCode(body)];
    };
    expect(await wrong(running.post('/control/nobody/calls', { direction: 'inbound' }))).toEqual([
      404,
      'unknown-vendor',
    ]);
    expect(await wrong(running.get('/control/nobody/frames'))).toEqual([404, 'unknown-vendor']);
    expect(await wrong(running.get('/control/nobody/what/ever'))).toEqual([404, 'unknown-vendor']);
    expect(await wrong(running.post('/control/ringcentral/explode', {}))).toEqual([404, 'unknown-action']);
    expect(await wrong(running.post('/control/ringcentral/constructor', {}))).toEqual([
      404,
      'unknown-action',
    ]);
    expect(await wrong(running.get('/control/ringcentral/what/ever'))).toEqual([404, 'not-found']);
    expect(await wrong(running.get('/control/ringcentral/calls?sesion=demo'))).toEqual([
      400,
      'invalid-request',
    ]);
    expect(await wrong(running.post('/control/ringcentral/calls', '{nonsense'))).toEqual([
      400,
      'invalid-json',
    ]);
    expect(await wrong(running.post('/control/ringcentral/calls', ' '.repeat(1024 * 1024 + 1)))).toEqual([
      413,
      'too-large',
    ]);
    expect(await wrong(running.get('/nonsense'))).toEqual([404, 'not-found']);
  });

  test('pages of this machine may use it, others may not', async () => {
    const allowed = await running.get('/control/health', { origin: 'http://localhost:4200' });
    expect(allowed.headers.get('access-control-allow-origin')).toBe('http://localhost:4200');
    const error = await running.post('/control/nobody/calls', {}, { origin: 'http://127.0.0.1:9999' });
    expect(error.headers.get('access-control-allow-origin')).toBe('http://127.0.0.1:9999');
    for (const origin of ['https://example.com', 'null', 'http://localhost.example.com']) {
      const refused = await running.post('/control/ringcentral/reset', {}, { origin });
      expect([refused.status, errorCode(refused.body)]).toEqual([403, 'foreign-origin']);
      expect(refused.headers.get('access-control-allow-origin')).toBeNull();
    }
    const preflight = await fetch(new URL('/control/ringcentral/calls', running.simulator.board), {
      method: 'OPTIONS',
      headers: { origin: 'http://localhost:4200', 'access-control-request-method': 'POST' },
    });
    expect(preflight.status).toBe(204);
    expect(preflight.headers.get('access-control-allow-headers')).toContain('Content-Type');
  });

  test('a name that was made to point here (DNS rebinding) is refused', async () => {
    const status = await new Promise((resolve, reject) => {
      const { port } = running.simulator.board;
      request(
        { host: '127.0.0.1', port, path: '/control/health', headers: { host: `evil.example:${port}` } },
        (response) => {
          response.resume();
          resolve(response.statusCode);
        },
      )
        .on('error', reject)
        .end();
    });
    expect(status).toBe(403);
  });
});
