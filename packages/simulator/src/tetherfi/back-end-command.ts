import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

const binName = 'offhook-server';
const advice = 'Build @offhook/server, or start without the live chat.';

/**
 * The command of `@offhook/server`, as a process of its own: the program first, then its first arguments.
 *
 * @throws Error when the package is not installed or not built.
 */
export function backEndCommand(from: string = import.meta.url): readonly string[] {
  let manifest: string;
  try {
    manifest = createRequire(from).resolve('@offhook/server/package.json');
  } catch {
    throw new Error(`@offhook/server is not installed, and is the live chat’s back end. ${advice}`);
  }
  const { bin } = JSON.parse(readFileSync(manifest, 'utf8')) as { bin?: Readonly<Record<string, string>> };
  const file = path.resolve(path.dirname(manifest), bin?.[binName] ?? binName);
  if (!existsSync(file))
    throw new Error(`The live chat’s back end is not built: ${file} is missing. ${advice}`);
  return [process.execPath, file];
}
