import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { transformSync, version as swcVersion } from '@swc/core';
import { compile, compileModule, VERSION } from 'svelte/compiler';

const self = readFileSync(new URL(import.meta.url), 'utf8');

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

/** What Svelte compiles, for Jest: each module finds out, as a bundler would, whether it is in a page or on a server. */
export default {
  canInstrument: false,
  getCacheKey: (source, filename, { configString }) =>
    createHash('sha1')
      .update([self, VERSION, swcVersion, source, filename, configString].join('\0'))
      .digest('hex'),
  process: (source, filename) => ({
    code: `if (require('esm-env').BROWSER) {
${compiled(source, filename, 'client')}
} else {
${compiled(source, filename, 'server')}
}`,
  }),
};
