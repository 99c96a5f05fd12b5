import type { CallState, Direction, Leg, Party } from '@offhook/core';
import type { MergeRule } from './merging.js';

/** One of the widget's sessions. */
export interface TrackedLeg extends Leg {
  /** The widget's number for it. */
  readonly id: number;
  /** Monotonic milliseconds. */
  readonly begunAt: number;
  /** Wall-clock milliseconds, as is `answeredAt`. */
  readonly startedAt: number;
  readonly answeredAt?: number;
  /** Until when the widget, started anew, may take to mention it again; monotonic milliseconds. */
  readonly doubtedUntil?: number | undefined;
}

/** A live call, with one leg or two; with more where legs were found to belong elsewhere. */
export interface TrackedCall {
  readonly direction: Direction;
  readonly remote: Party;
  readonly legs: readonly TrackedLeg[];
  readonly mergedBy?: string | undefined;
  /** When a leg that rings on although the other's conversation is over proves to be a call of its own. */
  readonly dueAt?: number | undefined;
}

/** What time it is, and by what evidence legs are one call. */
export interface Moment {
  /** Monotonic milliseconds. */
  readonly now: number;
  /** Wall-clock milliseconds. */
  readonly at: number;
  readonly rule: MergeRule | undefined;
}

export const isLiveLeg = ({ state }: Leg): boolean => state !== 'ended';

const order: readonly CallState[] = ['dialing', 'ringing', 'active', 'ended'];

/** Whether a state comes after another. */
export const isLater = (state: CallState, than: CallState): boolean =>
  order.indexOf(state) > order.indexOf(than);

/** The call's state: that of the conversation, once there was one; else of the leg that got furthest. */
export function stateOf({ legs }: TrackedCall): CallState {
  const live = legs.filter(isLiveLeg).map(({ state }) => state);
  if (live.length > 0 && legs.some(({ answeredAt }) => answeredAt)) return 'active';
  return live.reduce((a, b) => (isLater(b, a) ? b : a), live[0] ?? 'ended');
}

/** The ids that the client knows the call by; the first named it. */
export const idsOf = ({ legs }: TrackedCall): readonly string[] => legs.map(({ vendorId }) => vendorId);

/** The live session with this number, and the call that it belongs to. */
export function findLeg(
  calls: readonly TrackedCall[],
  id: number,
): { readonly call: TrackedCall; readonly leg: TrackedLeg } | undefined {
  for (const call of calls) {
    const leg = call.legs.find((each) => each.id === id && isLiveLeg(each));
    if (leg) return { call, leg };
  }
  return undefined;
}

/**
 * A name for a new session. The widget gives the number of a session that is over to another one; the call whose
 * leg that was may live on, by its other leg.
 */
export function freeId(calls: readonly TrackedCall[], id: number): string {
  const taken = calls.flatMap(idsOf);
  let free = `${id}`;
  for (let n = 2; taken.includes(free); n += 1) free = `${id}.${n}`;
  return free;
}
