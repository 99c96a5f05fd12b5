// `npm start`: sets everything up, builds, and serves until Ctrl-C. Nothing may be imported here that needs an install.
import path from 'node:path';
import { portInUse, portsFrom } from './lib/ports.mjs';
import { readProjects } from './lib/projects.mjs';
import { root } from './lib/root.mjs';
import { endAll, runTool } from './lib/run.mjs';
import { startService } from './lib/service.mjs';
import { setUpDependencies } from './setup.mjs';

/** @type {import('./lib/service.mjs').Service | undefined} */
let service;
let stopping = false;

for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
  process.on(signal, () => {
    endAll();
    if (stopping) service?.kill();
    stopping = true;
    const stopped = service?.stop() ?? Promise.resolve();
    void stopped.then(() => {
      console.log('\nStopped.');
      process.exit(0);
    });
  });
}

/** The arguments for Node in a project's `serve` script, which is `node …`: run without npm and a shell between. */
function serveArguments(/** @type {string} */ name) {
  const project = readProjects().find((one) => one.name === name);
  const [command, ...args] = project?.scripts.serve?.split(' ') ?? [];
  if (project === undefined || command !== 'node')
    throw new Error(`${name} has no script 'serve' that runs node.`);
  return { cwd: path.join(root, project.folder), args };
}

/** @returns {Promise<string | undefined>} what went wrong */
async function main() {
  const ports = portsFrom(process.env);
  for (const port of [ports.launcher, ports.simulator]) {
    if (await portInUse(port))
      return `Port ${port} is in use: stop what uses it, or set OFFHOOK_PORT to another than ${ports.launcher}.`;
  }
  const wrong = await setUpDependencies();
  if (wrong !== undefined || stopping) return wrong;

  console.log('Building (what has not changed comes from the cache)');
  const build = await runTool('nx', ['run-many', '-t', 'build'], { show: true });
  if (stopping) return undefined;
  if (build.code !== 0) return 'The build failed: see above.';

  const { args, cwd } = serveArguments('@offhook/launcher');
  service = startService(args, { cwd, env: { OFFHOOK_PORT: String(ports.launcher) } });
  // It prints its addresses itself, when it serves them.
  const code = await service.ended;
  return stopping ? undefined : `The launcher ended by itself (exit code ${code}).`;
}

try {
  const wrong = await main();
  if (wrong !== undefined) throw new Error(wrong);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  service?.kill();
  process.exitCode = 1;
}
