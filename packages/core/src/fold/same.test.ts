import { deepFreeze } from '../testing/deepFreeze.js';
import { merge, same } from './same.js';

describe('same', () => {
  it.each<[unknown, unknown]>([
    [1, 1],
    [NaN, NaN],
    ['a', 'a'],
    [undefined, undefined],
    [null, null],
    [{}, {}],
    [[], []],
    [
      { a: 1, b: { c: [1, 2] } },
      { b: { c: [1, 2] }, a: 1 },
    ],
    [{ a: undefined }, { a: undefined }],
  ])('%p and %p read the same', (a, b) => {
    expect(same(a, b)).toBe(true);
    expect(same(b, a)).toBe(true);
  });

  it.each<[unknown, unknown]>([
    [1, 2],
    [1, '1'],
    [0, -0],
    [null, undefined],
    [null, {}],
    [{}, null],
    [{}, 'a'],
    ['', []],
    [{ a: 1 }, {}],
    [{ a: 1 }, { b: 1 }],
    [{ a: undefined }, {}],
    [{ a: undefined }, { b: undefined }],
    [
      [1, 2],
      [2, 1],
    ],
    [[1], [1, 2]],
    [{ a: { b: 1 } }, { a: { b: 2 } }],
  ])('%p and %p do not', (a, b) => {
    expect(same(a, b)).toBe(false);
    expect(same(b, a)).toBe(false);
  });
});

describe('merge', () => {
  interface Sample {
    readonly a: number;
    readonly b?: { readonly c: number };
    readonly d?: string | undefined;
  }
  const base: Sample = deepFreeze({ a: 1, b: { c: 2 } });

  it('gives the same reference back when nothing new is said', () => {
    for (const patch of [undefined, {}, { a: 1 }, { b: { c: 2 } }, { a: 1, b: { c: 2 } }, { d: undefined }]) {
      expect(merge(base, deepFreeze(patch))).toBe(base);
    }
  });

  it('makes a new one of what is known and what is new', () => {
    expect(merge(base, { a: 3 })).toEqual({ a: 3, b: { c: 2 } });
    expect(merge(base, { a: 3, d: 'x' })).toEqual({ a: 3, b: { c: 2 }, d: 'x' });
    expect(base).toEqual({ a: 1, b: { c: 2 } });
  });

  it('keeps the references of what reads the same', () => {
    expect(merge(base, { a: 3, b: { c: 2 } }).b).toBe(base.b);
  });

  it('takes away what is explicitly undefined', () => {
    expect(Object.keys(merge(base, { b: undefined }))).toEqual(['a']);
  });
});
