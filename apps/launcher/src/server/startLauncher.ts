import { createCrm } from '@offhook/crm';
import type { startSimulator } from '@offhook/simulator';
import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { listen } from './listen.js';
import type { Ports } from './ports.js';
import { createSite, type Folder } from './site.js';

export interface LauncherOptions {
  readonly ports: Ports;
  readonly folders: readonly Folder[];
  /** Where the host's own CRM keeps its data; `:memory:` for nowhere. */
  readonly crmFile: string;
  readonly startSimulator: typeof startSimulator;
}

/** The launcher at work. */
export interface Launcher {
  /** Stops everything that it started. */
  close(): Promise<void>;
}

/** Serves the launcher's page, the apps and the CRM, with the simulator beside them. All of it runs, or nothing does. */
export async function startLauncher({
  ports,
  folders,
  crmFile,
  startSimulator,
}: LauncherOptions): Promise<Launcher> {
  await Promise.all(folders.map(built));
  const crm = createCrm({ file: crmFile, report: (error) => console.error(error) });
  const started: (() => Promise<void>)[] = [];
  const close = async (): Promise<void> => {
    try {
      await Promise.all(started.map((stop) => stop()));
    } finally {
      // Last: until the site has stopped, pages write to it.
      crm.close();
    }
  };
  try {
    started.push(await listen(createSite(folders, ports, crm.app), ports.launcher));
    const simulator = await startSimulator({ port: ports.simulator });
    started.push(() => simulator.close());
    return { close };
  } catch (error) {
    await close();
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
