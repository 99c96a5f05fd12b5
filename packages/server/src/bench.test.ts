import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { buildServer, type BuiltServer } from './testing/builtServer.js';

const check = path.resolve(__dirname, '../../../tools/bench/xivo/check.mjs');

let server: BuiltServer;

beforeAll(async () => {
  server = await buildServer();
}, 60_000);
afterAll(() => server.close());

test('the benchmark, for its answers: each of 500 calls gets its own, and 50 browsers hear of each call once', async () => {
  const node = await server.start(['--port', '0', '--open', 'https://crm.example.com/?n={caller}']);
  const { stdout } = await promisify(execFile)(process.execPath, [check, node.url, '500']);
  expect(stdout).toContain('500 answers and 250 events were right');
  // It notices what is wrong.
  const silent = await server.start(['--port', '0']);
  await expect(promisify(execFile)(process.execPath, [check, silent.url, '20'])).rejects.toThrow('20 wrong');
  for (const each of [node, silent]) expect(await each.end('SIGTERM')).toBe(0);
}, 60_000);
