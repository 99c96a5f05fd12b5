import { readFileSync } from 'node:fs';
import path from 'node:path';
import { incompletePlatforms } from '../lib/lockFile.mjs';
import { root } from '../lib/root.mjs';
import { check } from '../lib/tally.mjs';

/** The lock file installs on every system. */
export async function* lockFile() {
  yield check('lock file has every optional package', () => {
    const missing = incompletePlatforms(
      JSON.parse(readFileSync(path.join(root, 'package-lock.json'), 'utf8')),
    );
    return missing.length === 0
      ? undefined
      : `npm ci fails elsewhere; pin versions that are complete:\n${missing.join('\n')}`;
  });
}
