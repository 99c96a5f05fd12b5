import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

/**
 * The file of `offhook-server`, the chat's back end.
 *
 * @throws Error where it isn't built
 */
export function backEndFile(from: string): string {
  const manifest = createRequire(from).resolve('@offhook/server/package.json');
  const { bin } = JSON.parse(readFileSync(manifest, 'utf8')) as { bin: Readonly<Record<string, string>> };
  const file = path.resolve(path.dirname(manifest), bin['offhook-server'] ?? '');
  if (!existsSync(file)) throw new Error('@offhook/server isn’t built: npx nx run @offhook/bank:build');
  return file;
}
