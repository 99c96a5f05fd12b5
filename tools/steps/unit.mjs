import { readFileSync } from 'node:fs';
import path from 'node:path';
import { runJest } from '../lib/jest.mjs';
import { filesUnder } from '../lib/projects.mjs';
import { root } from '../lib/root.mjs';
import { skipped } from '../lib/tally.mjs';
import { testTitles } from '../lib/testTitles.mjs';

/** How many tests of a project need a Redis: without one its Jest leaves them out. @param {string} folder */
function redisTests(folder) {
  const src = path.join(root, folder, 'src');
  return filesUnder(src, (file) => /\.redis\.(prop\.)?test\.ts$/.test(file))
    .map((file) => testTitles(file, readFileSync(path.join(src, file), 'utf8')).length)
    .reduce((sum, count) => sum + count, 0);
}

/**
 * Jest in every package, and in every app that has tests.
 *
 * @param {import('../test.mjs').Context} context
 */
export async function* unit({ projects, programs }) {
  for (const project of projects) {
    if (!project.folder.startsWith('packages/') && project.scripts.test === undefined) continue;
    yield runJest(project);
    const left = programs.has('REDIS_SERVER_PATH') ? 0 : redisTests(project.folder);
    if (left > 0) yield skipped(`unit ${project.name}`, 'no Redis', left);
  }
}
