import type { TrackKind } from '../media/senders.js';

/** What of a direction matters: whether this side sends. */
export interface FakeLine {
  readonly mid: string;
  readonly kind: TrackKind;
  readonly sends: boolean;
  readonly stream: string;
}

/** A description's content. `session` is the connection's own, as a certificate's fingerprint is. */
export interface FakeSdp {
  readonly session: string;
  readonly ufrag: string;
  readonly lines: readonly FakeLine[];
  readonly candidates: readonly string[];
}

/** A description; the text is none of SDP's, and that is all the scripts should mind. */
export interface FakeDescription {
  readonly type: 'offer' | 'answer';
  readonly sdp: string;
}

export const writeSdp = (sdp: FakeSdp): string => JSON.stringify(sdp);
export const readSdp = (text: string): FakeSdp => JSON.parse(text) as FakeSdp;
