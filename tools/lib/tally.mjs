import { duration } from './duration.mjs';

/**
 * What one check, or one run of a test runner, came to.
 *
 * @typedef {object} Result
 * @property {string} name
 * @property {number} passed
 * @property {number} failed
 * @property {number} skipped
 * @property {number} [ms]
 * @property {string} [reason] why something was skipped
 * @property {string} [output] shown when something failed
 */

/** @param {string} name @param {number} [ms] @returns {Result} */
export const passed = (name, ms) => ({ name, passed: 1, failed: 0, skipped: 0, ms });

/** @param {string} name @param {string} output @param {number} [ms] @returns {Result} */
export const failed = (name, output, ms) => ({ name, passed: 0, failed: 1, skipped: 0, output, ms });

/** @param {string} name @param {string} reason @param {number} [count] @returns {Result} */
export const skipped = (name, reason, count = 1) => ({ name, passed: 0, failed: 0, skipped: count, reason });

/**
 * Runs one check that counts as one: it fails when `work` gives text, or throws.
 *
 * @param {string} name
 * @param {() => Promise<string | undefined> | string | undefined} work
 * @returns {Promise<Result>}
 */
export async function check(name, work) {
  const started = Date.now();
  try {
    const complaint = await work();
    const ms = Date.now() - started;
    return complaint === undefined ? passed(name, ms) : failed(name, complaint, ms);
  } catch (error) {
    return failed(
      name,
      error instanceof Error ? (error.stack ?? error.message) : String(error),
      Date.now() - started,
    );
  }
}

/** @param {import('./run.mjs').Outcome} outcome the complaint, if the program failed */
export const complaintOf = (outcome) =>
  outcome.code === 0 ? undefined : outcome.output.trim() || `exit code ${outcome.code}`;

/** @param {Result} result */
export function lineOf(result) {
  const mark = result.failed > 0 ? '✗' : result.passed > 0 ? '✓' : '–';
  const counts = [
    result.passed + result.failed > 1 || result.skipped > 0 ? `${result.passed} passed` : '',
    result.failed > 0 && result.passed + result.failed > 1 ? `${result.failed} failed` : '',
    result.skipped > 0
      ? `${result.skipped} skipped${result.reason === undefined ? '' : `: ${result.reason}`}`
      : '',
  ].filter(Boolean);
  const time = result.ms === undefined ? '' : ` (${duration(result.ms)})`;
  return `  ${mark} ${result.name}${counts.length > 0 ? `: ${counts.join(', ')}` : ''}${time}`;
}

/** Adds up results and tells how it all ended. */
export function createTally() {
  /** @type {Result[]} */
  const results = [];
  const sum = (/** @type {'passed' | 'failed' | 'skipped'} */ key) =>
    results.reduce((total, one) => total + one[key], 0);
  return {
    /** @param {Result} result */
    add: (result) => void results.push(result),
    failures: () => results.filter((result) => result.failed > 0),
    skips: () => results.filter((result) => result.skipped > 0),
    /** Nothing that ran is no success either. */
    ok: () => sum('failed') === 0 && sum('passed') > 0,
    /** The closing line, whose form is a contract with whoever reads our output by machine. */
    summary: () => `${sum('passed')} passed, ${sum('failed')} failed, ${sum('skipped')} skipped`,
  };
}
