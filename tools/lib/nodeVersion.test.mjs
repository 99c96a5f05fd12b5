import assert from 'node:assert/strict';
import test from 'node:test';
import { nodeFits } from './nodeVersion.mjs';

const range = '^20.19.0 || ^22.12.0 || >=24.0.0';

test('versions inside the range fit', () => {
  for (const version of ['v20.19.0', 'v20.20.2', 'v22.12.0', 'v24.0.0', 'v25.1.0'])
    assert.ok(nodeFits(version, range), version);
});

test('versions outside the range do not fit', () => {
  for (const version of ['v18.20.0', 'v20.18.9', 'v21.9.0', 'v22.11.9', 'v23.9.0'])
    assert.ok(!nodeFits(version, range), version);
});

test('a range that it cannot read is an error, not a yes', () => {
  assert.throws(() => nodeFits('v20.19.0', '~20.19'), /Can't read/);
});
