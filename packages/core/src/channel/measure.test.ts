import { measure } from './measure.js';

const deep = (levels: number): unknown => {
  let value: unknown = 'x';
  for (let level = 0; level < levels; level += 1) value = { value };
  return value;
};

it.each<[string, unknown, number]>([
  ['a string', 'abc', 3],
  ['strings in an array', ['ab', 'c'], 3],
  ['keys and strings', { ab: 'c' }, 3],
  ['keys alone', { abc: 1 }, 3],
  ['what lies deeper', { a: [{ b: 'c' }] }, 3],
])('counts the characters of %s', (_, data, chars) => {
  expect(measure(data, chars)).toBe(true);
  expect(measure(data, chars - 1)).toBe(false);
});

it.each<[string, unknown]>([
  ['nothing', undefined],
  ['null', null],
  ['a number', 1e300],
  ['a boolean', true],
  ['a big integer', 10n ** 100n],
])('%s has no characters', (_, data) => {
  expect(measure(data, 0)).toBe(true);
});

it('goes 64 levels deep and no deeper', () => {
  expect(measure(deep(64), 10_000)).toBe(true);
  expect(measure(deep(65), 10_000)).toBe(false);
  expect(measure(deep(10_000), 1_000_000)).toBe(false);
});

it('takes 20,000 values and no more, in arrays and objects', () => {
  expect(measure(new Array(20_000).fill(0), 0)).toBe(true);
  expect(measure(new Array(20_001).fill(0), 0)).toBe(false);
  expect(measure(new Array(1_000_000), 0)).toBe(false);
  const keys = (count: number): unknown =>
    Object.fromEntries(Array.from({ length: count }, (_, key) => [key, 0]));
  expect(measure(keys(20_000), 1_000_000)).toBe(true);
  expect(measure(keys(20_001), 1_000_000)).toBe(false);
  expect(measure([new Array(10_000).fill(0), new Array(10_000).fill(0)], 0)).toBe(false);
});

it('comes to an end with cycles', () => {
  const self: Record<string, unknown> = {};
  self['self'] = self;
  expect(measure(self, 1_000_000)).toBe(false);
});

it('takes no bytes', () => {
  expect(measure(new Uint8Array(1), 1_000)).toBe(false);
  expect(measure({ data: new DataView(new ArrayBuffer(1)) }, 1_000)).toBe(false);
});
