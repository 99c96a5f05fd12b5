import assert from 'node:assert/strict';
import path from 'node:path';
import test from 'node:test';
import { pathToFileURL } from 'node:url';
import { root } from './lib/root.mjs';
import { run } from './lib/run.mjs';
import { temporaryFolder } from './lib/temporaryFolder.mjs';

const npmTest = (/** @type {string[]} */ ...args) =>
  run(process.execPath, [path.join(root, 'tools', 'test.mjs'), ...args]);

const moduleAt = (/** @type {string[]} */ ...parts) =>
  JSON.stringify(pathToFileURL(path.join(root, 'tools', ...parts)).href);

/** Runs steps written here the way `npm test` runs its own. */
function runSteps(/** @type {import('node:test').TestContext} */ t, /** @type {string} */ steps) {
  const folder = temporaryFolder(t, {
    'run.mjs': `
      import { runSteps } from ${moduleAt('test.mjs')};
      import { check, failed, passed, skipped } from ${moduleAt('lib', 'tally.mjs')};
      const ok = await runSteps(${steps}, { projects: [], programs: new Map() });
      process.exitCode = ok ? 0 : 1;
    `,
  });
  return run(process.execPath, [path.join(folder, 'run.mjs')]);
}

const lastLine = (/** @type {string} */ text) => text.trimEnd().split('\n').at(-1);

test('all is well: the last line counts it and the exit code is 0', async (t) => {
  const outcome = await runSteps(
    t,
    `{ async *one() { yield passed('a'); yield { ...passed('b'), passed: 41 }; } }`,
  );
  assert.equal(outcome.code, 0);
  assert.equal(lastLine(outcome.stdout), '42 passed, 0 failed, 0 skipped');
});

test('after a failure the other steps run, and it is shown at the end with what it said', async (t) => {
  const outcome = await runSteps(
    t,
    `{
      async *first() { yield failed('a', 'the reason why'); },
      async *second() { throw new Error('the step itself broke'); },
      async *third() { yield passed('c'); },
    }`,
  );
  assert.equal(outcome.code, 1);
  assert.equal(lastLine(outcome.stdout), '1 passed, 2 failed, 0 skipped');
  const end = outcome.stdout.slice(outcome.stdout.indexOf('✓ c'));
  assert.match(end, /the reason why/);
  assert.match(end, /the step itself broke/);
  assert.match(end, /Failed:\n {2}a\n {2}second broke off/);
});

test('what is skipped is counted and told with its reason, and does not fail', async (t) => {
  const outcome = await runSteps(
    t,
    `{ async *one() { yield passed('a'); yield skipped('browser', 'no Chromium', 12); } }`,
  );
  assert.equal(outcome.code, 0);
  assert.match(outcome.stdout, /Skipped:\n {2}12 of browser: no Chromium/);
  assert.equal(lastLine(outcome.stdout), '1 passed, 0 failed, 12 skipped');
});

test('a run in which nothing passed is no success', async (t) => {
  assert.equal((await runSteps(t, '{ async *one() {} }')).code, 1);
});

test('one step can be asked for, and ends with the same line', async () => {
  const outcome = await npmTest('--only', 'lock');
  assert.equal(outcome.code, 0, outcome.output);
  assert.equal(lastLine(outcome.stdout), '1 passed, 0 failed, 0 skipped');
});

test('a step that does not exist is an error, not an empty success', async () => {
  const outcome = await npmTest('--only', 'unti');
  assert.notEqual(outcome.code, 0);
  assert.match(outcome.output, /No step 'unti'. There are lock, lint, /);
});
