import assert from 'node:assert/strict';
import test from 'node:test';
import { complaintAboutSize, growthIsTold, topSection } from './sizes.mjs';

const name = '@offhook/core: everything';
const changelog = (/** @type {string} */ line) =>
  `# Changelog\n\n## Unreleased\n\n${line}\n\n## 0.1.0\n\n- size: @offhook/react tells an old story\n`;
const measured = (/** @type {number} */ size) => ({ name, size, sizeLimit: 9000 });

test('a size over its limit is refused, whatever the change log says', () => {
  assert.match(
    complaintAboutSize(measured(9001), { [name]: 9001 }, changelog('- size: @offhook/core')) ?? '',
    /limit/,
  );
});

test('a size may grow by 5 % in silence, and not by more', () => {
  assert.equal(complaintAboutSize(measured(1050), { [name]: 1000 }, changelog('')), undefined);
  assert.match(complaintAboutSize(measured(1051), { [name]: 1000 }, changelog('')) ?? '', /grew by 5\.1 %/);
});

test('a growth that the newest section tells is fine', () => {
  const told = changelog('- Adds chat (size: @offhook/core grows by 1 kB).');
  assert.equal(complaintAboutSize(measured(2000), { [name]: 1000 }, told), undefined);
});

test('an older section, or another package, tells nothing', () => {
  assert.equal(growthIsTold(changelog(''), '@offhook/react: everything'), false);
  assert.equal(growthIsTold(changelog('- size: @offhook/core-extras'), name), false);
});

test('a subpath is told by its package', () => {
  assert.equal(
    growthIsTold(changelog('- size: @offhook/connectors'), '@offhook/connectors/ringcentral: everything'),
    true,
  );
});

test('a size that has no baseline yet is refused', () => {
  assert.match(complaintAboutSize(measured(10), {}, '') ?? '', /sizes:update/);
});

test('a change log without sections has an empty newest section', () =>
  assert.equal(topSection('# Changelog'), ''));
