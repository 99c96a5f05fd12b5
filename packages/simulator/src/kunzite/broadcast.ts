import type { Frame } from '../frame.js';
import type { KunziteSession } from './session.js';

/** Tells every softphone that has finished its start. The others are not told later: they learn of the next change. */
export function broadcast(session: KunziteSession, frame: Frame): void {
  for (const tab of session.tabs) if (tab.logged) tab.post(frame);
}
