import type { Random } from './random.js';
import type { Frame } from './frame.js';

type Damage = (frame: Frame) => unknown;

function nested(depth: number): unknown {
  let value: unknown = 'end';
  for (let level = 0; level < depth; level += 1) value = [value];
  return value;
}

const damages: readonly Damage[] = [
  () => null,
  () => '',
  () => 42,
  () => [],
  (frame) => JSON.stringify(frame).slice(0, -7),
  (frame) => [frame],
  (frame) => ({ ...frame, type: 7 }),
  (frame) => ({ ...frame, type: undefined }),
  (frame) => ({ type: frame.type }),
  (frame) => ({ ...frame, call: null, body: null, message: null }),
  (frame) => ({ ...frame, call: 'x'.repeat(2000), requestId: 13, body: 'not an object' }),
  (frame) => ({ ...frame, call: nested(200), response: nested(200) }),
  (frame) => Object.fromEntries(Object.keys(frame).map((key) => [key, key === 'type' ? frame.type : false])),
];

/** Damages a frame in one of many ways, so that a host which trusts frames is found out. */
export function malform(frame: Frame, random: Random): unknown {
  const damage = damages[Math.floor(random() * damages.length)] ?? (() => null);
  return damage(frame);
}
