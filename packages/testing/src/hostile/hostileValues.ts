/** A value that no well-meaning vendor would send, and what is wrong with it. */
export interface HostileValue {
  readonly kind: string;
  readonly value: unknown;
}

const million = 1_000_000;

/** An object whose own keys may be any, `__proto__` too: as `JSON.parse` makes it, and structured clone keeps it. */
const own = (json: string): unknown => JSON.parse(json);

function deep(levels: number, wrap: (inner: unknown) => unknown): unknown {
  let value: unknown = 'bottom';
  for (let level = 0; level < levels; level += 1) value = wrap(value);
  return value;
}

function cyclic<T extends object>(make: T, close: (made: T) => void): T {
  close(make);
  return make;
}

const primitives = (): readonly HostileValue[] => [
  { kind: 'undefined', value: undefined },
  { kind: 'null', value: null },
  { kind: 'true', value: true },
  { kind: 'false', value: false },
  { kind: 'zero', value: 0 },
  { kind: 'minus zero', value: -0 },
  { kind: 'NaN', value: NaN },
  { kind: 'infinity', value: Infinity },
  { kind: 'an integer beyond safety', value: Number.MAX_SAFE_INTEGER + 1 },
  { kind: 'a BigInt', value: 1n },
  { kind: 'a BigInt of 10,000 bits', value: 1n << 10_000n },
  { kind: 'an empty string', value: '' },
  { kind: 'a string', value: 'ring' },
  { kind: 'the string __proto__', value: '__proto__' },
  { kind: 'the string constructor', value: 'constructor' },
  { kind: 'a string of 1 MB', value: 'x'.repeat(million) },
  { kind: 'half a surrogate pair', value: '\ud83d' },
  { kind: 'control characters', value: '\u0000\u0007\u001b[2J\r\n' },
  { kind: 'text that turns around', value: '\u202e0005 123 612 1+' },
  { kind: 'broken JSON', value: '{"type":"ring",' },
  { kind: 'JSON 10,000 levels deep', value: `${'['.repeat(10_000)}${']'.repeat(10_000)}` },
  { kind: 'JSON of null', value: 'null' },
];

const arrays = (): readonly HostileValue[] => [
  { kind: 'an empty array', value: [] },
  { kind: 'an array of nothing', value: [null, undefined, [], {}] },
  { kind: 'an array of a million holes', value: new Array(million) },
  { kind: 'arrays 10,000 levels deep', value: deep(10_000, (inner) => [inner]) },
  { kind: 'an array that holds itself', value: cyclic<unknown[]>([], (made) => made.push(made)) },
  // Thirty steps to a billion leaves, for whoever walks what is shared again and again.
  { kind: 'a billion paths to one leaf', value: deep(30, (inner) => [inner, inner]) },
];

const objects = (): readonly HostileValue[] => [
  { kind: 'an empty object', value: {} },
  { kind: 'an own __proto__', value: own('{"__proto__":{"polluted":true,"type":"ring"}}') },
  { kind: 'an own constructor', value: own('{"constructor":{"prototype":{"polluted":true}}}') },
  { kind: 'a toString that is no function', value: own('{"toString":1,"valueOf":2}') },
  {
    kind: 'a hasOwnProperty that is no function',
    value: own('{"hasOwnProperty":1,"propertyIsEnumerable":null}'),
  },
  { kind: 'a then that is no function', value: own('{"then":"now","catch":true}') },
  { kind: 'a toJSON that is no function', value: own('{"toJSON":{}}') },
  { kind: 'a length below zero', value: { length: -1, 0: 'first' } },
  { kind: 'an empty key', value: { '': { '': '' } } },
  { kind: 'a key with control characters', value: { '\u0000type': 'ring' } },
  { kind: 'objects 10,000 levels deep', value: deep(10_000, (inner) => ({ inner })) },
  {
    kind: 'an object that holds itself',
    value: cyclic<Record<string, unknown>>({}, (made) => (made['self'] = made)),
  },
  {
    kind: 'two objects that hold each other',
    value: cyclic<Record<string, unknown>>({}, (made) => (made['other'] = { back: made })),
  },
];

const exotics = (): readonly HostileValue[] => [
  { kind: 'a Date', value: new Date(0) },
  { kind: 'a Date that is none', value: new Date(NaN) },
  { kind: 'a RegExp', value: /(a+)+$/ },
  { kind: 'a Map', value: new Map<unknown, unknown>([['type', 'ring']]) },
  {
    kind: 'a Map that holds itself',
    value: cyclic(new Map<unknown, unknown>(), (made) => made.set(made, made)),
  },
  { kind: 'a Set', value: new Set<unknown>(['type', {}]) },
  { kind: 'an ArrayBuffer', value: new ArrayBuffer(8) },
  { kind: 'a DataView', value: new DataView(new ArrayBuffer(8)) },
  { kind: 'an Error', value: new Error('not a frame') },
  { kind: 'a boxed string', value: Object('ring') as unknown },
  { kind: 'a boxed number', value: Object(7) as unknown },
  { kind: 'a boxed boolean', value: Object(false) as unknown },
  { kind: 'a boxed BigInt', value: Object(1n) as unknown },
];

/** Hostile by their mere size, so that it makes no difference where in a frame they stand. */
const bulks = (): readonly HostileValue[] => [
  { kind: 'an array of 100,000', value: Array.from({ length: 100_000 }, (_, index) => index) },
  { kind: 'a key of 1 MB', value: { ['k'.repeat(million)]: 1 } },
  {
    kind: '100,000 keys',
    value: Object.fromEntries(Array.from({ length: 100_000 }, (_, index) => [`key${index}`, index])),
  },
  {
    kind: '500 strings of 10 kB',
    value: Object.fromEntries(Array.from({ length: 500 }, (_, i) => [i, 'x'.repeat(10_000)])),
  },
  { kind: 'a megabyte of bytes', value: new Uint8Array(million) },
];

/** Values to put where something else belongs: made anew each time, and fit to be carried by a frame. */
export function hostileValues(): readonly HostileValue[] {
  return [...primitives(), ...arrays(), ...objects(), ...exotics()];
}

/** All of those, and the ones that are too big as well. */
export function hostileValuesOfAnySize(): readonly HostileValue[] {
  return [...hostileValues(), ...bulks()];
}
