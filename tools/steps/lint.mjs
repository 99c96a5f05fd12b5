import { runTool } from '../lib/run.mjs';
import { check, complaintOf } from '../lib/tally.mjs';

const linters = /** @type {const} */ ([
  ['eslint', ['--max-warnings', '0', '.']],
  ['prettier', ['--check', '--log-level', 'warn', '.']],
  ['sherif', ['--fail-on-warnings']],
  ['knip', ['--no-progress']],
]);

/** ESLint with the boundaries between projects, Prettier, Sherif (the package.json files), Knip (what nobody uses). */
export async function* lint() {
  // Without Nx's graph on disk its ESLint rule says so, skips itself and passes.
  yield check('project graph', async () => complaintOf(await runTool('nx', ['show', 'projects'])));
  for (const [name, args] of linters) {
    yield check(name, async () => {
      const outcome = await runTool(name, args);
      return /No cached ProjectGraph/i.test(outcome.output) ? outcome.output : complaintOf(outcome);
    });
  }
}
