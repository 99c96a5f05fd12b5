import type { Clock } from './clock.js';

/** Tells the others that the agent types: not with each key, and not for ever. */
export interface Typist {
  /** The text in the box has changed. */
  typed(sid: string, text: string): void;
  /** It was sent, or another chat is shown. */
  stop(): void;
}

const againMs = 3_000;
const restMs = 5_000;

/** Says 0 at most every three seconds, and 1 after five without a key. */
export function createTypist(tell: (sid: string, state: 0 | 1) => void, clock: Clock): Typist {
  let current: { readonly sid: string; readonly told: number } | undefined;
  let stopTimer = (): void => undefined;

  function stop(): void {
    stopTimer();
    if (current !== undefined) tell(current.sid, 1);
    current = undefined;
  }

  return {
    stop,
    typed(sid, text) {
      if (current !== undefined && current.sid !== sid) stop();
      if (text === '') {
        stop();
        return;
      }
      if (current === undefined || clock.now() - current.told >= againMs) {
        tell(sid, 0);
        current = { sid, told: clock.now() };
      }
      stopTimer();
      stopTimer = clock.after(restMs, stop);
    },
  };
}
