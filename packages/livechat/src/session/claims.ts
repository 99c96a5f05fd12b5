import type { ChatFrame } from '../link/readFrame.js';

// A start is answered with a frame or two; who sends thousands in between means no good.
const mostHeld = 1_000;

/** Frames of chats that a `start` or `open` under way may turn out to be about: they can come before its answer. */
export interface Claims {
  begin(): void;
  /** An answer came, and what it named was released. */
  end(): void;
  /** Keeps the frame when somebody may claim it. */
  hold(frame: ChatFrame): void;
  /** The frames of a chat that were kept, in order. */
  release(sid: string): readonly ChatFrame[];
  readonly open: boolean;
}

/** Nothing claimed, nothing held. */
export function createClaims(): Claims {
  let claims = 0;
  let held: ChatFrame[] = [];
  return {
    begin: () => void (claims += 1),
    end() {
      claims -= 1;
      if (claims === 0) held = [];
    },
    hold(frame) {
      if (claims > 0 && held.length < mostHeld) held.push(frame);
    },
    release(sid) {
      const own = held.filter((frame) => frame.sid === sid);
      held = held.filter((frame) => frame.sid !== sid);
      return own;
    },
    get open() {
      return claims > 0;
    },
  };
}
