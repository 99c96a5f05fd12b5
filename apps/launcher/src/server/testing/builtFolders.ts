import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Folder } from '../site.js';

/** The launcher's page and one app, as a build leaves them, in a folder that goes again. */
export async function builtFolders(): Promise<{ folders: readonly Folder[]; remove: () => Promise<void> }> {
  const root = await mkdtemp(join(tmpdir(), 'offhook-launcher-'));
  const [page, app] = [join(root, 'page'), join(root, 'app')];
  for (const [folder, title] of [
    [page, 'launcher'],
    [app, 'react'],
  ] as const) {
    await mkdir(join(folder, 'assets'), { recursive: true });
    await writeFile(join(folder, 'index.html'), `<!doctype html><title>${title}</title>`);
    await writeFile(join(folder, 'assets', 'index-a1b2.js'), `console.info('${title}')`);
    await writeFile(join(folder, 'assets', 'index-a1b2.css'), 'body{}');
    await writeFile(join(folder, 'favicon.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
  }
  return {
    folders: [
      { path: '/react', root: app, deepLinks: true },
      { path: '', root: page, deepLinks: false },
    ],
    remove: () => rm(root, { recursive: true, force: true }),
  };
}
