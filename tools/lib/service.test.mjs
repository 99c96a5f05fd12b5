import assert from 'node:assert/strict';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import test from 'node:test';
import { answers } from './answers.mjs';
import { goneWithin } from './goneWithin.mjs';
import { freePorts, portInUse, portsFrom } from './ports.mjs';
import { startService } from './service.mjs';
import { temporaryFolder } from './temporaryFolder.mjs';

const freePort = async () => {
  const server = net.createServer().listen(0);
  await once(server, 'listening');
  const { port } = /** @type {net.AddressInfo} */ (server.address());
  await new Promise((resolve) => server.close(resolve));
  return port;
};

/** A server with a child of its own; `politely` says whether it heeds SIGTERM. */
const serverCode = (/** @type {number} */ port, /** @type {boolean} */ politely) => `
  const { spawn } = require('node:child_process');
  const { writeFileSync } = require('node:fs');
  const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1e6)'], { stdio: 'ignore' });
  process.on('SIGTERM', () => { ${politely ? 'process.exit(0)' : ''} });
  writeFileSync('pids', process.pid + ' ' + child.pid);
  require('node:http').createServer((request, response) => response.end('hello')).listen(${port});
`;

for (const politely of [true, false]) {
  test(`stopping a service that ${politely ? 'heeds' : 'ignores'} the request leaves no process and no port`, async (t) => {
    const port = await freePort();
    const cwd = temporaryFolder(t, { 'server.cjs': serverCode(port, politely) });
    const service = startService(['server.cjs'], { cwd, graceMs: 500 });
    t.after(() => service.kill());
    const signal = new AbortController().signal;
    assert.ok(await answers(`http://localhost:${port}/`, { timeoutMs: 20_000, signal }));
    assert.ok(await portInUse(port));
    const pids = readFileSync(path.join(cwd, 'pids'), 'utf8').split(' ').map(Number);

    await service.stop();
    await service.stop(); // twice does no harm
    assert.equal(await portInUse(port), false);
    for (const pid of pids) assert.ok(await goneWithin(pid), `${pid} is alive`);
  });
}

test('a service that ends by itself tells its exit code', async (t) => {
  const cwd = temporaryFolder(t, { 'server.cjs': 'process.exitCode = 7' });
  assert.equal(await startService(['server.cjs'], { cwd }).ended, 7);
});

test('waiting for an address ends when the wait is called off', async () => {
  const off = new AbortController();
  const waiting = answers(`http://localhost:${await freePort()}/`, { timeoutMs: 60_000, signal: off.signal });
  off.abort();
  assert.equal(await waiting, false);
});

test('ports are the usual ones, or move together', () => {
  assert.deepEqual(portsFrom({}), { launcher: 4200, simulator: 4300 });
  assert.deepEqual(portsFrom({ OFFHOOK_PORT: '5200' }), { launcher: 5200, simulator: 5300 });
});

test('a port that is none is refused with words', () => {
  for (const port of ['0', '70000', 'http', '42.5', '-1']) {
    assert.throws(() => portsFrom({ OFFHOOK_PORT: port }), /OFFHOOK_PORT must be a port/);
  }
});

test("free ports are free: the launcher's, and the simulator's 100 above", async () => {
  const { launcher, all } = await freePorts();
  assert.deepEqual(all.slice(0, 3), [launcher, launcher + 100, launcher + 101]);
  for (const port of all) assert.equal(await portInUse(port), false);
});
