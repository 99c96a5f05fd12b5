import { runTarget } from '../lib/nx.mjs';
import { runTool } from '../lib/run.mjs';
import { check, complaintOf } from '../lib/tally.mjs';

/**
 * TypeScript over every project, and over the tools, whose types stand in JSDoc.
 *
 * @param {import('../test.mjs').Context} context
 */
export async function* types({ projects }) {
  yield* await runTarget('types', projects);
  yield check('types tools', async () =>
    complaintOf(await runTool('typescript', ['-p', 'tools'], { command: 'tsc' })),
  );
}
