/** What the two sides of a session say to each other past the log: `data` of a signal. Each is checked by who gets it. */
export type Signal =
  /**
   * A description of WebRTC's. `pc` names the RTCPeerConnection that it is of, anew with each; `to` the other side's, as far as
   * that is known: so what was for one that is gone is told from what counts. `n` counts the offers of a connection, and is
   * that of its offer in an answer: so what comes twice is known.
   */
  | {
      readonly k: 'desc';
      readonly type: 'offer' | 'answer';
      readonly sdp: string;
      readonly n?: number;
      readonly pc?: string;
      readonly to?: string;
    }
  /** An ICE candidate; without one there are no more. */
  | {
      readonly k: 'ice';
      readonly candidate?: string;
      readonly sdpMid?: string | null;
      readonly sdpMLineIndex?: number | null;
      readonly usernameFragment?: string | null;
      readonly pc?: string;
    }
  /** A side is there, anew: what was negotiated before is over. */
  | { readonly k: 'here'; readonly pc?: string }
  /** What this side sends just now: muted is `audio: false`. */
  | { readonly k: 'sends'; readonly audio: boolean; readonly video: boolean }
  /** Every 3 seconds, so that a side that is gone is noticed though no media flows. */
  | { readonly k: 'beat' }
  /** Co-browsing: events of the recorder, in order; `s` counts the frames from 1 without a gap, and begins anew with a whole page. */
  | { readonly k: 'ev'; readonly s: number; readonly e: readonly unknown[] }
  /** A frame that is too long for one: part `i` of `of`, of the text of `e`. */
  | { readonly k: 'part'; readonly s: number; readonly i: number; readonly of: number; readonly text: string }
  /** The agent asks for the whole page: it came late, or has missed something. */
  | { readonly k: 'whole' }
  /** A stroke, by either side; the points are 0 to 1 of the customer's window. */
  | { readonly k: 'draw'; readonly id: string; readonly points: readonly (readonly [number, number])[] }
  | { readonly k: 'undo' }
  | { readonly k: 'clear' };
