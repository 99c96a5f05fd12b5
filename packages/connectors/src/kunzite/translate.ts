import type { Report } from '@offhook/core';
import { sightingOf } from './sighting.js';
import type { TrackedCall } from './trackedCall.js';
import { translateCall } from './translateCall.js';
import { translateContext } from './translateContext.js';
import { callEvent, isLogged, type KunziteFrame } from './wire.js';

/** All that earlier frames said and later ones need. Never changed, only replaced. */
export interface Memory {
  readonly live: readonly TrackedCall[];
  /** The ids of calls that have ended, to know their late frames by. */
  readonly ended: readonly string[];
}

export const emptyMemory: Memory = { live: [], ended: [] };

/** The memory after a frame, what the client is to know of it, and what the app's trace is. */
export interface Translation {
  readonly memory: Memory;
  readonly reports: readonly Report[];
  readonly doubts: readonly string[];
}

/** How long a call may stay unmentioned after the widget was loaded anew, in milliseconds. */
const restartMs = 5_000;

const kept = 500;

/** When a call ends though no frame comes; monotonic milliseconds, infinity for never. */
export const nextDue = ({ live }: Memory): number =>
  Math.min(...live.map(({ dueAt = Infinity }) => dueAt), Infinity);

/** Ends what had to be seen again by now. That is our conclusion: what the widget says late is better. */
export function expire(memory: Memory, now: number): Translation {
  const gone = memory.live.filter(({ dueAt = Infinity }) => dueAt <= now).map(({ id }) => id);
  return {
    memory: {
      live: memory.live.filter(({ id }) => !gone.includes(id)),
      ended: [...memory.ended, ...gone].slice(-kept),
    },
    reports: gone.map((id) => ({
      type: 'call',
      ids: [id],
      state: 'ended',
      legs: [{ vendorId: id, kind: 'softphone', state: 'ended' }],
      reconnecting: false,
      endReason: 'unknown',
      endReasonFrom: 'inferred',
    })),
    doubts: [],
  };
}

/** The widget was loaded anew: it doesn't say which calls it still has, so each has to be seen again. */
function doubt({ live, ended }: Memory, now: number): Translation {
  return {
    memory: { live: live.map((call) => ({ ...call, dueAt: call.dueAt ?? now + restartMs })), ended },
    reports: live.map(({ id }) => ({ type: 'call', ids: [id], reconnecting: true })),
    doubts: [],
  };
}

function see(memory: Memory, frame: KunziteFrame, now: number): Translation {
  const sighting = sightingOf(frame);
  const { id, phase } = sighting;
  const known = memory.live.find((call) => call.id === id);
  const { call, ...told } = translateCall(known, sighting, now);
  let { live, ended } = memory;
  // A late frame of a call that is over is told, for the client to take what it can of it, or to refuse it.
  if (!ended.includes(id)) {
    live = live.filter((each) => each !== known);
    if (phase === 'ended') ended = [...ended, id].slice(-kept);
    else live = [...live, call];
  }
  return { memory: { live, ended }, ...told };
}

/**
 * What a frame of the widget means in Offhook's words. Pure: all that it needs of earlier frames is in the memory.
 *
 * @param now monotonic milliseconds
 */
export function translate(before: Memory, frame: KunziteFrame, now: number): Translation {
  const expired = expire(before, now);
  const { memory } = expired;
  const seen: Translation = isLogged(frame)
    ? doubt(memory, now)
    : callEvent(frame)
      ? see(memory, frame, now)
      : { memory, reports: [{ type: 'protocol.unknown', name: frame.type }], doubts: [] };
  return {
    ...seen,
    reports: [...expired.reports, ...translateContext(frame), ...seen.reports],
  };
}
