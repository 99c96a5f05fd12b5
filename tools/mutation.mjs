// `npm run test:mutation`: StrykerJS over the folds of core and what each connector translates and dispatches. Outside
// CI, for it takes long. Fails when a group kills fewer than 80 % of its mutants; reports/mutation/ shows each one.
//   node tools/mutation.mjs core fold            only the groups whose name begins so
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

/** @type {import('./lib/mutation.mjs').Mutant[]} */
const mutants = [];
for (const project of readProjects()) {
  const files = filesUnder(path.join(root, project.folder), (file) => file.endsWith('.ts'))
    .map((file) => `${project.folder}/${file}`)
    .filter((file) => groupOf(file)?.startsWith(wanted));
  if (files.length === 0) continue;
  const report = path.basename(project.folder);
  const results = await new Stryker({
    mutate: files,
    testRunner: 'jest',
    jest: {
      projectType: 'custom',
      configFile: `${project.folder}/jest.config.js`,
      enableFindRelatedTests: true,
      // Of a connector, random stories and thousands of hostile frames take a minute a mutant, and the tests beside the
      // code should find it without them.
      ...(report === 'connectors' && {
        config: { testPathIgnorePatterns: [String.raw`\.(prop|contract)\.test\.ts$`] },
      }),
    },
    coverageAnalysis: 'perTest',
    ignorePatterns: ['**/dist', '.nx', '.git', 'reports', 'apps/e2e', '**/test-results'],
    reporters: ['html', 'progress-append-only'],
    htmlReporter: { fileName: `reports/mutation/${report}.html` },
    tempDirName: '.stryker-tmp',
    // A busy machine is no infinite loop.
    timeoutMS: 20_000,
    // Ours are judged below, group by group.
    thresholds: { high: 100, low: breakBelow, break: null },
    allowConsoleColors: false,
  }).runMutationTest();
  mutants.push(...results);
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
