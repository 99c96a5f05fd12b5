import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { transformSync, version as swcVersion } from '@swc/core';
import { compile, compileModule, VERSION } from 'svelte/compiler';

const self = readFileSync(new URL(import.meta.url), 'utf8');
const side = fileURLToPath(new URL('onServer.js', import.meta.url));

/**
 * A component, or a module with runes, as CommonJS: as a page or as a server gets it.
 *
 * @param {string} source
 * @param {string} filename
 * @param {'client' | 'server'} generate
 */
function compiled(source, filename, generate) {
  const asked = { filename, generate, dev: true };
  const { js, warnings } = filename.endsWith('.js')
    ? compileModule(source, asked)
    : compile(source, { ...asked, css: 'external' });
  if (warnings.length > 0) throw new Error(warnings.map(String).join('\n'));
  return transformSync(js.code, {
    filename,
    swcrc: false,
    configFile: false,
    module: { type: 'commonjs' },
    jsc: { target: 'es2022', parser: { syntax: 'ecmascript' } },
  }).code;
}

/** What Svelte compiles, for Jest: each module holds both what a page and what a server gets of it. */
export default {
  canInstrument: false,
  getCacheKey: (source, filename, { configString }) =>
    createHash('sha1')
      .update([self, side, VERSION, swcVersion, source, filename, configString].join('\0'))
      .digest('hex'),
  process: (source, filename) => ({
    code: `if (require(${JSON.stringify(side)}).onServer) {
${compiled(source, filename, 'server')}
} else {
${compiled(source, filename, 'client')}
}`,
  }),
};
