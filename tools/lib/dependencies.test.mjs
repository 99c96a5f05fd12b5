import assert from 'node:assert/strict';
import test from 'node:test';
import { installNeeded } from './dependencies.mjs';
import { temporaryFolder } from './temporaryFolder.mjs';

const lock = (/** @type {object} */ packages) => ({
  packages: { '': { name: 'workspace' }, 'packages/core': {}, ...packages },
});
const rxjs = { version: '7.8.2', integrity: 'sha512-a' };
const record = 'node_modules/.package-lock.json';

test('an empty checkout needs an install', (t) => {
  assert.match(
    installNeeded(temporaryFolder(t, { 'package-lock.json': lock({}) })) ?? '',
    /nothing is installed/,
  );
});

test('what is installed as locked needs none, packages for other systems aside', (t) => {
  const wanted = lock({
    'node_modules/rxjs': rxjs,
    'node_modules/@offhook/core': { link: true },
    'node_modules/binary-for-mars': { version: '1.0.0', optional: true },
  });
  const have = { packages: { 'node_modules/rxjs': rxjs, 'node_modules/@offhook/core': { link: true } } };
  assert.equal(installNeeded(temporaryFolder(t, { 'package-lock.json': wanted, [record]: have })), undefined);
});

for (const { when, why, have } of [
  { when: 'a package is missing', why: /rxjs is missing/, have: {} },
  {
    when: 'a version differs',
    why: /rxjs differs/,
    have: { 'node_modules/rxjs': { ...rxjs, version: '7.8.1' } },
  },
  {
    when: 'a content differs',
    why: /rxjs differs/,
    have: { 'node_modules/rxjs': { ...rxjs, integrity: 'sha512-b' } },
  },
  {
    when: 'the lock file has dropped a package',
    why: /left is not in the lock file/,
    have: { 'node_modules/rxjs': rxjs, 'node_modules/left': { version: '1.0.0' } },
  },
]) {
  test(`an install is needed when ${when}`, (t) => {
    const files = { 'package-lock.json': lock({ 'node_modules/rxjs': rxjs }), [record]: { packages: have } };
    assert.match(installNeeded(temporaryFolder(t, files)) ?? '', why);
  });
}

test('an install that was cut off is done again', (t) => {
  const files = { 'package-lock.json': lock({}), [record]: '{"packages":' };
  assert.match(installNeeded(temporaryFolder(t, files)) ?? '', /cut off/);
});
