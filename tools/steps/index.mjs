import { api } from './api.mjs';
import { browser } from './browser.mjs';
import { build } from './build.mjs';
import { lint } from './lint.mjs';
import { lockFile } from './lockFile.mjs';
import { packages } from './packages.mjs';
import { rows } from './rows.mjs';
import { sizes } from './sizes.mjs';
import { starterProjects } from './starters.mjs';
import { tools } from './tools.mjs';
import { types } from './types.mjs';
import { unit } from './unit.mjs';

/** What `npm test` does, in order. `sizes`, `api`, `packages` and `browser` read what `build` built. */
export const steps = {
  lock: lockFile,
  lint,
  types,
  unit,
  rows,
  build,
  packages,
  sizes,
  api,
  tools,
  starters: starterProjects,
  browser,
};
