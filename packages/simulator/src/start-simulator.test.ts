import { createServer } from 'node:net';
import { startSimulator } from './index.js';
import { posted, startTestSimulator } from './test-simulator.js';

const isFree = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const server = createServer()
      .once('error', () => resolve(false))
      .listen(port, 'localhost', () => server.close(() => resolve(true)));
  });

/**
 * The second of a row of ports that are free: as many as a simulator takes, and one before. Below those that a system
 * gives to whoever asks for any: what runs beside this test takes those all the time.
 */
async function freePort(): Promise<number> {
  for (;;) {
    const first = 10_000 + Math.floor(Math.random() * 9_000);
    const row = await Promise.all(Array.from({ length: 8 }, (_, index) => isFree(first + index)));
    if (row.every((free) => free)) return first + 1;
  }
}

describe('startSimulator', () => {
  test('serves the board on localhost and the widget on 127.0.0.1, ports side by side, and says what it is', async () => {
    const port = await freePort();
    const lines: string[] = [];
    const simulator = await startSimulator({ port, tetherfi: false, log: (line) => lines.push(line) });
    try {
      expect(simulator.board.href).toBe(`http://localhost:${port}/`);
      expect(simulator.origins).toEqual({
        ringcentral: `http://127.0.0.1:${port + 1}`,
        'connect-me': `http://127.0.0.1:${port + 2}`,
        kunzite: `http://127.0.0.1:${port + 3}`,
        xivo: `http://127.0.0.1:${port + 4}`,
      });
      expect(lines.every((line) => line.includes('Simulator'))).toBe(true);
      expect((await fetch(new URL('/control/health', simulator.board))).status).toBe(200);
    } finally {
      await simulator.close();
    }
    await expect(fetch(simulator.board)).rejects.toThrow();
  });

  test('says which port is taken, and leaves nothing open', async () => {
    const port = await freePort();
    const first = await startSimulator({ port, tetherfi: false });
    try {
      await expect(startSimulator({ port: port - 1, tetherfi: false })).rejects.toThrow(
        `Port ${port} is in use`,
      );
      await expect(fetch(`http://127.0.0.1:${port - 1}/`)).rejects.toThrow();
    } finally {
      await first.close();
    }
  });

  test('refuses strict origins that are none', async () => {
    await expect(startSimulator({ port: 0, strictOrigins: ['localhost'] })).rejects.toThrow('not an origin');
  });

  test.each([
    ['thirdPartyUrl', { thirdPartyUrl: 'ftp://crm.example' }],
    ['loginUrl', { loginUrl: 'crm.example' }],
    ['services.xivo', { services: { xivo: 'localhost' } }],
  ])('X-3 X-30: refuses a %s that a browser can’t ask', async (name, options) => {
    await expect(startSimulator({ port: 0, ...options })).rejects.toThrow(`${name} "`);
  });

  test('close ends open widgets too', async () => {
    const running = await startTestSimulator();
    const page = await running.openWidget();
    await running.close();
    await page.closed;
  });
});

describe('the widget’s line to its server', () => {
  test('what is no message of ours is ignored', async () => {
    const running = await startTestSimulator();
    try {
      const page = await running.openWidget();
      for (const text of [
        '',
        'nonsense',
        '[]',
        'null',
        '{"kind":"explode"}',
        '{"kind":"intent","intent":{"do":"rm"}}',
      ])
        page.send(text);
      page.send({
        kind: 'frame',
        origin: 'http://localhost:1',
        data: { type: 'rc-adapter-webphone-sessions-sync' },
      });
      await page.until(posted('rc-webphone-sessions-sync'));
    } finally {
      await running.close();
    }
  });

  test('a page from elsewhere gets no line', async () => {
    const running = await startTestSimulator();
    try {
      await expect(running.openWidget('', { origin: 'https://example.com' })).rejects.toThrow('403');
      await expect(
        running.openWidget('', { origin: running.simulator.origins.ringcentral }),
      ).resolves.toBeDefined();
    } finally {
      await running.close();
    }
  });

  test('with strict origins other hosts are not listened to, and the page is told whom to post to', async () => {
    const running = await startTestSimulator({ strictOrigins: ['http://localhost:4200'] });
    try {
      const page = await running.openWidget();
      expect(await page.until((message) => message.kind === 'hosts')).toEqual({
        kind: 'hosts',
        strict: ['http://localhost:4200'],
      });
      const data = (path: string) => ({ type: 'rc-adapter-message-request', requestId: path, path });
      page.send({ kind: 'frame', origin: 'http://localhost:9999', data: data('/other') });
      page.send({ kind: 'frame', origin: 'http://localhost:4200', data: data('/own') });
      await page.until(posted('rc-adapter-message-response'));
      const answers = page.messages.filter(posted('rc-adapter-message-response'));
      expect(answers).toEqual([{ kind: 'post', data: expect.objectContaining({ responseId: '/own' }) }]);
    } finally {
      await running.close();
    }
  });

  test('sessions do not see each other', async () => {
    const running = await startTestSimulator();
    try {
      const one = await running.openWidget('session=one');
      const two = await running.openWidget('session=two');
      await running.post('/control/ringcentral/calls', { session: 'one', direction: 'inbound' });
      await one.until(posted('rc-call-ring-notify'));
      await running.post('/control/ringcentral/emit', { session: 'two', frame: { type: 'rc-last' } });
      await two.until(posted('rc-last'));
      expect(two.messages.some(posted('rc-call-ring-notify'))).toBe(false);
    } finally {
      await running.close();
    }
  });
});
