import type { CallQuality } from '@offhook/core';
import { defined, fields, text } from '../../read.js';
import { flag, idOf } from '../wire.js';
import type { ToldEnd } from './mediaCodes.js';
import { readStreams } from './streams.js';

type Side = 'customer' | 'agent';

/** What is paused of one side. */
interface Paused {
  readonly muted: boolean;
  readonly cameraOff: boolean;
}

/** How it stands with a call, as our own script tells it whole. */
export interface AvChange extends Paused {
  readonly phase: 'requested' | 'calling' | 'connecting' | 'connected' | 'reconnecting' | 'ended';
  readonly by: Side;
  readonly video: boolean;
  readonly remote: Paused;
  readonly localStreams: readonly MediaStream[];
  readonly remoteStreams: readonly MediaStream[];
  readonly quality?: CallQuality | undefined;
  readonly end: ToldEnd;
}

/** How it stands with what the customer shows. */
export interface CobrChange {
  readonly phase: 'starting' | 'connected' | 'reconnecting' | 'ended';
  readonly dom: boolean;
  readonly pointer: boolean;
  readonly annotate: boolean;
  readonly localStreams: readonly MediaStream[];
  readonly end: ToldEnd;
}

/** What our own script says through slots that the document has not; the chat by its ids. */
export type MediaEvent = {
  readonly sid?: string | undefined;
  readonly clientId?: string | undefined;
} & (
  | { readonly type: 'avRequested'; readonly video: boolean }
  | { readonly type: 'avChanged'; readonly change: AvChange }
  | { readonly type: 'cobrChanged'; readonly change: CobrChange }
);

const one = <T extends string>(known: readonly T[], value: unknown): T | undefined =>
  known.find((each) => each === value);

const phases = ['requested', 'calling', 'connecting', 'connected', 'reconnecting', 'ended'] as const;
const showPhases = ['starting', 'connected', 'reconnecting', 'ended'] as const;
const levels = ['good', 'fair', 'poor'] as const;

const paused = (value: unknown): Paused => {
  const { muted, cameraOff } = fields(value);
  return { muted: flag(muted) ?? false, cameraOff: flag(cameraOff) ?? false };
};

const figure = (value: unknown): number | undefined =>
  typeof value === 'number' && Number.isFinite(value) && value >= 0 ? value : undefined;

function readQuality(value: unknown): CallQuality | undefined {
  const { level, rttMs, lossPercent, sentKbps, receivedKbps } = fields(value);
  const known = one(levels, level);
  if (known === undefined) return undefined;
  return defined<CallQuality>({
    level: known,
    rttMs: figure(rttMs),
    lossPercent: figure(lossPercent),
    sentKbps: figure(sentKbps),
    receivedKbps: figure(receivedKbps),
  });
}

const sides = { c: 'customer', a: 'agent', s: 'server' } as const;

function readEnd(value: unknown): ToldEnd {
  const { endedBy, why, code } = fields(value);
  const by = one(['c', 'a', 's'] as const, endedBy);
  const known = text(code);
  return {
    by: by && sides[by],
    why: text(why),
    code: known !== undefined && /^\w{1,64}$/.test(known) ? known : undefined,
  };
}

function readAvChange(value: unknown): AvChange | undefined {
  const given = fields(value);
  const phase = one(phases, given['phase']);
  const by = one(['c', 'a'] as const, given['by']);
  if (phase === undefined || by === undefined) return undefined;
  return {
    phase,
    by: sides[by],
    video: flag(given['video']) ?? false,
    ...paused(given),
    remote: paused(given['remote']),
    localStreams: readStreams(given['localStreams']),
    remoteStreams: readStreams(given['remoteStreams']),
    quality: readQuality(given['quality']),
    end: readEnd(given),
  };
}

function readCobrChange(value: unknown): CobrChange | undefined {
  const given = fields(value);
  const phase = one(showPhases, given['phase']);
  if (phase === undefined) return undefined;
  return {
    phase,
    dom: flag(given['dom']) ?? false,
    pointer: flag(given['pointer']) ?? false,
    annotate: flag(given['annotate']) ?? false,
    localStreams: readStreams(given['localStreams']),
    end: readEnd(given),
  };
}

type Reader = (sid: unknown, said: unknown, third: unknown, fourth: unknown) => MediaEvent | undefined;

const slots: Readonly<Record<string, Reader>> = {
  OnAvCallRequested(sid, wants, _agentName, clientId) {
    const { audio, video } = fields(wants);
    const [sound, picture] = [flag(audio), flag(video)];
    // Who asks for neither asks for nothing.
    if (sound !== true && picture !== true) return undefined;
    return { type: 'avRequested', video: picture ?? false, sid: idOf(sid), clientId: idOf(clientId) };
  },
  OnAvCallChanged(sid, state, clientId) {
    const change = readAvChange(state);
    return change && { type: 'avChanged', change, sid: idOf(sid), clientId: idOf(clientId) };
  },
  OnCobrChanged(sid, state, clientId) {
    const change = readCobrChange(state);
    return change && { type: 'cobrChanged', change, sid: idOf(sid), clientId: idOf(clientId) };
  },
};

/** The slots that only our own script calls; the connector owns them with the documented ones. */
export const mediaSlotNames: readonly string[] = Object.keys(slots);

export const isMediaSlot = (name: string): boolean => Object.hasOwn(slots, name);

/** Reads what one of them was called with; `undefined` for what is not what it promises. Never throws. */
export const readMediaEvent = (name: string, args: readonly unknown[]): MediaEvent | undefined =>
  isMediaSlot(name) ? slots[name]?.(args[0], args[1], args[2], args[3]) : undefined;
