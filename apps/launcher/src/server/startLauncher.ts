import { getRequestListener } from '@hono/node-server';
import { createCrm } from '@offhook/crm';
import type { startSimulator } from '@offhook/simulator';
import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { startDemoService } from './demoService.js';
import { listen } from './listen.js';
import type { Ports } from './ports.js';
import { createSite, type Folder } from './site.js';

export interface LauncherOptions {
  readonly ports: Ports;
  readonly folders: readonly Folder[];
  /** Where the host's own CRM keeps its data; `:memory:` for nowhere. */
  readonly crmFile: string;
  readonly startSimulator: typeof startSimulator;
  /** Where XiVO's web service keeps its events; its own memory unless given. */
  readonly redisUrl?: string | undefined;
}

/** The launcher at work. */
export interface Launcher {
  /** Stops everything that it started. */
  close(): Promise<void>;
}

/**
 * Serves the launcher's page, the apps and the CRM, with the simulator and XiVO's web service beside them. All of it
 * runs, or nothing does.
 */
export async function startLauncher({
  ports,
  folders,
  crmFile,
  startSimulator,
  redisUrl,
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
    const site = getRequestListener(createSite(folders, ports, crm.app).fetch);
    started.push(await listen((request, response) => void site(request, response), ports.launcher));
    const simulator = await startSimulator({ port: ports.simulator });
    started.push(() => simulator.close());
    started.push(await startDemoService({ ports, answerFor: simulator.xivo.answerFor, redisUrl }));
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
