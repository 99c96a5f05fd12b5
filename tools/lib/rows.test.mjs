import assert from 'node:assert/strict';
import test from 'node:test';
import { coverageByDocument, namingTests, readRows, rowComplaints, rowsIn } from './rows.mjs';
import { temporaryFolder } from './temporaryFolder.mjs';

const row = (/** @type {string} */ id, doc = 'upstream') => ({ id, doc, text: `what ${id} says` });
const naming = (/** @type {string[]} */ ...rows) => ({
  file: 'a.test.ts',
  line: 1,
  title: rows.join(' '),
  rows,
});

test('row ids of every document are read out of a title, each once', () => {
  assert.deepEqual(rowsIn('U-8, (S1-23) and S0-0a: T-104 P-7 X-12 U-8'), [
    'U-8',
    'S1-23',
    'S0-0a',
    'T-104',
    'P-7',
    'X-12',
  ]);
});

test('words that look like ids in part are none', () => {
  assert.deepEqual(rowsIn('UTF-8, SHA-1, ES-2022, BLU-8, U-8-bit'), []);
});

test('tests are found in packages, browser tests and tools, not in what is built', (t) => {
  const title = "it('does U-1', () => {});";
  const base = temporaryFolder(t, {
    'packages/core/src/deep/a.test.ts': title,
    'packages/core/src/a.ts': title,
    'packages/core/dist/a.test.js': title,
    'apps/e2e/src/a.spec.ts': title,
    'tools/a.test.mjs': title,
  });
  assert.deepEqual(
    namingTests(base).map(({ file }) => file),
    ['packages/core/src/deep/a.test.ts', 'apps/e2e/src/a.spec.ts', 'tools/a.test.mjs'],
  );
});

test('an unknown row is a complaint', () => {
  assert.match(rowComplaints([row('U-1')], [naming('U-1', 'U-99')])[0] ?? '', /names U-99/);
});

test('three rows in a test are fine and four are not', () => {
  const rows = ['U-1', 'U-2', 'U-3', 'U-4'].map((id) => row(id));
  assert.deepEqual(rowComplaints(rows, [naming('U-1', 'U-2', 'U-3')]), []);
  assert.match(rowComplaints(rows, [naming('U-1', 'U-2', 'U-3', 'U-4')])[0] ?? '', /names 4 rows/);
});

test('coverage is told by document, rows without a test included', () => {
  const documents = coverageByDocument([row('U-1'), row('U-2'), row('X-1', 'xivo')], [naming('U-2')]);
  const counts = [...documents].map(([doc, rows]) => [doc, rows.map(({ tests }) => tests.length)]);
  assert.deepEqual(counts, [
    ['upstream', [0, 1]],
    ['xivo', [0]],
  ]);
});

test('the committed rows have ids that a title can name, each once', () => {
  const ids = readRows().map(({ id }) => id);
  assert.equal(new Set(ids).size, ids.length);
  for (const id of ids) assert.deepEqual(rowsIn(id), [id]);
});
