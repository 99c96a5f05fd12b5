import path from 'node:path';
import { filesUnder } from '../lib/projects.mjs';
import { root } from '../lib/root.mjs';
import { run } from '../lib/run.mjs';
import { failed } from '../lib/tally.mjs';

/**
 * The tests that failed, of a run's TAP: of some hundreds the rest hides them.
 *
 * @param {string} output
 */
const failuresOfTap = (output) => (output.match(/^( *)not ok .*\n(?:\1 {2}.*\n)*/gm) ?? []).join('');

/**
 * What Node's test runner says in TAP, whose closing comments count tests and not suites.
 *
 * @param {string} name
 * @param {{ code: number, output: string }} outcome
 * @param {number} [ms]
 * @returns {import('../lib/tally.mjs').Result}
 */
export function resultOfTap(name, outcome, ms) {
  const count = (/** @type {string} */ what) =>
    Number(new RegExp(`^# ${what} (\\d+)$`, 'm').exec(outcome.output)?.[1] ?? 0);
  const failures = count('fail') + count('cancelled');
  const ran = count('pass') + failures;
  const skips = count('skipped') + count('todo');
  return {
    name,
    passed: count('pass'),
    failed: failures === 0 && (ran === 0 || outcome.code !== 0) ? 1 : failures,
    skipped: skips,
    ...(skips > 0 ? { reason: 'skipped in the code' } : {}),
    output:
      ran === 0 ? `${outcome.output}\n${name} ran no test.` : failuresOfTap(outcome.output) || outcome.output,
    ms,
  };
}

/** The tests of the tools, with Node's own runner. */
export async function* tools() {
  const files = filesUnder(path.join(root, 'tools'), (file) => file.endsWith('.test.mjs')).map(
    (file) => `tools/${file}`,
  );
  if (files.length === 0) {
    yield failed('tools', 'The tools have no test.');
    return;
  }
  const started = Date.now();
  const outcome = await run(process.execPath, ['--test', '--test-reporter=tap', ...files]);
  yield resultOfTap('tools', outcome, Date.now() - started);
}
