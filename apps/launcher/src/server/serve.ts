import { demoApps } from '@offhook/demo-kit';
import { startSimulator } from '@offhook/simulator';
import { fileURLToPath } from 'node:url';
import { failureText } from './failureText.js';
import { originsOf } from './origins.js';
import { readPorts } from './ports.js';
import { startLauncher } from './startLauncher.js';

// From dist/server, where this runs.
const path = (relative: string): string => fileURLToPath(new URL(relative, import.meta.url));

async function serve(): Promise<void> {
  const ports = readPorts(process.env);
  // `OFFHOOK_APPS=vue,svelte`: while one of them is worked on, the others need not be built.
  const wanted = process.env['OFFHOOK_APPS']?.split(',');
  const served = demoApps.filter(({ id }) => wanted?.includes(id) ?? true);
  const launcher = await startLauncher({
    ports,
    startSimulator,
    redisUrl: process.env['REDIS_URL'] || undefined,
    crmFile: process.env['OFFHOOK_CRM_FILE'] || path('../../../../.offhook/crm.sqlite'),
    folders: [
      ...served.map(({ id }) => ({
        path: `/${id}`,
        root: path(`../../../${id}-demo/dist`),
        deepLinks: true,
      })),
      { path: '', root: path('../page'), deepLinks: false },
    ],
  });

  console.log(`Offhook       http://localhost:${ports.launcher}/`);
  for (const { id, name } of served) {
    console.log(`${name.padEnd(13)} http://localhost:${ports.launcher}/${id}/ringcentral`);
  }
  console.log(`Board         http://localhost:${ports.simulator}/`);
  console.log(`XiVO desktop  ${originsOf(ports).desktop}/`);
  console.log(`CRM           http://localhost:${ports.launcher}/crm/logs`);
  console.log('Ctrl-C stops it all.');

  let stopping = false;
  const stop = (): void => {
    if (stopping) return;
    stopping = true;
    launcher.close().then(
      () => process.exit(0),
      (error: unknown) => fail(error),
    );
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
}

function fail(error: unknown): void {
  console.error(failureText(error));
  process.exit(1);
}

serve().catch(fail);
