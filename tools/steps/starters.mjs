import { rmSync } from 'node:fs';
import path from 'node:path';
import { install, outside, packAll, runIn, starters, takeCall } from '../lib/starters.mjs';
import { check, skipped } from '../lib/tally.mjs';

/**
 * Each framework's usual starter, outside the repository, with our packed packages in it: installed, strictly
 * type-checked, built, and rendered in Chromium, where it takes a call.
 *
 * @param {readonly import('../lib/starters.mjs').Starter[]} wanted
 * @param {'latest' | 'lowest'} variant
 * @returns {import('../test.mjs').Step}
 */
export const startersOf = (wanted, variant) =>
  async function* ({ projects, programs }) {
    const chromium = programs.get('CHROMIUM_PATH');
    const base = outside();
    /** @type {ReadonlyMap<string, string>} */
    let tarballs = new Map();
    yield check('pack the packages', async () => {
      tarballs = await packAll(
        projects.filter((project) => project.published),
        path.join(base, 'tarballs'),
      );
      return undefined;
    });
    for (const starter of wanted) {
      const name = `${starter.name} ${variant}`;
      const folder = path.join(base, starter.name);
      const installed = await check(`${name}: install`, () => install(starter, folder, tarballs, variant));
      yield installed;
      if (installed.failed > 0) continue;
      for (const command of starter.types) {
        yield check(`${name}: ${command[1] ?? ''}`, () => runIn(folder, command));
      }
      const built = await check(`${name}: build`, () => runIn(folder, starter.build));
      yield built;
      if (built.failed > 0) continue;
      yield chromium === undefined
        ? skipped(`${name}: takes a call`, 'no Chromium')
        : check(`${name}: takes a call`, () => takeCall(folder, chromium));
      rmSync(folder, { recursive: true, force: true });
    }
    rmSync(base, { recursive: true, force: true });
  };

export const starterProjects = startersOf(starters, 'latest');
