import type { Clock } from '../clock.js';

/** A widget that sends nothing for so long holds nothing back any more. */
const GIVE_UP_MS = 1500;
/** The frames are on their way when the gate opens; this is time for them to arrive. */
const ARRIVE_MS = 40;

export interface StartGate {
  started(key: string): Promise<void>;
  open(key: string): void;
}

/** Lets a page's `load` event wait for the widget's first frames. */
export function createStartGate(clock: Clock): StartGate {
  const waiting = new Map<string, () => void>();
  const opened = new Set<string>();
  return {
    started(key) {
      return new Promise((resolve) => {
        const pass = () => {
          waiting.delete(key);
          resolve();
        };
        if (opened.delete(key)) clock.after(ARRIVE_MS, pass);
        else waiting.set(key, pass);
        clock.after(GIVE_UP_MS, pass);
      });
    },
    open(key) {
      if (key === '') return;
      const pass = waiting.get(key);
      if (pass) {
        clock.after(ARRIVE_MS, pass);
        return;
      }
      opened.add(key);
      clock.after(GIVE_UP_MS, () => opened.delete(key));
    },
  };
}
