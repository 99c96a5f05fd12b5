import { numberDigits, sameNumber, type Party } from '@offhook/core';
import type { MergeOptions } from './options.js';
import type { TrackedCall, TrackedLeg } from './trackedCall.js';

/** By what evidence two sessions are the legs of one call. */
export interface MergeRule {
  readonly windowMs: number;
  readonly same: (a: string, b: string) => boolean;
}

export function mergeRule(merge: boolean | MergeOptions = true): MergeRule | undefined {
  if (!merge) return undefined;
  const { windowMs = 2_000, normalise }: MergeOptions = merge === true ? {} : merge;
  return {
    windowMs,
    same: normalise
      ? (a, b) => !!normalise(a) && normalise(a) === normalise(b)
      : // Two that withhold their numbers are not therefore one.
        (a, b) => !!numberDigits(a) && sameNumber(a, b),
  };
}

const kinds = ['softphone', 'deskphone'];

/** Whether two sessions may be one call's: each on its kind of phone, and begun together. */
const isPair = (a: TrackedLeg, b: TrackedLeg, { windowMs }: MergeRule): boolean =>
  [a, b].every(({ kind }) => kinds.includes(kind)) &&
  a.kind !== b.kind &&
  Math.abs(a.begunAt - b.begunAt) <= windowMs;

/** Calls from the same number that still ring, and that the widget stands by. */
const ringingFrom = (
  calls: readonly TrackedCall[],
  { number }: Party,
  { same }: MergeRule,
): readonly TrackedCall[] =>
  calls.filter(
    ({ direction, remote, legs }) =>
      !!number &&
      !!remote.number &&
      direction === 'inbound' &&
      legs.every(({ answeredAt, doubtedUntil }) => !answeredAt && !doubtedUntil) &&
      same(remote.number, number),
  );

/**
 * The call that a new inbound session is the second leg of: from the same number, ringing as it does, begun just now,
 * on the other kind of phone, and with no second leg yet. So two sessions of one kind are two calls, and of two calls
 * with two sessions each the first is paired with the first.
 */
export const partnerOf = (
  calls: readonly TrackedCall[],
  leg: TrackedLeg,
  remote: Party,
  rule: MergeRule,
): TrackedCall | undefined =>
  leg.state === 'ringing'
    ? ringingFrom(calls, remote, rule).find(
        ({ legs: [first, ...more] }) => first && more.length === 0 && isPair(first, leg, rule),
      )
    : undefined;

/** The call that a leg belongs to which was paired with another's: that call rings, and was seen on the other phone. */
export const trueCallOf = (
  calls: readonly TrackedCall[],
  leg: TrackedLeg,
  remote: Party,
  rule: MergeRule,
): TrackedCall | undefined =>
  ringingFrom(calls, remote, rule).find(({ legs }) => legs.some((each) => isPair(each, leg, rule)));
