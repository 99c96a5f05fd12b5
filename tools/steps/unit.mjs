import { runJest } from '../lib/jest.mjs';

/**
 * Jest in every package, and in every app that has tests.
 *
 * @param {import('../test.mjs').Context} context
 */
export async function* unit({ projects }) {
  for (const project of projects) {
    if (project.folder.startsWith('packages/') || project.scripts.test !== undefined) yield runJest(project);
  }
}
