import { readFileSync } from 'node:fs';
import path from 'node:path';
import { filesUnder } from './projects.mjs';
import { root } from './root.mjs';

/**
 * How many lines of its own a sample app has: what somebody wrote, without blank lines.
 *
 * @param {string} folder such as `apps/react-demo`
 */
export function appLines(folder) {
  const src = path.join(root, folder, 'src');
  return filesUnder(src, (file) => /\.(ts|tsx|vue|svelte|html)$/.test(file))
    .flatMap((file) => readFileSync(path.join(src, file), 'utf8').split('\n'))
    .filter((line) => line.trim() !== '').length;
}
