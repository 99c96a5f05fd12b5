import assert from 'node:assert/strict';
import test from 'node:test';
import { resultOfPlaywright } from '../steps/browser.mjs';
import { resultOfTap } from '../steps/tools.mjs';
import { resultOfJest } from './jest.mjs';
import { failedProjects } from './nx.mjs';
import { check, createTally, failed, lineOf, passed, skipped } from './tally.mjs';

const counts = (/** @type {import('./tally.mjs').Result} */ result) => [
  result.passed,
  result.failed,
  result.skipped,
];
const jest = {
  numPassedTests: 0,
  numFailedTests: 0,
  numPendingTests: 0,
  numTodoTests: 0,
  numRuntimeErrorTestSuites: 0,
};
const playwright = { expected: 0, unexpected: 0, flaky: 0, skipped: 0 };
const fine = { code: 0, output: '' };
const bad = { code: 1, output: 'what happened' };

test("Jest's tests are counted, pending and todo ones as skipped", () => {
  const report = { ...jest, numPassedTests: 5, numFailedTests: 1, numPendingTests: 2, numTodoTests: 1 };
  assert.deepEqual(counts(resultOfJest('unit', report, bad)), [5, 1, 3]);
});

test('a suite that Jest could not load counts as a failure', () => {
  const report = { ...jest, numPassedTests: 5, numRuntimeErrorTestSuites: 2 };
  assert.deepEqual(counts(resultOfJest('unit', report, bad)), [5, 2, 0]);
});

test('a package in which no test ran has failed, even when Jest is content', () => {
  assert.deepEqual(counts(resultOfJest('unit', jest, fine)), [0, 1, 0]);
  assert.deepEqual(counts(resultOfJest('unit', { ...jest, numPendingTests: 3 }, fine)), [0, 1, 3]);
  assert.match(resultOfJest('unit core', jest, fine).output ?? '', /unit core ran no test/);
});

test('a run that ends badly for another reason than a test has failed', () => {
  assert.deepEqual(counts(resultOfJest('unit', { ...jest, numPassedTests: 5 }, bad)), [5, 1, 0]);
});

test("Playwright's tests are counted, and a flaky one has failed", () => {
  const stats = { expected: 7, unexpected: 1, flaky: 2, skipped: 4 };
  assert.deepEqual(counts(resultOfPlaywright('browser', { stats }, bad)), [7, 3, 4]);
});

test('a browser run without a test, or whose server did not start, has failed', () => {
  assert.deepEqual(counts(resultOfPlaywright('browser', { stats: playwright }, fine)), [0, 1, 0]);
  const report = { stats: playwright, errors: [{ message: 'the web server did not start' }] };
  const result = resultOfPlaywright('browser', report, bad);
  assert.deepEqual(counts(result), [0, 1, 0]);
  assert.match(result.output ?? '', /the web server did not start/);
});

test("of Node's tests those that failed are shown, and no other", () => {
  const failure = 'not ok 2 - b\n  ---\n  error: no\n  ...\n';
  const output = `ok 1 - a\n  ---\n  duration_ms: 1\n  ...\n${failure}ok 3 - c\n# pass 2\n# fail 1\n`;
  assert.equal(resultOfTap('tools', { code: 1, output }).output, failure);
  assert.equal(resultOfTap('tools', bad).output, 'what happened\ntools ran no test.');
  assert.match(resultOfTap('tools', { code: 1, output: '# pass 3\n' }).output ?? '', /# pass 3/);
});

test("Node's tests are counted from its closing comments", () => {
  const output = '# tests 9\n# suites 1\n# pass 5\n# fail 1\n# cancelled 1\n# skipped 1\n# todo 1\n';
  assert.deepEqual(counts(resultOfTap('tools', { code: 1, output })), [5, 2, 2]);
  assert.deepEqual(counts(resultOfTap('tools', fine)), [0, 1, 0]);
});

test("Nx's failed tasks, and those that could not run for them, are read from its closing lists", () => {
  const output = `
- @offhook/demo-kit:build

 NX   Running target check:package for 3 projects and 2 tasks they depend on failed

Tasks not run because their dependencies failed or --nx-bail=true:

- @offhook/simulator:check:package

Failed tasks:

- @offhook/core:build
- @offhook/react:types
`;
  assert.deepEqual([...failedProjects(output)], ['@offhook/simulator', '@offhook/core', '@offhook/react']);
  assert.deepEqual([...failedProjects('Something else broke')], []);
});

test('a check passes without a complaint, and fails with one or when it throws', async () => {
  assert.deepEqual(counts(await check('a', () => undefined)), [1, 0, 0]);
  assert.deepEqual(counts(await check('a', () => 'no good')), [0, 1, 0]);
  const thrown = await check('a', async () => {
    throw new Error('broken');
  });
  assert.deepEqual(counts(thrown), [0, 1, 0]);
  assert.match(thrown.output ?? '', /broken/);
});

test('the summary adds up, and only success is success', () => {
  const tally = createTally();
  assert.equal(tally.ok(), false, 'nothing ran');
  tally.add(skipped('browser', 'no Chromium', 12));
  assert.equal(tally.ok(), false, 'nothing passed');
  tally.add(passed('types'));
  assert.equal(tally.ok(), true);
  tally.add(failed('lint', 'x'));
  assert.equal(tally.ok(), false);
  assert.equal(tally.summary(), '1 passed, 1 failed, 12 skipped');
});

test('a line tells counts only where there is more than one, and why something was skipped', () => {
  assert.equal(lineOf(passed('types')), '  ✓ types');
  assert.equal(
    lineOf({ name: 'unit', passed: 3, failed: 1, skipped: 0, ms: 1200 }),
    '  ✗ unit: 3 passed, 1 failed (1.2 s)',
  );
  assert.equal(lineOf(skipped('browser', 'no Chromium', 4)), '  – browser: 0 passed, 4 skipped: no Chromium');
});
