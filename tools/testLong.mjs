// `npm run test:long`: the property tests with many more random runs than in `npm test`, the day of many calls with
// crashing tabs and a failing CRM, the long chat over a back end that is killed, and the frameworks' starters with the lowest
// versions that the bindings support.
//   OFFHOOK_RUNS          how many, 2000 unless given
//   OFFHOOK_CHAOS_CALLS   how many, 300 unless given
//   OFFHOOK_CHAT_MESSAGES how many a side while the live chat's back end is killed, 3000 unless given
import path from 'node:path';
import { runJest } from './lib/jest.mjs';
import { filesUnder, readProjects } from './lib/projects.mjs';
import { root } from './lib/root.mjs';
import { runSteps } from './test.mjs';
import { setUpDependencies, setUpPrograms } from './setup.mjs';

const runs = process.env.OFFHOOK_RUNS ?? '2000';
const chaosCalls = process.env.OFFHOOK_CHAOS_CALLS ?? '300';
const chatMessages = process.env.OFFHOOK_CHAT_MESSAGES ?? '3000';
const isProperty = (/** @type {string} */ file) => /\.prop\.test\.tsx?$/.test(file);

const wrong = await setUpDependencies();
if (wrong !== undefined) throw new Error(wrong);

/** @type {import('./test.mjs').Step} */
async function* properties({ projects }) {
  for (const project of projects) {
    if (filesUnder(path.join(root, project.folder, 'src'), isProperty).length === 0) continue;
    yield runJest(project, {
      name: `properties ${project.name}, ${runs} runs each`,
      args: ['--testPathPatterns', String.raw`\.prop\.test\.tsx?$`, '--testTimeout', '1800000'],
      env: { OFFHOOK_RUNS: runs },
      timeoutMs: 3 * 60 * 60_000,
    });
  }
}

// These need what has just been installed.
const { lowestStarters } = await import('./lib/starters.mjs');
const { browserOf } = await import('./steps/browser.mjs');
const { build } = await import('./steps/build.mjs');
const { startersOf } = await import('./steps/starters.mjs');

const chaos = browserOf(['--project=chaos'], { OFFHOOK_CHAOS_CALLS: chaosCalls });
const livechatChaos = browserOf(['--project=livechatChaos'], { OFFHOOK_CHAT_MESSAGES: chatMessages });
const ok = await runSteps(
  { build, chaos, livechatChaos, starters: startersOf(lowestStarters, 'lowest'), properties },
  { projects: readProjects(), programs: await setUpPrograms() },
);
process.exitCode = ok ? 0 : 1;
