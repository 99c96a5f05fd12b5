import assert from 'node:assert/strict';
import test from 'node:test';
import { incompletePlatforms } from './lockFile.mjs';

const swc = {
  version: '1.0.0',
  optionalDependencies: { '@swc/core-linux': '1.0.0', '@swc/core-darwin': '1.0.0' },
};

test('a lock file with every binary is complete, wherever npm has put them', () => {
  const packages = {
    'node_modules/@swc/core': swc,
    'node_modules/@swc/core-linux': {},
    'node_modules/@swc/core/node_modules/@swc/core-darwin': {},
  };
  assert.deepEqual(incompletePlatforms({ packages }), []);
});

test('a binary that the registry had not got is told with its package', () => {
  const packages = { 'node_modules/@swc/core': swc, 'node_modules/@swc/core-linux': {} };
  assert.deepEqual(incompletePlatforms({ packages }), ['@swc/core 1.0.0: 1 of 2 missing (@swc/core-darwin)']);
});
