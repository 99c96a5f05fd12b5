// `npm start`: builds what has changed, then starts the bank in this very process, so that a signal reaches it.
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

const nx = createRequire(import.meta.url).resolve('nx/bin/nx.js');
const build = spawnSync(process.execPath, [nx, 'run', '@offhook/bank:build'], {
  cwd: fileURLToPath(new URL('../..', import.meta.url)),
  stdio: ['ignore', 'ignore', 'inherit'],
});
if (build.status === 0) await import('./dist/server/start.js');
else {
  console.error('The build failed: npx nx run @offhook/bank:build says why.');
  process.exitCode = build.status ?? 1;
}
