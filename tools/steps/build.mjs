import { runTarget } from '../lib/nx.mjs';

/**
 * Every project that has something to build.
 *
 * @param {import('../test.mjs').Context} context
 */
export async function* build({ projects }) {
  yield* await runTarget('build', projects);
}
