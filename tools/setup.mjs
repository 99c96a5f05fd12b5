// What `npm start` and `npm test` do first. Nothing is installed yet when this is loaded: Node's own modules only.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { installNeeded } from './lib/dependencies.mjs';
import { duration, withHeartbeat } from './lib/duration.mjs';
import { nodeFits } from './lib/nodeVersion.mjs';
import { root } from './lib/root.mjs';
import { complaintOf } from './lib/tally.mjs';
import { runNpm } from './lib/run.mjs';

export { programsFor, setUpPrograms } from './lib/programs.mjs';

/**
 * Checks Node's version and installs the dependencies of the lock file, unless they are there.
 *
 * @returns {Promise<string | undefined>} what is wrong, if it can't be helped
 */
export async function setUpDependencies() {
  const { engines } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
  if (!nodeFits(process.version, engines.node)) {
    return `Node ${process.version} is not supported: install one of ${engines.node} (.nvmrc names one).`;
  }
  const why = installNeeded(root);
  if (why === undefined) return undefined;
  console.log(`Installing dependencies with npm ci (${why}): a minute or two the first time`);
  const started = Date.now();
  const show = process.stdout.isTTY === true;
  const outcome = await withHeartbeat('still installing', runNpm(['ci', '--include=dev'], { show }));
  if (outcome.code !== 0) return `npm ci failed:\n${complaintOf(outcome) ?? ''}`;
  console.log(`Installed in ${duration(Date.now() - started)}`);
  return undefined;
}
