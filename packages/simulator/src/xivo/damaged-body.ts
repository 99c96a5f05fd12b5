import type { Random } from '../random.js';

type Damage = (body: Readonly<Record<string, unknown>>, text: string) => string;

const damages: readonly Damage[] = [
  (_body, text) => text.slice(0, Math.floor(text.length / 2)),
  () => '',
  () => 'null',
  () => '[]',
  (body) => JSON.stringify({ ...body, callDataCallId: undefined }),
  (body) => JSON.stringify({ ...body, callDataCallId: 7 }),
  (body) => JSON.stringify({ ...body, user: null }),
  (body) => JSON.stringify({ ...body, user: { userId: 'x'.repeat(2000) } }),
  (body) => JSON.stringify({ ...body, caller: ['1013'], userData: 'none' }),
  (_body, text) => `${text.slice(0, -1)},"callee":"1"}`,
];

/** The text of a request, damaged in one of many ways, so that a service which trusts it is found out. */
export function damagedBody(body: Readonly<Record<string, unknown>>, random: Random): string {
  const text = JSON.stringify(body);
  return damages[Math.floor(random() * damages.length)]?.(body, text) ?? '';
}
