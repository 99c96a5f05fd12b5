import { hostileValues, hostileValuesOfAnySize } from './hostileValues.js';

/** A frame that must change no state and throw nothing. */
export interface HostileFrame {
  readonly kind: string;
  readonly frame: unknown;
}

/**
 * More than 60 kinds of malformed frame: each hostile value as the whole frame, and as what should name the frame's
 * type. None of them is a frame of any vendor.
 *
 * @param typeKey the vendor's key for a frame's type
 * @example
 * for (const { kind, frame } of hostileFrames()) {
 *   it(`survives ${kind}`, () => expect(() => channel.receive(frame)).not.toThrow());
 * }
 */
export function hostileFrames(typeKey = 'type'): readonly HostileFrame[] {
  const values = hostileValuesOfAnySize();
  return [
    ...values.map(({ kind, value }) => ({ kind, frame: value })),
    ...values.map(({ kind, value }) => ({ kind: `${kind} as its ${typeKey}`, frame: { [typeKey]: value } })),
  ];
}

/**
 * A genuine frame spoilt in every place, one place at a time: gone, or replaced by each hostile value. Some of these
 * a vendor might send after all, so they may change state; none may throw, and the next good frame must count.
 *
 * @param depth how far to go into the frame
 * @example for (const { frame } of spoiltFrames(ringing)) channel.receive(frame);
 */
export function spoiltFrames(frame: unknown, depth = 3): readonly HostileFrame[] {
  const values = hostileValues();
  return placesIn(frame, depth).flatMap((place) => {
    const name = place.join('.');
    return [
      { kind: `without ${name}`, frame: replaced(frame, place, gone) },
      ...values.map(({ kind, value }) => ({
        kind: `${kind} as its ${name}`,
        frame: replaced(frame, place, value),
      })),
    ];
  });
}

const gone = Symbol('gone');

const isPlain = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function placesIn(value: unknown, depth: number): readonly (readonly string[])[] {
  if (depth === 0 || !isPlain(value)) return [];
  return Object.entries(value).flatMap(([key, inner]) => [
    [key],
    ...placesIn(inner, depth - 1).map((rest) => [key, ...rest]),
  ]);
}

function replaced(value: unknown, [key, ...rest]: readonly string[], by: unknown): unknown {
  if (key === undefined || !isPlain(value)) return by;
  const { [key]: inner, ...others } = value;
  if (rest.length === 0 && by === gone) return others;
  return { ...value, [key]: replaced(inner, rest, by) };
}
