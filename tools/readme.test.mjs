// What the README shows is what the tests run, and what it counts is counted.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import { appLines } from './lib/appLines.mjs';
import { root } from './lib/root.mjs';

const read = (/** @type {string} */ file) => readFileSync(path.join(root, file), 'utf8');
const readme = read('README.md');

/** Each framework, and the file of its binding that its tests compile and run. */
const quickStarts = {
  React: 'react/src/testing/QuickStart.tsx',
  Angular: 'angular/src/testing/QuickStart.ts',
  Vue: 'vue/src/testing/QuickStart.vue',
  Svelte: 'svelte/src/testing/QuickStart.svelte',
};

for (const [name, file] of Object.entries(quickStarts)) {
  test(`the quick start for ${name} is the file that its tests run, here and in the binding's own README`, () => {
    const code = read(`packages/${file}`).trim();
    assert.ok(readme.includes(code), `README.md doesn't show packages/${file} as it is`);
    assert.ok(read(`packages/${file.split('/')[0]}/README.md`).includes(code));
  });
}

test('the sample apps have as many lines as it says', () => {
  const told = Object.keys(quickStarts).map((name) => {
    const lines = appLines(`apps/${name.toLowerCase()}-demo`).toLocaleString('en');
    return `${lines} lines in ${name}`;
  });
  for (const each of told) assert.ok(readme.includes(each), `README.md should say: ${told.join(', ')}`);
});

test('its pictures are there', () => {
  const pictures = [...readme.matchAll(/!\[[^\]]*\]\(([^)]+)\)/g)].map(([, file]) => file ?? '');
  assert.ok(pictures.length > 0);
  for (const file of pictures) assert.ok(existsSync(path.join(root, file)), file);
});
