import type { Quality } from '../media/createQuality.js';
import type { MediaEndWhy } from '../wire/media.js';

/** A call as `OnAvCallChanged` tells it: our own event, beside the documented two. Another object after each change. */
export interface AvCallState {
  /** `requested`: an agent asks, and `StartAvCall` takes it. `calling`: the agent is asked. */
  readonly phase: 'requested' | 'calling' | 'connecting' | 'connected' | 'reconnecting' | 'ended';
  /** Who asked: the customer or an agent. */
  readonly by: 'c' | 'a';
  /** Whether it is a video call. */
  readonly video: boolean;
  readonly muted: boolean;
  readonly cameraOff: boolean;
  readonly remote: { readonly muted: boolean; readonly cameraOff: boolean };
  readonly localStreams: readonly MediaStream[];
  readonly remoteStreams: readonly MediaStream[];
  readonly quality?: Quality;
  /** `s`: the server, for the chat ended or the agent left it. */
  readonly endedBy?: 'c' | 'a' | 's';
  /** Absent when it goes on at another page of the customer's. */
  readonly why?: MediaEndWhy;
  /** No agent is in the chat (P-17). */
  readonly code?: 'NotConnected';
}

const fields = [
  'phase',
  'by',
  'video',
  'muted',
  'cameraOff',
  'quality',
  'endedBy',
  'why',
  'code',
] as const satisfies readonly (keyof AvCallState)[];

const sameList = (a: readonly unknown[], b: readonly unknown[]): boolean =>
  a.length === b.length && a.every((item, index) => item === b[index]);

/** Whether two states tell the same. */
export function sameState(a: AvCallState, b: AvCallState): boolean {
  return (
    fields.every((field) => a[field] === b[field]) &&
    a.remote.muted === b.remote.muted &&
    a.remote.cameraOff === b.remote.cameraOff &&
    sameList(a.localStreams, b.localStreams) &&
    sameList(a.remoteStreams, b.remoteStreams)
  );
}

/** A call that nobody takes part in, yet or any more. */
export function idleState(
  state: Pick<AvCallState, 'phase' | 'by' | 'video'> & Partial<Pick<AvCallState, 'endedBy' | 'why' | 'code'>>,
): AvCallState {
  return {
    muted: false,
    cameraOff: !state.video,
    remote: { muted: false, cameraOff: false },
    localStreams: [],
    remoteStreams: [],
    ...state,
  };
}
