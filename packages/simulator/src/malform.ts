import type { Random } from './random.js';
import { isRecord } from './frame.js';

type Fields = Readonly<Record<string, unknown>>;
/** `kind` is the field that says what the frame is: without it nobody can read the rest. */
type Damage = (frame: Fields, kind: string) => unknown;

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
  (frame, kind) => ({ ...frame, [kind]: 7 }),
  (frame, kind) => ({ ...frame, [kind]: undefined }),
  (frame, kind) => ({ [kind]: frame[kind] }),
  (frame) => ({ ...frame, call: null, body: null, message: null, id: null, remoteIdentity: null }),
  (frame) => ({ ...frame, call: 'x'.repeat(2000), requestId: 13, body: 'not an object', id: 'x' }),
  (frame) => ({ ...frame, call: nested(200), response: nested(200), remoteIdentity: nested(200) }),
  (frame, kind) =>
    Object.fromEntries(Object.keys(frame).map((key) => [key, key === kind ? frame[kind] : false])),
];

/** Damages a frame in one of many ways, so that a host which trusts frames is found out. */
export function malform(frame: unknown, random: Random): unknown {
  const damage = damages[Math.floor(random() * damages.length)] ?? (() => null);
  // A bare string has no fields: whatever happens to it, it isn't the string any more.
  if (!isRecord(frame)) return damage({ frame }, 'frame');
  return damage(frame, 'event' in frame ? 'event' : 'type');
}
