import assert from 'node:assert/strict';
import test from 'node:test';
import { goneWithin } from './goneWithin.mjs';
import { binOf, run, runTool } from './run.mjs';

const node = (/** @type {string} */ code, options = {}) => run(process.execPath, ['-e', code], options);

test('the code and both outputs come back, standard output also alone', async () => {
  const outcome = await node("console.log('out'); console.error('err'); process.exitCode = 3");
  assert.equal(outcome.code, 3);
  assert.equal(outcome.stdout, 'out\n');
  assert.match(outcome.output, /err/);
});

test('a program that is not there is an outcome, not an exception', async () => {
  const outcome = await run('no-such-program-as-this', []);
  assert.equal(outcome.code, 127);
  assert.match(outcome.output, /no-such-program-as-this/);
});

test('nothing is on the standard input, so that no prompt can wait for an answer', async () => {
  assert.equal(
    (await node("process.stdin.on('data', () => {}).on('end', () => console.log('end'))")).stdout,
    'end\n',
  );
});

test('one that takes too long is ended with what it started', async () => {
  const grandchild =
    "require('child_process').spawn(process.execPath, ['-e', 'setInterval(() => {}, 1e6)'], { stdio: 'ignore' })";
  const outcome = await node(`console.log(${grandchild}.pid); setInterval(() => {}, 1e6)`, {
    timeoutMs: 1_500,
  });
  assert.ok(outcome.timedOut);
  assert.notEqual(outcome.code, 0);
  assert.match(outcome.output, /longer than 2 s/);
  assert.ok(await goneWithin(Number(outcome.stdout)));
});

test('the marks of a test runner do not reach children', async () => {
  assert.equal((await node('console.log(process.env.NODE_TEST_CONTEXT)')).stdout, 'undefined\n');
});

test('a tool runs by its script, whatever its package calls it', async () => {
  assert.match(binOf('typescript', 'tsc'), /typescript/);
  assert.match((await runTool('typescript', ['--version'], { command: 'tsc' })).stdout, /^Version \d/);
});
