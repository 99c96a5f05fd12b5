import { createServer, type AddressInfo, type Server } from 'node:net';
import { failureText } from './failureText.js';
import { startLauncher, type Launcher, type LauncherOptions } from './startLauncher.js';
import { builtFolders } from './testing/builtFolders.js';

let built: Awaited<ReturnType<typeof builtFolders>>;

beforeAll(async () => {
  built = await builtFolders();
});

afterAll(() => built.remove());

/** A port that was free a moment ago. */
async function freePort(): Promise<number> {
  const server = await takenPort(0);
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

const takenPort = (port: number): Promise<Server> =>
  new Promise((resolve) => {
    const server = createServer().listen(port, '127.0.0.1', () => resolve(server));
  });

function fakeSimulator() {
  const log: string[] = [];
  const startSimulator = (options: { port: number }) => {
    log.push(`started on ${options.port}`);
    return Promise.resolve({ close: () => Promise.resolve(void log.push('closed')) });
  };
  return { log, startSimulator: startSimulator as unknown as LauncherOptions['startSimulator'] };
}

const start = async (port: number, startSimulator: LauncherOptions['startSimulator']): Promise<Launcher> =>
  startLauncher({ ports: { launcher: port, simulator: port + 100 }, folders: built.folders, startSimulator });

test('it serves on both loopback addresses, with the simulator beside it, and stops both', async () => {
  const port = await freePort();
  const { log, startSimulator } = fakeSimulator();
  const launcher = await start(port, startSimulator);
  for (const host of ['127.0.0.1', 'localhost']) {
    expect((await fetch(`http://${host}:${port}/react/ringcentral`)).status).toBe(200);
  }
  await launcher.close();
  expect(log).toEqual([`started on ${port + 100}`, 'closed']);
  await expect(fetch(`http://127.0.0.1:${port}/`)).rejects.toThrow();
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
    startLauncher({ ports: { launcher: port, simulator: port + 100 }, folders, startSimulator }),
  ).rejects.toThrow('The app of /vue/ is not built');
});
