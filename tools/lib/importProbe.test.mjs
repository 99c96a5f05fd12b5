import assert from 'node:assert/strict';
import test from 'node:test';
import { probeImport } from './importProbe.mjs';
import { temporaryFolder } from './temporaryFolder.mjs';

/** A project that has a package of this content, as ES module and as CommonJS. */
const withPackage = (/** @type {import('node:test').TestContext} */ t, /** @type {string} */ code) =>
  temporaryFolder(t, {
    'node_modules/@offhook/x/package.json': {
      name: '@offhook/x',
      type: 'module',
      exports: { '.': { import: './index.js', require: './index.cjs' } },
    },
    'node_modules/@offhook/x/index.js': `${code};\nexport const one = 1;`,
    'node_modules/@offhook/x/index.cjs': `${code};\nexports.one = 1;`,
  });

for (const how of /** @type {const} */ (['import', 'require'])) {
  test(`${how}: a quiet package is fine`, async (t) => {
    assert.equal(await probeImport(withPackage(t, 'const two = 2'), '@offhook/x', how), undefined);
  });

  for (const { what, code, why } of [
    { what: 'touches the DOM', code: 'window.document.title', why: /window is not defined/ },
    { what: 'adds a global', code: 'globalThis.offhook = 1', why: /adds globals: offhook/ },
    { what: 'starts a timer', code: 'setTimeout(() => {}, 1)', why: /setTimeout is called while importing/ },
    { what: 'prints', code: "console.log('hello')", why: /printed:\nhello/ },
  ]) {
    test(`${how}: a package that ${what} is refused`, async (t) => {
      assert.match((await probeImport(withPackage(t, code), '@offhook/x', how)) ?? '', why);
    });
  }
}

test('a package that is not there is refused', async (t) => {
  assert.match(
    (await probeImport(temporaryFolder(t, { 'package.json': {} }), '@offhook/x', 'import')) ?? '',
    /Cannot find package/,
  );
});

test('a package that exports nothing is refused', async (t) => {
  const folder = temporaryFolder(t, {
    'node_modules/@offhook/x/package.json': { name: '@offhook/x', type: 'module', exports: './index.js' },
    'node_modules/@offhook/x/index.js': '',
  });
  assert.match((await probeImport(folder, '@offhook/x', 'import')) ?? '', /exports nothing/);
});
