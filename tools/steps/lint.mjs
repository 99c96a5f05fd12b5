import { runTool } from '../lib/run.mjs';
import { check, complaintOf } from '../lib/tally.mjs';

const linters = /** @type {const} */ ([
  ['prettier', ['--check', '--log-level', 'warn', '.']],
  ['sherif', ['--fail-on-warnings']],
  ['knip', ['--no-progress']],
]);

const outsideOfProjects = ['.', '--ignore-pattern', 'packages/**', '--ignore-pattern', 'apps/**'];

/**
 * ESLint with the boundaries between projects, Prettier, Sherif (the package.json files), Knip (what nobody uses).
 *
 * @param {import('../test.mjs').Context} context
 */
export async function* lint({ projects }) {
  // Without Nx's graph on disk its ESLint rule says so, skips itself and passes.
  yield check('project graph', async () => complaintOf(await runTool('nx', ['show', 'projects'])));
  // One project after another: the types of all at once don't fit into the memory that Node takes by itself.
  const eslint = /** @type {const} */ ([
    ...projects.map(({ folder }) => /** @type {const} */ ([folder, [folder]])),
    ['elsewhere', outsideOfProjects],
  ]);
  for (const [place, args] of eslint) {
    yield check(`eslint ${place}`, async () => {
      const outcome = await runTool('eslint', ['--max-warnings', '0', ...args]);
      return /No cached ProjectGraph/i.test(outcome.output) ? outcome.output : complaintOf(outcome);
    });
  }
  for (const [name, args] of linters) yield check(name, async () => complaintOf(await runTool(name, args)));
}
