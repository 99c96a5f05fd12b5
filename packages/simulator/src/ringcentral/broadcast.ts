import type { Frame } from '../frame.js';
import type { RingCentralSession } from './session.js';
import type { Tab } from './tab.js';

/** Tells every widget that has finished its start; the others catch up at the end of theirs. */
export function broadcast(
  session: RingCentralSession,
  frame: Frame | ((tab: Tab) => Frame | undefined),
): void {
  for (const tab of session.tabs) {
    if (tab.stage !== 'ready') continue;
    const own = typeof frame === 'function' ? frame(tab) : frame;
    if (own) tab.post(own);
  }
}
