import {
  isLiveMedia,
  type ChatMedia,
  type Cobrowse,
  type MediaKind,
  type ScreenShare,
  type ShareState,
  type VideoCall,
  type VideoState,
} from '../model/chatMedia.js';
import type { MediaFacts } from '../model/chatReport.js';
import { merge, type Patch } from './same.js';

/** A call, a share or a session as it is now (the same reference when nothing changed). */
export interface FoldedMedia<M> {
  readonly media: M | undefined;
  /** The step that was told, where the model forbids it. */
  readonly forbidden?: { readonly from: VideoState | ShareState; readonly to: VideoState | ShareState };
}

/** What sets the kinds apart. */
interface Rules<M extends ChatMedia[MediaKind]> {
  readonly steps: Readonly<Record<string, readonly string[]>>;
  /** Of one that begins, where the report doesn't say. */
  blank(state: M['state'], facts: Patch<M>): M;
  /** What the state brings, and takes away. */
  bound(media: M, now: number): Patch<M>;
}

/** Facts that `undefined` takes away; it says nothing of the others. */
const optional: ReadonlySet<string> = new Set(['quality', 'endedBy', 'endReason', 'failure']);
/** Those that may still be learnt of one that is over. */
const late: ReadonlySet<string> = new Set(['endedBy', 'endReason', 'failure']);

const unlessEnded = (state: VideoState | ShareState) =>
  state !== 'ended' && { endedBy: undefined, endReason: undefined, failure: undefined };

const video: Rules<VideoCall> = {
  steps: {
    requested: ['connecting', 'connected', 'ended'],
    calling: ['connecting', 'connected', 'ended'],
    connecting: ['connected', 'reconnecting', 'ended'],
    connected: ['reconnecting', 'ended'],
    reconnecting: ['connected', 'ended'],
    ended: [],
  } satisfies Record<VideoState, readonly VideoState[]>,
  blank: (state, facts) => ({
    state,
    by: state === 'requested' ? 'agent' : 'customer',
    video: true,
    muted: false,
    cameraOff: facts.video === false,
    remote: { muted: false, cameraOff: false },
  }),
  bound({ state, connectedAt }, now) {
    const on = state === 'connected' || state === 'reconnecting';
    return {
      ...unlessEnded(state),
      ...(!on && { quality: undefined }),
      ...(!on && state !== 'ended' && { connectedAt: undefined }),
      ...(state === 'connected' && { connectedAt: connectedAt ?? now }),
    };
  },
};

const shareSteps = {
  starting: ['on', 'reconnecting', 'ended'],
  on: ['reconnecting', 'ended'],
  reconnecting: ['on', 'ended'],
  ended: [],
} satisfies Record<ShareState, readonly ShareState[]>;

const sharing = ({ state, startedAt }: ScreenShare, now: number): Patch<ScreenShare> => ({
  ...unlessEnded(state),
  ...(state === 'starting' && { startedAt: undefined }),
  ...(state === 'on' && { startedAt: startedAt ?? now }),
});

const screen: Rules<ScreenShare> = { steps: shareSteps, blank: (state) => ({ state }), bound: sharing };

const cobrowse: Rules<Cobrowse> = {
  steps: shareSteps,
  blank: (state) => ({ state, pointer: false, annotate: false }),
  bound: sharing,
};

/** What of the facts may be merged. */
function patchOf<M extends ChatMedia[MediaKind]>(facts: Patch<M>, isOver: boolean): Patch<M> {
  const patch: Patch<M> = {};
  return Object.assign(
    patch,
    Object.fromEntries(
      Object.entries(facts).filter(
        ([key, value]) => (value !== undefined || optional.has(key)) && (!isOver || late.has(key)),
      ),
    ),
  );
}

function folded<M extends ChatMedia[MediaKind]>(
  rules: Rules<M>,
  before: M | undefined,
  facts: Patch<M>,
  now: number,
): FoldedMedia<M> {
  const state: M['state'] | undefined = facts.state ?? before?.state;
  // Facts about one that there never was.
  if (state === undefined) return { media: before };
  const begins = before === undefined || (!isLiveMedia(before) && state !== 'ended');
  if (!begins && state !== before.state && rules.steps[before.state]?.includes(state) !== true)
    return { media: before, forbidden: { from: before.state, to: state } };
  const base = begins ? rules.blank(state, facts) : before;
  const moved = merge(base, { ...patchOf(facts, !begins && !isLiveMedia(before)), state });
  return { media: merge(moved, rules.bound(moved, now)) };
}

/** Folds what is told of a video call into it, or begins one. The state moves only along the model's steps. */
export const foldVideo = (
  before: VideoCall | undefined,
  facts: MediaFacts<'video'>,
  now: number,
): FoldedMedia<VideoCall> => folded(video, before, facts, now);

/** The same of a screen share. */
export const foldScreen = (
  before: ScreenShare | undefined,
  facts: MediaFacts<'screen'>,
  now: number,
): FoldedMedia<ScreenShare> => folded(screen, before, facts, now);

/** The same of a co-browsing session. */
export const foldCobrowse = (
  before: Cobrowse | undefined,
  facts: MediaFacts<'cobrowse'>,
  now: number,
): FoldedMedia<Cobrowse> => folded(cobrowse, before, facts, now);
