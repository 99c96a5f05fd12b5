import { OffhookError, type Report } from '@offhook/core';
import { translateCall } from './translateCall.js';
import type { StreamFrame } from './wire.js';

/** A call that rings, and when that ends by itself: monotonic milliseconds. */
interface RingingCall {
  readonly id: string;
  readonly dueAt: number;
}

/** All that earlier events said and later ones need. Never changed, only replaced. */
export interface Memory {
  readonly live: readonly RingingCall[];
  /** The ids of calls that are over. */
  readonly ended: readonly string[];
  /** The ids of events that were heard: after a resume some may come twice. */
  readonly heard: readonly string[];
  /** How far the service's clock is ahead of our monotonic one. */
  readonly ahead?: number;
  /** When the last login was, by the service's clock. */
  readonly loginAt: number;
}

export const emptyMemory: Memory = { live: [], ended: [], heard: [], loginAt: 0 };

/** The memory after an event, and what the client is to know of it. */
export interface Translation {
  readonly memory: Memory;
  readonly reports: readonly Report[];
}

/** Our clocks, and how long a call rings of which nobody says more. */
export interface Moment {
  /** Monotonic milliseconds. */
  readonly now: number;
  /** Wall-clock milliseconds. */
  readonly at: number;
  readonly ringMs: number;
}

/** A login of another day says nothing of who works the phone now. Milliseconds. */
const loginMs = 12 * 3_600_000;

const kept = 500;

const gapText = 'Events were missed: the service doesn’t keep them for so long. Their calls are not shown.';

/** When a call stops ringing though no event comes; infinity for never. */
export const nextDue = ({ live }: Memory): number => Math.min(...live.map(({ dueAt }) => dueAt), Infinity);

/** Ends what has rung for long enough. That is our conclusion: what the service says late is better. */
export function expire(memory: Memory, now: number): Translation {
  const gone = memory.live.filter(({ dueAt }) => dueAt <= now).map(({ id }) => id);
  if (gone.length === 0) return { memory, reports: [] };
  return {
    memory: {
      ...memory,
      live: memory.live.filter(({ id }) => !gone.includes(id)),
      ended: [...memory.ended, ...gone].slice(-kept),
    },
    reports: gone.map((id) => ({
      type: 'call',
      ids: [id],
      state: 'ended',
      endReason: 'unknown',
      endReasonFrom: 'inferred',
    })),
  };
}

/** How old something is by the service's clock, as far as we know that. */
const ageOf = (memory: Memory, at: number, moment: Moment): number =>
  Math.max(0, (memory.ahead === undefined ? moment.at : moment.now + memory.ahead) - at);

function rings(memory: Memory, frame: Extract<StreamFrame, { type: 'call' }>, moment: Moment): Translation {
  const { call } = frame;
  const report = translateCall(call);
  // A step back is told all the same, for the client to refuse it.
  if (memory.ended.includes(call.id)) return { memory, reports: [report] };
  const known = memory.live.find(({ id }) => id === call.id);
  // It may ring at one agent's phone after another: it rings until the last is over.
  const until = moment.now + moment.ringMs - ageOf(memory, call.at, moment);
  const dueAt = Math.max(until, known?.dueAt ?? until);
  const live = [...memory.live.filter((each) => each !== known), { id: call.id, dueAt }];
  // One that was over before it was heard of is told as such at once.
  const expired = expire({ ...memory, live }, moment.now);
  return { memory: expired.memory, reports: [report, ...expired.reports] };
}

function ends(memory: Memory, { id, at }: Extract<StreamFrame, { type: 'done' }>): Translation {
  const isLive = memory.live.some((call) => call.id === id);
  // Of a call that rang before we listened nothing is known but that it is over.
  if (!isLive && !memory.ended.includes(id)) return { memory, reports: [] };
  return {
    memory: isLive
      ? {
          ...memory,
          live: memory.live.filter((call) => call.id !== id),
          ended: [...memory.ended, id].slice(-kept),
        }
      : memory,
    reports: [{ type: 'call', ids: [id], state: 'ended', endedAt: at, endReason: 'completed' }],
  };
}

function see(memory: Memory, frame: StreamFrame, moment: Moment): Translation {
  switch (frame.type) {
    case 'hello':
      return { memory: { ...memory, ahead: frame.at - moment.now }, reports: [] };
    case 'call':
      return rings(memory, frame, moment);
    case 'done':
      return ends(memory, frame);
    case 'login':
      if (frame.at < memory.loginAt || ageOf(memory, frame.at, moment) > loginMs)
        return { memory, reports: [] };
      return {
        memory: { ...memory, loginAt: frame.at },
        reports: [{ type: 'agent', login: frame.login }],
      };
    case 'gap':
      return { memory, reports: [{ type: 'error', error: new OffhookError('vendor-error', gapText) }] };
    case 'unknown':
      return { memory, reports: [{ type: 'protocol.unknown', name: frame.name }] };
  }
}

/** What an event of the stream means in Offhook's words. Pure: all that it needs of earlier events is in the memory. */
export function translate(before: Memory, frame: StreamFrame, moment: Moment): Translation {
  const expired = expire(before, moment.now);
  let { memory } = expired;
  const { eventId } = frame;
  const counts = eventId !== undefined && frame.type !== 'hello';
  if (counts && memory.heard.includes(eventId)) return expired;
  if (counts) memory = { ...memory, heard: [...memory.heard, eventId].slice(-kept) };
  const seen = see(memory, frame, moment);
  return { memory: seen.memory, reports: [...expired.reports, ...seen.reports] };
}
