import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { runNpm } from './run.mjs';
import { failed } from './tally.mjs';

/**
 * What Jest's JSON report comes to. A suite that could not start has no tests to fail, so it counts as one; and
 * a project in which nothing ran has failed: a wrong glob must not look like success.
 *
 * @param {string} name
 * @param {{ numPassedTests: number, numFailedTests: number, numPendingTests: number, numTodoTests: number, numRuntimeErrorTestSuites: number }} report
 * @param {{ code: number, output: string }} outcome
 * @param {number} [ms]
 * @returns {import('./tally.mjs').Result}
 */
export function resultOfJest(name, report, outcome, ms) {
  const ran = report.numPassedTests + report.numFailedTests;
  const skipped = report.numPendingTests + report.numTodoTests;
  const failures = report.numFailedTests + report.numRuntimeErrorTestSuites;
  return {
    name,
    passed: report.numPassedTests,
    failed: failures === 0 && (ran === 0 || outcome.code !== 0) ? 1 : failures,
    skipped,
    ...(skipped > 0 ? { reason: 'skipped or left for later in the code' } : {}),
    output: ran === 0 ? `${outcome.output}\n${name} ran no test.` : outcome.output,
    ms,
  };
}

/**
 * Runs a project's Jest through its own `test` script.
 *
 * @param {import('./projects.mjs').Project} project
 * @param {{ args?: readonly string[], env?: Record<string, string>, name?: string, timeoutMs?: number }} [options]
 * @returns {Promise<import('./tally.mjs').Result>}
 */
export async function runJest(
  project,
  { args = [], env = {}, name = `unit ${project.name}`, timeoutMs } = {},
) {
  if (!/^jest\b/.test(project.scripts.test ?? '')) {
    return failed(name, `${project.folder}/package.json has no script 'test' that runs Jest.`);
  }
  const folder = mkdtempSync(path.join(os.tmpdir(), 'offhook-jest-'));
  const file = path.join(folder, 'report.json');
  const started = Date.now();
  const all = [
    'run',
    'test',
    '-w',
    project.name,
    '--',
    '--json',
    `--outputFile=${file}`,
    '--maxWorkers=100%',
    ...args,
  ];
  const outcome = await runNpm(all, { env, ...(timeoutMs === undefined ? {} : { timeoutMs }) });
  const ms = Date.now() - started;
  try {
    return resultOfJest(name, JSON.parse(readFileSync(file, 'utf8')), outcome, ms);
  } catch {
    return failed(name, `${outcome.output}\n${name} left no report: it ran no test.`, ms);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
