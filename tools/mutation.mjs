// `npm run test:mutation`: StrykerJS over the folds of core and what each connector translates and dispatches. Outside
// CI, for it takes long. Fails when a group kills fewer than 80 % of its mutants; reports/mutation/ shows each one.
//   node tools/mutation.mjs core fold            only the groups whose name begins so
import { existsSync } from 'node:fs';
import path from 'node:path';
import { filesUnder, readProjects } from './lib/projects.mjs';
import { breakBelow, groupOf, scores } from './lib/mutation.mjs';
import { root } from './lib/root.mjs';
import { setUpDependencies } from './setup.mjs';

const wrong = await setUpDependencies();
if (wrong !== undefined) throw new Error(wrong);
const { Stryker } = await import('@stryker-mutator/core');

const wanted = process.argv.slice(2).join(' ');
// The same random cases for every mutant, and not too many of them.
Object.assign(process.env, { OFFHOOK_SEED: '1', OFFHOOK_RUNS: '10' });
process.chdir(root);

/**
 * One run of StrykerJS.
 *
 * @param {import('./lib/projects.mjs').Project} project
 * @param {readonly string[]} mutate relative to the root
 * @param {string} report
 * @param {object} [jest] more of Jest's settings
 */
const mutated = (project, mutate, report, jest = {}) =>
  new Stryker({
    mutate: [...mutate],
    testRunner: 'jest',
    jest: {
      projectType: 'custom',
      configFile: `${project.folder}/jest.config.js`,
      enableFindRelatedTests: true,
      ...jest,
    },
    coverageAnalysis: 'perTest',
    ignorePatterns: ['**/dist', '.nx', '.git', 'reports', 'apps', 'docs', '**/test-results'],
    reporters: ['html', 'progress-append-only'],
    htmlReporter: { fileName: `reports/mutation/${report}.html` },
    tempDirName: '.stryker-tmp',
    // A busy machine is no infinite loop.
    timeoutMS: 20_000,
    // Ours are judged below, group by group.
    thresholds: { high: 100, low: breakBelow, break: null },
    allowConsoleColors: false,
  }).runMutationTest();

/** @type {import('./lib/mutation.mjs').Mutant[]} */
const mutants = [];
for (const project of readProjects()) {
  const files = filesUnder(path.join(root, project.folder), (file) => file.endsWith('.ts'))
    .map((file) => `${project.folder}/${file}`)
    .filter((file) => groupOf(file)?.startsWith(wanted));
  if (files.length === 0) continue;
  const name = path.basename(project.folder);
  if (name !== 'connectors') {
    mutants.push(...(await mutated(project, files, name)));
    continue;
  }
  // A connector has hundreds of tests of the whole, and thousands of hostile frames. What each of its files does, the
  // tests beside the file have to find; where there are none, those of the whole but the slowest.
  for (const file of files) {
    const beside = file.replace(/\.ts$/, '.test.ts');
    const isTested = existsSync(beside);
    const config = isTested
      ? { testMatch: [`**/${path.basename(beside)}`] }
      : { testPathIgnorePatterns: [String.raw`\.(prop|contract|connection)\.test\.ts$`] };
    const report = `${name}-${path.basename(file, '.ts')}`;
    mutants.push(...(await mutated(project, [file], report, { config, enableFindRelatedTests: !isTested })));
  }
}

const relative = (/** @type {string} */ file) => path.relative(root, file).replaceAll('\\', '/');
const row = (/** @type {import('./lib/mutation.mjs').Score} */ { name, killed, survived, score }) =>
  `${score.toFixed(1).padStart(6)} %  ${String(killed).padStart(5)} killed  ${String(survived).padStart(4)} survived  ${name}`;

console.log('\nBy file');
for (const score of scores(mutants, ({ fileName }) => relative(fileName))) console.log(row(score));
console.log(`\nBy group; each must kill ${breakBelow} %`);
const groups = scores(mutants, ({ fileName }) => groupOf(relative(fileName)));
for (const score of groups) console.log(row(score));
const weak = groups.filter(({ score }) => score < breakBelow);
if (weak.length > 0 || groups.length === 0) process.exitCode = 1;
console.log(`\n${groups.length - weak.length} passed, ${weak.length} failed`);
