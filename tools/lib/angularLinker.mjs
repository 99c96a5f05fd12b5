import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { transformAsync } from '@babel/core';
import { createEs2015LinkerPlugin } from '@angular/compiler-cli/linker/babel';

/**
 * A package that was compiled in part, as an app's production build finishes it: linked, and without what only
 * development needs.
 *
 * @param {string} file
 * @returns {Promise<string>}
 */
export async function linked(file) {
  const plugin = createEs2015LinkerPlugin({
    fileSystem: {
      resolve: path.resolve,
      exists: existsSync,
      dirname: path.dirname,
      relative: path.relative,
      readFile: (/** @type {string} */ name) => readFileSync(name, 'utf8'),
    },
    logger: { level: 3, debug() {}, info() {}, warn: console.warn, error: console.error },
    linkerJitMode: false,
  });
  const result = await transformAsync(readFileSync(file, 'utf8'), {
    filename: file,
    plugins: [plugin],
    configFile: false,
    babelrc: false,
    compact: false,
  });
  return (result?.code ?? '')
    .replaceAll(/typeof ngDevMode === "undefined" \|\| ngDevMode/g, 'false')
    .replaceAll(/\bngDevMode \?/g, 'false ?');
}
