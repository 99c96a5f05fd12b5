import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { failureText } from './failureText.js';
import { startLauncher, type Launcher, type LauncherOptions } from './startLauncher.js';
import { builtFolders } from './testing/builtFolders.js';

let built: Awaited<ReturnType<typeof builtFolders>>;

beforeAll(async () => {
  built = await builtFolders();
});

afterAll(() => built.remove());

const isFree = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const server = createServer()
      .once('error', () => resolve(false))
      .listen(port, 'localhost', () => server.close(() => resolve(true)));
  });

/**
 * A port that was free a moment ago, as was the web service's. Below those that a system gives to whoever asks for any:
 * what runs beside this test takes those all the time.
 */
async function freePort(): Promise<number> {
  for (;;) {
    const port = 10_000 + Math.floor(Math.random() * 9_000);
    if ((await isFree(port)) && (await isFree(port + 106))) return port;
  }
}

const takenPort = (port: number): Promise<Server> =>
  new Promise((resolve) => {
    const server = createServer().listen(port, '127.0.0.1', () => resolve(server));
  });

function fakeSimulator() {
  const log: string[] = [];
  const startSimulator = (options: { port: number }) => {
    log.push(`started on ${options.port}`);
    return Promise.resolve({
      xivo: { answerFor: () => undefined },
      close: () => Promise.resolve(void log.push('closed')),
    });
  };
  return { log, startSimulator: startSimulator as unknown as LauncherOptions['startSimulator'] };
}

const start = async (
  port: number,
  startSimulator: LauncherOptions['startSimulator'],
  crmFile = ':memory:',
): Promise<Launcher> =>
  startLauncher({
    ports: { launcher: port, simulator: port + 100 },
    folders: built.folders,
    crmFile,
    startSimulator,
  });

test('it serves on both loopback addresses, with the simulator and the web service beside it, and stops all', async () => {
  const port = await freePort();
  const { log, startSimulator } = fakeSimulator();
  const launcher = await start(port, startSimulator);
  for (const host of ['127.0.0.1', 'localhost']) {
    expect((await fetch(`http://${host}:${port}/react/ringcentral`)).status).toBe(200);
  }
  // XiVO's web service, which the simulator knows by its port.
  const health = `http://localhost:${port + 106}/healthz`;
  expect((await fetch(health)).status).toBe(200);
  await launcher.close();
  expect(log).toEqual([`started on ${port + 100}`, 'closed']);
  await expect(fetch(`http://127.0.0.1:${port}/`)).rejects.toThrow();
  await expect(fetch(health)).rejects.toThrow();
});

test('a connection that a browser keeps open doesn’t hold up the stop', async () => {
  const port = await freePort();
  const launcher = await start(port, fakeSimulator().startSimulator);
  // `fetch` keeps its connection alive.
  await (await fetch(`http://127.0.0.1:${port}/`)).text();
  const begun = Date.now();
  await launcher.close();
  expect(Date.now() - begun).toBeLessThan(2_000);
});

test('a port that is taken is an error that names it, and the simulator is not started', async () => {
  const taken = await takenPort(0);
  const { port } = taken.address() as AddressInfo;
  const { log, startSimulator } = fakeSimulator();
  const error: unknown = await start(port, startSimulator).catch((reason: unknown) => reason);
  taken.close();
  expect(failureText(error)).toContain(`Port ${port} is taken`);
  expect(log).toEqual([]);
});

test('a port of the web service that is taken stops all the rest', async () => {
  const port = await freePort();
  const taken = await takenPort(port + 106);
  const { log, startSimulator } = fakeSimulator();
  const error: unknown = await start(port, startSimulator).catch((reason: unknown) => reason);
  taken.close();
  expect(failureText(error)).toContain(`Port ${port + 106} is taken`);
  expect(log).toEqual([`started on ${port + 100}`, 'closed']);
  await expect(fetch(`http://127.0.0.1:${port}/`)).rejects.toThrow();
});

test('when the simulator can’t start, the pages stop too', async () => {
  const port = await freePort();
  const failing = (() => Promise.reject(new Error('no simulator'))) as LauncherOptions['startSimulator'];
  await expect(start(port, failing)).rejects.toThrow('no simulator');
  await expect(fetch(`http://127.0.0.1:${port}/`)).rejects.toThrow();
});

test('what isn’t built is said before anything is served', async () => {
  const port = await freePort();
  const { startSimulator } = fakeSimulator();
  const folders = [...built.folders, { path: '/vue', root: 'nowhere', deepLinks: true }];
  await expect(
    startLauncher({
      ports: { launcher: port, simulator: port + 100 },
      folders,
      crmFile: ':memory:',
      startSimulator,
    }),
  ).rejects.toThrow('The app of /vue/ is not built');
});

describe('the CRM', () => {
  const key = '674035477569017905/7/2/2019';
  const messages = {
    session: 'a',
    writeId: 'w1',
    vendor: 'ringcentral',
    parties: [{ number: '+12165325078' }],
    messages: [{ id: 'm1', at: 1, direction: 'inbound', text: 'Hello' }],
  };

  test('it answers on the launcher’s own origin, and what it was told survives stopping and starting', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'offhook-launcher-crm-'));
    const [port, { startSimulator }] = [await freePort(), fakeSimulator()];
    const crm = `http://localhost:${port}/crm`;
    const body = JSON.stringify(messages);
    // Each time anew: a connection that is kept may be that of the server that has stopped.
    const headers = {
      'content-type': 'application/json',
      origin: `http://localhost:${port}`,
      connection: 'close',
    };

    let launcher = await start(port, startSimulator, join(folder, 'new', 'crm.sqlite'));
    const put = await fetch(`${crm}/messages/${encodeURIComponent(key)}`, { method: 'PUT', body, headers });
    expect([put.status, await put.json()]).toMatchObject([200, { conversationLogId: key }]);
    await launcher.close();

    launcher = await start(port, startSimulator, join(folder, 'new', 'crm.sqlite'));
    const rows = await fetch(`${crm}/messages?session=a`, { headers });
    expect(await rows.json()).toMatchObject([{ conversationLogId: key, updates: 1 }]);
    await launcher.close();
    await rm(folder, { recursive: true });
  });

  test('a body over 1 MB is refused, however it comes', async () => {
    const port = await freePort();
    const launcher = await start(port, fakeSimulator().startSimulator);
    const large = JSON.stringify({ session: 'x'.repeat(1_048_576) });
    for (const body of [large, new Blob([large]).stream()]) {
      const init = { method: 'POST', body, duplex: 'half' };
      expect((await fetch(`http://localhost:${port}/crm/reset`, init)).status).toBe(413);
    }
    await launcher.close();
  });

  test('what can’t hold its data is said before anything is served', async () => {
    const port = await freePort();
    const folder = await mkdtemp(join(tmpdir(), 'offhook-launcher-crm-'));
    await expect(start(port, fakeSimulator().startSimulator, folder)).rejects.toThrow('can’t keep its data');
    await expect(fetch(`http://127.0.0.1:${port}/`)).rejects.toThrow();
    await rm(folder, { recursive: true });
  });
});
