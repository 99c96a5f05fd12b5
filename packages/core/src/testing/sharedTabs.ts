import { createCurrent } from '../stream/state.js';
import type { TabsPort } from '../ports/tabs.js';

/** Several tabs of one app, which share what runs once. */
export interface SharedTabs {
  /** A further tab. `isSeen` may change. */
  tab(isSeen?: boolean): TabsPort & { isSeen: boolean };
  /** The keys that were taken on, in order. */
  readonly keys: readonly string[];
}

export function sharedTabs(): SharedTabs {
  const keys: string[] = [];
  return {
    keys,
    tab(isSeen = true) {
      const tab = {
        isSeen,
        leader: createCurrent(false),
        async runOnce(key: string, effect: () => unknown, policy = 'leader') {
          // Whoever is asked later has lost; one that nobody sees lets the others go first.
          await Promise.resolve();
          if (policy === 'visible' && !tab.isSeen)
            for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
          if (keys.includes(key)) return false;
          keys.push(key);
          await effect();
          return true;
        },
      };
      return tab;
    },
  };
}
