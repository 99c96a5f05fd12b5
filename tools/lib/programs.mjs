import { accessSync, constants, existsSync } from 'node:fs';
import path from 'node:path';
import { withHeartbeat } from './duration.mjs';
import { run } from './run.mjs';

/**
 * A program from outside npm that some tests need.
 *
 * @typedef {object} Program
 * @property {string} name
 * @property {string} env the variable that names it, for those who have it elsewhere; children get it set
 * @property {string} apt Debian's package
 * @property {string} neededFor
 * @property {readonly string[]} steps the steps of `npm test` that use it
 * @property {readonly string[]} commands its names on the path
 * @property {readonly string[]} [places] where it usually is when it isn't on the path
 * @property {true} [spare] nobody is asked to install it: without it little is skipped, or things are only slower
 */

const windowsFolders = [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA];

/** One line for each. @type {readonly Program[]} */
const programs = [
  {
    name: 'Chromium',
    env: 'CHROMIUM_PATH',
    apt: 'chromium',
    neededFor: 'browser tests',
    steps: ['starters', 'browser'],
    commands: ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'],
    places: [
      '/Applications/Chromium.app/Contents/MacOS/Chromium',
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      ...windowsFolders.flatMap((folder) =>
        folder === undefined ? [] : [path.join(folder, 'Google', 'Chrome', 'Application', 'chrome.exe')],
      ),
    ],
  },
  {
    // The same browser without its own windows, tabs and buttons, which take a quarter of the time.
    name: 'Chromium’s headless shell',
    env: 'CHROMIUM_SHELL_PATH',
    apt: 'chromium-headless-shell',
    neededFor: 'browser tests',
    steps: ['browser'],
    commands: ['chromium-headless-shell'],
    spare: true,
  },
  {
    name: 'Redis',
    env: 'REDIS_SERVER_PATH',
    apt: 'redis-server',
    neededFor: 'tests of many server nodes',
    steps: ['unit'],
    commands: ['redis-server'],
  },
  {
    name: 'coturn',
    env: 'TURNSERVER_PATH',
    apt: 'coturn',
    neededFor: 'tests of calls through a relay',
    steps: ['browser'],
    commands: ['turnserver'],
    spare: true,
  },
];

/**
 * What steps of `npm test` need.
 *
 * @param {readonly string[]} steps
 */
export const programsFor = (steps) =>
  programs.filter((program) => program.steps.some((step) => steps.includes(step)));

/** @param {string} file */
const executable = (file) => {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

/** @param {string} command @param {string} [searchPath] */
const onPath = (command, searchPath = process.env.PATH ?? '') =>
  searchPath
    .split(path.delimiter)
    .filter(Boolean)
    .flatMap((folder) =>
      (process.platform === 'win32' ? [`${command}.exe`] : [command]).map((file) => path.join(folder, file)),
    )
    .find(executable);

/**
 * Where a program is. A path given by its variable is believed when there is something there.
 *
 * @param {Program} program
 * @param {{ env?: Record<string, string | undefined> }} [options]
 * @returns {string | undefined}
 */
export function findProgram(program, { env = process.env } = {}) {
  const given = env[program.env];
  if (given !== undefined && given !== '') return existsSync(given) ? given : undefined;
  return (
    program.commands.map((command) => onPath(command, env.PATH)).find(Boolean) ??
    program.places?.find(executable)
  );
}

const mayInstall = () => process.getuid?.() === 0 && onPath('apt-get') !== undefined;

/** @param {readonly Program[]} missing */
async function install(missing) {
  // Who names a place has something else in mind than Debian's package.
  const packages = missing.filter((program) => !process.env[program.env]).map((program) => program.apt);
  if (packages.length === 0 || !mayInstall()) return;
  console.log(`Installing ${packages.join(', ')} (apt-get)`);
  const apt = (/** @type {string[]} */ args) =>
    run('apt-get', ['-o', 'DPkg::Lock::Timeout=300', ...args], {
      env: { DEBIAN_FRONTEND: 'noninteractive' },
    });
  const work = apt(['update']).then((update) =>
    update.code === 0 ? apt(['install', '-y', ...packages]) : update,
  );
  const outcome = await withHeartbeat('still installing', work);
  if (outcome.code !== 0) console.log(outcome.output.trim().split('\n').slice(-5).join('\n'));
}

/**
 * Finds the programs, installs what is missing where it may (root and apt-get), and tells in one line what a
 * person has to install otherwise.
 *
 * @param {readonly Program[]} [wanted]
 * @returns {Promise<Map<string, string>>} the path of each program that is there, by its variable's name
 */
export async function setUpPrograms(wanted = programs) {
  const missing = wanted.filter((program) => findProgram(program) === undefined);
  await install(missing.filter(({ spare }) => spare !== true));
  // By itself: where apt-get doesn't know it, the others are there all the same.
  await install(missing.filter(({ spare }) => spare === true));
  /** @type {Map<string, string>} */
  const found = new Map();
  for (const program of wanted) {
    const file = findProgram(program);
    if (file === undefined) {
      if (program.spare === true) continue;
      const given = process.env[program.env];
      const named = given ? ` (${program.env} names ${given}, where nothing is)` : '';
      console.log(
        `${program.name} is missing${named}: install it (Debian: apt-get install ${program.apt}) or set ${program.env}; without it the ${program.neededFor} are skipped.`,
      );
    } else {
      found.set(program.env, file);
      process.env[program.env] = file;
    }
  }
  return found;
}
