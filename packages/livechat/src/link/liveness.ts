import type { Clock } from '../boot/env.js';

/** A page that has heard nothing for so long is offline (P-10, rows T-168, T-169). */
export const offlineAfterMs = 9_000;

/** Whether the server is reached, told by the clock alone. */
export interface Liveness {
  /** Begins to watch, as if there had been contact now. Does nothing while it watches. */
  start(): void;
  stop(): void;
  /** Something came from the server. False when it came too late: then `offline` was told first. */
  contact(): boolean;
  /** The server is reached again. True when it had been offline. */
  regained(): boolean;
  /** Looks at the clock now: timers may have slept. */
  check(): void;
  readonly offline: boolean;
}

/**
 * Tells `offline` exactly once when 9000 ms have passed since the last contact. Both clocks are read: the steady one may
 * stand still while the computer sleeps, the wall clock may be set back.
 *
 * @param offline told whether the server was reached again before anybody had looked at the clock
 */
export function createLiveness(clock: Clock, offline: (regained: boolean) => void): Liveness {
  let last = { wall: 0, steady: 0 };
  let watching = false;
  let isOffline = false;
  let takeBack: () => void = () => undefined;

  const passed = (): number => Math.max(clock.now() - last.wall, clock.monotonic() - last.steady);
  const arm = (): void => {
    takeBack();
    takeBack = clock.setTimeout(check, Math.max(0, offlineAfterMs - passed()));
  };
  const touch = (): void => {
    last = { wall: clock.now(), steady: clock.monotonic() };
    arm();
  };

  function look(regained: boolean): void {
    if (!watching || isOffline) return;
    if (passed() < offlineAfterMs) {
      arm();
      return;
    }
    isOffline = true;
    takeBack();
    offline(regained);
  }
  const check = (): void => look(false);

  return {
    start() {
      if (watching) return;
      watching = true;
      if (!isOffline) touch();
    },
    stop() {
      watching = false;
      takeBack();
    },
    contact() {
      check();
      if (isOffline) return false;
      touch();
      return true;
    },
    regained() {
      look(true);
      const was = isOffline;
      isOffline = false;
      touch();
      return was;
    },
    check,
    get offline() {
      return isOffline;
    },
  };
}
