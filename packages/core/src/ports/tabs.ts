import { createCurrent } from '../stream/state.js';
import type { Current } from '../stream/current.js';

/** Which of the tabs runs what only one is to run: the leader, one that is seen, or each. */
export type OncePolicy = 'leader' | 'visible' | 'every';

/** The other tabs of this app. `@offhook/tabs` knows them; without it this one is alone. */
export interface TabsPort {
  /** Whether this tab leads. */
  readonly leader: Current<boolean>;
  /** Runs an effect once over all tabs for this key, though each asks for it; resolves to whether it ran here. */
  runOnce(key: string, effect: () => unknown, policy?: OncePolicy): Promise<boolean>;
}

/** No other tab: this one leads, and runs each key once. */
export function onlyTab(): TabsPort {
  const ran = new Set<string>();
  return {
    leader: createCurrent(true),
    async runOnce(key, effect) {
      if (ran.has(key)) return false;
      ran.add(key);
      await effect();
      return true;
    },
  };
}
