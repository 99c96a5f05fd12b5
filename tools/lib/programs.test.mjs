import assert from 'node:assert/strict';
import { chmodSync } from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import { findProgram, programsFor } from './programs.mjs';
import { temporaryFolder } from './temporaryFolder.mjs';

const program = {
  name: 'Thing',
  env: 'THING_PATH',
  apt: 'thing',
  neededFor: 'things',
  steps: ['unit'],
  commands: ['thing'],
};
const posix = process.platform !== 'win32';

test('a program is found on the path', { skip: posix ? false : 'file modes are POSIX' }, (t) => {
  const folder = temporaryFolder(t, { thing: '#!/bin/sh' });
  assert.equal(findProgram(program, { env: { PATH: folder } }), undefined, 'not executable yet');
  chmodSync(path.join(folder, 'thing'), 0o755);
  assert.equal(findProgram(program, { env: { PATH: folder } }), path.join(folder, 'thing'));
});

test('the variable wins over the path, and is not believed when nothing is there', (t) => {
  const folder = temporaryFolder(t, { own: '' });
  const own = path.join(folder, 'own');
  assert.equal(findProgram(program, { env: { PATH: '', THING_PATH: own } }), own);
  assert.equal(
    findProgram(program, { env: { PATH: folder, THING_PATH: path.join(folder, 'gone') } }),
    undefined,
  );
});

test('a step is given what it needs, and no more is installed', () => {
  const names = (/** @type {string[]} */ ...steps) => programsFor(steps).map(({ name }) => name);
  assert.deepEqual(names('unit'), ['Redis']);
  assert.deepEqual(names('build', 'browser'), ['Chromium', 'Chromium’s headless shell', 'coturn']);
  assert.deepEqual(names('starters'), ['Chromium']);
  assert.deepEqual(names('lint'), []);
});
