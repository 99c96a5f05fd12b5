import type { Clock } from '../boot/env.js';

const atMostEveryMs = 3_000;
const silenceMs = 10_000;

/** Whether the customer types, told no more often than is of use (P-21). */
export interface Typing {
  /** 0 started, 1 stopped. */
  notify(sid: string | undefined, state: 0 | 1): void;
  /** A message was sent: whoever sends has stopped typing. */
  sent(sid: string | undefined): void;
  /** The chat is over, or the connection: nobody has to be told. */
  forget(sid?: string): void;
}

interface State {
  typing: boolean | undefined;
  startedAt: number;
  stopSilence: () => void;
  stopLater: (() => void) | undefined;
}

/** One `0` in 3 s at most; a `1` by itself after 10 s without another, and when a message is sent. */
export function createTyping(clock: Clock, tell: (sid: string | undefined, state: 0 | 1) => void): Typing {
  const states = new Map<string, State>();

  function stateOf(sid: string | undefined): State {
    const key = sid ?? '';
    const known = states.get(key);
    if (known !== undefined) return known;
    const made = {
      typing: undefined,
      startedAt: -Infinity,
      stopSilence: () => undefined,
      stopLater: undefined,
    };
    states.set(key, made);
    return made;
  }

  function quiet(state: State): void {
    state.stopSilence();
    state.stopLater?.();
    state.stopLater = undefined;
  }

  function start(sid: string | undefined, state: State): void {
    state.stopLater = undefined;
    state.startedAt = clock.monotonic();
    state.typing = true;
    tell(sid, 0);
  }

  function stop(sid: string | undefined): void {
    const state = stateOf(sid);
    quiet(state);
    if (state.typing === false) return;
    state.typing = false;
    tell(sid, 1);
  }

  return {
    notify(sid, value) {
      if (value === 1) {
        stop(sid);
        return;
      }
      const state = stateOf(sid);
      state.stopSilence();
      state.stopSilence = clock.setTimeout(() => stop(sid), silenceMs);
      const wait = state.startedAt + atMostEveryMs - clock.monotonic();
      if (wait <= 0) start(sid, state);
      else if (state.typing !== true && state.stopLater === undefined)
        state.stopLater = clock.setTimeout(() => start(sid, state), wait);
    },
    sent(sid) {
      const state = states.get(sid ?? '');
      if (state === undefined) return;
      if (state.typing === true) stop(sid);
      else quiet(state);
    },
    forget(sid) {
      for (const [key, state] of [...states]) {
        if (sid !== undefined && key !== sid) continue;
        quiet(state);
        states.delete(key);
      }
    },
  };
}
