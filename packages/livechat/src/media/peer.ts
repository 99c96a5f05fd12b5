import type { Clock } from '../boot/env.js';
import type { Signal } from '../wire/signal.js';
import type { Quality } from './createQuality.js';

/** How well the two sides reach each other. */
export type PeerConnectionState = 'new' | 'connecting' | 'connected' | 'reconnecting' | 'failed';

/** The most that is sent, in kbit/s (rows T-102 to T-104). */
export interface SendLimits {
  readonly audioKbps?: number;
  readonly videoKbps?: number;
  readonly totalKbps?: number;
}

/** What a video is of: a camera's may lose detail, a screen's may lose frames. */
export interface SendHints {
  readonly video?: 'motion' | 'detail';
}

/** Which kinds are sent just now: what is muted is not. */
export interface Sends {
  readonly audio: boolean;
  readonly video: boolean;
}

/** What is known of the other side, and of the way there. Another object after each change. */
export interface PeerState {
  readonly connection: PeerConnectionState;
  readonly remote: readonly MediaStream[];
  readonly remoteSends: Sends;
  readonly quality?: Quality;
}

/** What `createPeer` needs: how to connect, and what carries its signals. */
export interface PeerOptions {
  /** The polite side gives way when both offer at once. One is, the other is not. */
  readonly polite: boolean;
  readonly create: (config: RTCConfiguration) => RTCPeerConnection;
  readonly config: RTCConfiguration;
  readonly clock: Clock;
  /** Sends to the other side's page. What is lost on the way is made good, but nothing may come out of order. */
  send(signal: Signal): void;
  /** At each change. */
  changed(state: PeerState): void;
  /** Whether a connection that broke is made anew (row T-101); true unless set otherwise. */
  readonly iceRestart?: boolean;
  readonly limits?: SendLimits;
  /** Told of what the browser refused, without anything secret. */
  note?(msg: string): void;
}

/** Media both ways between two pages. */
export interface Peer {
  /** Takes what the other side sent: `desc`, `ice`, `here`, `sends`; others are passed over. */
  take(signal: Signal): void;
  /**
   * Replaces what is sent: at most one track of each kind. Adds, replaces and leaves out tracks without a new call; the other
   * side keeps its streams.
   */
  send(stream: MediaStream | undefined, hints?: SendHints): void;
  /** True stops a kind: its track goes on as silence or black, and the other side is told (row T-85). */
  pause(audio: boolean, video: boolean): void;
  readonly state: PeerState;
  /** Looks for another way between the two, while media goes on over the old one. */
  restart(): void;
  /** A new RTCPeerConnection: the other side came anew. */
  renew(): void;
  /** Does not stop the tracks: whoever opened them does. */
  close(): void;
}
