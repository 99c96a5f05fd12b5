import type { Cancel, Clock } from './clock.js';

/** Timers with one common end: closing a tab or resetting a session must leave none behind. */
export interface TimerGroup {
  after(ms: number, task: () => void): Cancel;
  cancelAll(): void;
}

export function createTimerGroup(clock: Clock): TimerGroup {
  const pending = new Set<Cancel>();
  return {
    after(ms, task) {
      const cancelTimer = clock.after(ms, () => {
        pending.delete(cancel);
        task();
      });
      const cancel = () => {
        pending.delete(cancel);
        cancelTimer();
      };
      pending.add(cancel);
      return cancel;
    },
    cancelAll() {
      for (const cancel of [...pending]) cancel();
    },
  };
}
