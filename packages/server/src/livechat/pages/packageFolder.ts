import { createRequire } from 'node:module';
import path from 'node:path';

/** A folder of a package's build, wherever the package is installed; nothing where it isn't. */
export function packageFolder(name: string, ...below: readonly string[]): string | undefined {
  try {
    return path.join(path.dirname(createRequire(import.meta.url).resolve(`${name}/package.json`)), ...below);
  } catch {
    return undefined;
  }
}
