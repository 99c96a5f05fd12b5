// `npm start` for real: build, serve, stop. Free ports, so that it may run beside another.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import { answers } from './lib/answers.mjs';
import { freePorts, portInUse } from './lib/ports.mjs';
import { root } from './lib/root.mjs';
import { endGroup } from './lib/run.mjs';

/** Processes whose environment says that they belong to a trial: children and grandchildren wherever they went. */
const belonging = (/** @type {string} */ mark) =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => {
      try {
        return readFileSync(`/proc/${pid}/environ`, 'utf8').includes(mark);
      } catch {
        return false;
      }
    });

const linux = process.platform === 'linux';

test('npm start serves, and Ctrl-C leaves no process and no port', { timeout: 600_000 }, async (t) => {
  const { launcher, all: ports } = await freePorts();
  const mark = `OFFHOOK_TRIAL=${launcher}-${process.pid}`;
  /** @type {NodeJS.ProcessEnv} */
  const env = {
    ...process.env,
    OFFHOOK_PORT: String(launcher),
    OFFHOOK_CRM_FILE: ':memory:',
    OFFHOOK_TRIAL: mark.split('=')[1],
  };
  delete env.NODE_TEST_CONTEXT;
  const child = spawn(process.execPath, [path.join('tools', 'start.mjs')], {
    cwd: root,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  t.after(() => endGroup(child, 'SIGKILL'));
  let output = '';
  child.stdout.on('data', (text) => (output += text));
  child.stderr.on('data', (text) => (output += text));
  const gone = new AbortController();
  const exit = once(child, 'exit').then(([code]) => {
    gone.abort();
    return code;
  });

  const board = `http://localhost:${launcher + 100}/`;
  for (const url of [
    `http://localhost:${launcher}/`,
    `http://localhost:${launcher}/react/ringcentral`,
    board,
  ]) {
    assert.ok(
      await answers(url, { timeoutMs: 540_000, signal: gone.signal }),
      `${url} did not answer:\n${output}`,
    );
  }
  assert.match(output, new RegExp(`http://localhost:${launcher}/`));

  child.kill('SIGINT');
  assert.equal(await exit, 0, output);
  assert.match(output, /Stopped\./);
  for (const port of ports) assert.equal(await portInUse(port), false, `${port} is open`);
  if (linux) assert.deepEqual(belonging(mark), []);
});
