import assert from 'node:assert/strict';
import test from 'node:test';
import { testTitles } from './testTitles.mjs';

const titles = (/** @type {string} */ text, file = 'a.test.ts') =>
  testTitles(file, text).map(({ title }) => title);

test('a title carries those of the suites around it', () => {
  assert.deepEqual(
    titles("describe('calls', () => { describe('ringing', () => { it('rings', () => {}); }); });"),
    ['calls ringing rings'],
  );
});

test('a suite without a test is no test', () => {
  assert.deepEqual(titles("describe('nothing', () => {});"), []);
});

test('each row of a table is a test of its own', () => {
  const text = "it.each([['first', 1], ['second', 2]] as const)('is %s', () => {});";
  assert.deepEqual(titles(text), ['is %s first', 'is %s second']);
  assert.deepEqual(titles("it.each([{ row: 'first' }, { row: 'second' }])('is $row', () => {});"), [
    'is $row first',
    'is $row second',
  ]);
});

test('a table that is not written in place still makes one test', () => {
  assert.deepEqual(titles("test.each(cases)('does %s', () => {});"), ['does %s']);
});

test('templates keep what is written of them', () => {
  assert.deepEqual(titles('it(`a ${b} c`, () => {});'), ['a … c']);
});

test('Playwright: suites, tests with details, and no hooks', () => {
  const text = `
    test.describe('page', () => {
      test.beforeEach('opens', async () => {});
      test('dials', { tag: '@slow' }, async () => { await test.step('presses', async () => {}); });
    });`;
  assert.deepEqual(titles(text, 'a.spec.ts'), ['page dials']);
});

test('strings that only look like tests are none', () => {
  assert.deepEqual(titles("const text = \"it('is not a test', () => {})\"; // it('nor this', () => {})"), []);
});

test('a line number leads to the test', () => {
  assert.equal(testTitles('a.test.tsx', "\n\nit('renders', () => <p />);")[0]?.line, 3);
});
