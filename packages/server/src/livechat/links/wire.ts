/** The near end of a connection, whatever it is made of. */
export interface Wire {
  /** Sends a frame's text, in order. Never throws; what is sent to a connection that is gone is lost. */
  send(text: string): void;
  /** Ends the connection. `code` is a WebSocket's. */
  close(code: number, reason: string): void;
  /** Whether the other end is to wait with more. */
  hold(isHeld: boolean): void;
}

/** The largest frame that is read, in bytes: a signal's 131,072 characters have three each at most. All else is smaller. */
export const largestFrame = 458_752;

/** Why a connection is ended by the server. */
export const closing = {
  /** The server ends, or is about to: come back to another node. */
  away: [1001, 'going away'],
  /** The connection has no use any more. */
  done: [1000, 'done'],
  /** Nobody has said hello. */
  noHello: [4408, 'hello'],
  /** What came was no frame, again and again. */
  badFrames: [4400, 'frames'],
} as const satisfies Record<string, readonly [number, string]>;
