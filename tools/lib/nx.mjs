import { complaintOf, failed, passed } from './tally.mjs';
import { runTool } from './run.mjs';

/** @typedef {import('./projects.mjs').Project} Project */

/**
 * The projects whose task failed, or did not run because one that it needs failed, from Nx's closing lists
 * (`- @offhook/core:build`).
 *
 * @param {string} output
 * @returns {Set<string>}
 */
export function failedProjects(output) {
  const closing = output.slice(Math.max(output.search(/^(Failed tasks|Tasks not run)/m), 0));
  return new Set([...closing.matchAll(/^\s*- (@?[^\s:]+):[\w:-]+\s*$/gm)].map(([, name = '']) => name));
}

/**
 * Runs a package.json script in every project that has it, through Nx: in the right order and cached. Each
 * project counts as one check. A project that has no script of this name but should is a failure.
 *
 * @param {string} target
 * @param {readonly Project[]} projects
 * @returns {Promise<import('./tally.mjs').Result[]>}
 */
export async function runTarget(target, projects) {
  const having = projects.filter((project) => project.scripts[target] !== undefined);
  if (having.length === 0) return [failed(target, `No project has a script '${target}'.`)];
  const started = Date.now();
  const names = having.map((project) => project.name);
  const outcome = await runTool('nx', [
    'run-many',
    '-t',
    target,
    '-p',
    ...names,
    '--outputStyle=static',
    '--nxBail=false',
  ]);
  const bad = outcome.code === 0 ? new Set() : failedProjects(outcome.output);
  const results = names.map((name) =>
    bad.has(name)
      ? failed(`${target} ${name}`, outputOf(outcome.output, name, target))
      : passed(`${target} ${name}`),
  );
  if (outcome.code !== 0 && results.every((result) => result.failed === 0)) {
    return [failed(`${target} (all projects)`, complaintOf(outcome) ?? '', Date.now() - started)];
  }
  return results;
}

/** What one task printed, out of everything: from its own heading to the next one. */
function outputOf(/** @type {string} */ output, /** @type {string} */ project, /** @type {string} */ target) {
  const lines = output.split('\n');
  const start = lines.findIndex((line) => line.includes(`> nx run ${project}:${target}`));
  if (start < 0) return output;
  const length = lines.slice(start + 1).findIndex((line) => /^> nx run |^\s*———/.test(line));
  return lines
    .slice(start, length < 0 ? undefined : start + 1 + length)
    .join('\n')
    .trim();
}
