import type { startSimulator } from '@offhook/simulator';
import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { listen } from './listen.js';
import type { Ports } from './ports.js';
import { createSite, type Folder } from './site.js';

export interface LauncherOptions {
  readonly ports: Ports;
  readonly folders: readonly Folder[];
  readonly startSimulator: typeof startSimulator;
}

/** The launcher at work. */
export interface Launcher {
  /** Stops everything that it started. */
  close(): Promise<void>;
}

/** Serves the launcher's page and the apps, with the simulator beside them. All of it runs, or nothing does. */
export async function startLauncher({ ports, folders, startSimulator }: LauncherOptions): Promise<Launcher> {
  await Promise.all(folders.map(built));
  const closeSite = await listen(createSite(folders, ports), ports.launcher);
  try {
    const simulator = await startSimulator({ port: ports.simulator });
    return {
      async close() {
        await Promise.all([closeSite(), simulator.close()]);
      },
    };
  } catch (error) {
    await closeSite();
    throw error;
  }
}

async function built({ root, path }: Folder): Promise<void> {
  try {
    await access(join(root, 'index.html'));
  } catch {
    throw new Error(
      `${path === '' ? 'The launcher’s page' : `The app of ${path}/`} is not built. Run "npm start", or build it first.`,
    );
  }
}
