import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { freePorts } from '../lib/ports.mjs';
import { root } from '../lib/root.mjs';
import { binOf, run } from '../lib/run.mjs';
import { failed, skipped } from '../lib/tally.mjs';

/**
 * What Playwright's JSON report comes to. A flaky test has failed once, so it has failed.
 *
 * @param {string} name
 * @param {{ stats: { expected: number, unexpected: number, flaky: number, skipped: number }, errors?: { message?: string }[] }} report
 * @param {{ code: number, output: string }} outcome
 * @param {number} [ms]
 * @returns {import('../lib/tally.mjs').Result}
 */
export function resultOfPlaywright(name, { stats, errors = [] }, outcome, ms) {
  const ran = stats.expected + stats.unexpected + stats.flaky;
  const failures = stats.unexpected + stats.flaky;
  const told = errors.map((error) => error.message ?? '').join('\n');
  return {
    name,
    passed: stats.expected,
    failed: failures === 0 && (ran === 0 || outcome.code !== 0) ? 1 : failures,
    skipped: stats.skipped,
    ...(stats.skipped > 0 ? { reason: 'skipped in the code' } : {}),
    output: `${outcome.output}\n${told}${ran === 0 ? `\n${name} ran no test.` : ''}`,
    ms,
  };
}

/** How many tests there are, in a report of Playwright's. @param {any} suite @returns {number} */
const countSpecs = (suite) =>
  (suite.specs ?? []).reduce(
    (/** @type {number} */ sum, /** @type {any} */ spec) => sum + spec.tests.length,
    0,
  ) +
  (suite.suites ?? []).reduce(
    (/** @type {number} */ sum, /** @type {any} */ inner) => sum + countSpecs(inner),
    0,
  );

/**
 * Playwright, in every app that has browser tests: all of them, or those that `args` choose.
 *
 * @param {readonly string[]} [args]
 * @param {Readonly<Record<string, string>>} [env]
 * @returns {import('../test.mjs').Step}
 */
export const browserOf =
  (args = [], env = {}) =>
  (context) =>
    playwrightIn(context, args, env);

export const browser = browserOf();

/**
 * @param {import('../test.mjs').Context} context
 * @param {readonly string[]} chosen
 * @param {Readonly<Record<string, string>>} given
 */
async function* playwrightIn({ projects, programs }, chosen, given) {
  const tested = projects.filter((project) => project.scripts.e2e !== undefined);
  if (tested.length === 0) yield failed('browser tests', "No project has a script 'e2e'.");
  const port = process.env.OFFHOOK_E2E_PORT ?? String((await freePorts()).launcher);
  for (const project of tested) {
    const name = ['browser', project.name, ...chosen].join(' ');
    const folder = mkdtempSync(path.join(os.tmpdir(), 'offhook-browser-'));
    const file = path.join(folder, 'report.json');
    const playwright = async (
      /** @type {readonly string[]} */ reporters,
      /** @type {readonly string[]} */ extra = [],
    ) => {
      const started = Date.now();
      const args = [
        binOf('@playwright/test', 'playwright'),
        'test',
        `--reporter=${reporters.join(',')}`,
        // Traces take a fifth of the time. Run by itself, a test that fails leaves one.
        '--trace=off',
        ...chosen,
        ...extra,
      ];
      const env = { ...given, PLAYWRIGHT_JSON_OUTPUT_FILE: file, OFFHOOK_E2E_PORT: port };
      // Hundreds of tests in a real browser: on a small machine they take their time.
      const timeoutMs = 75 * 60_000;
      const outcome = await run(process.execPath, args, {
        cwd: path.join(root, project.folder),
        env,
        timeoutMs,
      });
      const report = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
      return { outcome, report, ms: Date.now() - started };
    };
    if (programs.has('CHROMIUM_PATH')) {
      const { outcome, report, ms } = await playwright(['list', 'json']);
      yield report === undefined
        ? failed(name, `${outcome.output}\n${name} left no report: it ran no test.`, ms)
        : resultOfPlaywright(name, report, outcome, ms);
    } else {
      const { outcome, report } = await playwright(['json'], ['--list']);
      const count = report === undefined ? 0 : countSpecs(report);
      yield count === 0
        ? failed(name, `${outcome.output}\n${name} has no test.`)
        : skipped(name, 'no Chromium', count);
    }
    rmSync(folder, { recursive: true, force: true });
  }
}
