import { buildServer, type BuiltServer, type ServerProcess } from './testing/builtServer.js';
import { persistentCaller } from './testing/persistentCaller.js';
import { startRedis, type RedisServer } from './testing/redisServer.js';
import { resumingClient } from './testing/resumingClient.js';

const kills = Number(process.env.OFFHOOK_KILLS || 3);
const browserCount = 20;
const callsBetween = 200;

let redis: RedisServer;
let server: BuiltServer;

beforeAll(async () => {
  // One after the other: what is there is ended, though the other one fails.
  redis = await startRedis();
  server = await buildServer();
}, 60_000);
afterAll(() => redis.close());
afterAll(() => server.close());

test(
  `${kills} kills of one of two nodes under load: every accepted call reaches every browser once, in one order`,
  async () => {
    const env = { REDIS_URL: redis.url, OFFHOOK_XIVO_SECRET: 'a secret of the tests, which is long enough' };
    const start = (port: number): Promise<ServerProcess> =>
      server.start(['--port', String(port), '--open', 'https://crm.example.com/?n={caller}'], env);
    const nodes = await Promise.all([start(0), start(0)]);
    const urls = nodes.map(({ url }) => url);
    const browsers = await Promise.all(
      Array.from({ length: browserCount }, (_, index) =>
        resumingClient(index % 2 === 0 ? urls : [...urls].reverse()),
      ),
    );
    const begun = performance.now();
    const caller = persistentCaller(urls, 8);
    for (let kill = 0; kill < kills; kill += 1) {
      const victim = kill % 2;
      await caller.until(caller.accepted.length + callsBetween);
      const node = nodes[victim]!;
      await node.end('SIGKILL');
      // The other one bears all of it for a while.
      await caller.until(caller.accepted.length + callsBetween);
      nodes[victim] = await start(node.port);
    }
    await caller.until(caller.accepted.length + callsBetween);
    await caller.stop();
    const { accepted } = caller;
    await Promise.all(browsers.map((browser) => browser.until(accepted.length)));
    const seconds = (performance.now() - begun) / 1_000;

    expect(new Set(accepted).size).toBe(accepted.length);
    for (const browser of browsers) {
      expect(browser.gaps()).toBe(0);
      expect(browser.calls).toEqual(browsers[0]!.calls);
      expect(browser.ids).toEqual(browsers[0]!.ids);
    }
    expect([...browsers[0]!.calls].sort()).toEqual([...accepted].sort());
    const resumed = browsers.reduce((sum, browser) => sum + browser.resumed(), 0);
    expect(resumed).toBeGreaterThanOrEqual(kills);
    process.stderr.write(
      `${kills} kills in ${seconds.toFixed(1)} s: ${accepted.length} calls accepted, ${caller.failures()} refused or broken ` +
        `and asked anew; ${browserCount} browsers resumed ${resumed} times, at the longest after ` +
        `${Math.max(...browsers.map((browser) => browser.longestBreak())).toFixed(0)} ms; ` +
        `${browserCount * accepted.length} told, none lost, none twice, all in one order\n`,
    );
    for (const browser of browsers) browser.close();
    for (const node of nodes) expect(await node.end('SIGTERM')).toBe(0);
  },
  60_000 + kills * 30_000,
);
