import { noFaults, type Faults } from '../faults.js';
import { logInAll } from './login.js';
import type { KunziteSession } from './session.js';

/**
 * Puts faults on a session's wires, for good or for `until` milliseconds. What happened offline is not told
 * afterwards: the vendor tells changes only.
 */
export function applyFaults(session: KunziteSession, faults: Faults, until?: number): void {
  session.endFaults?.();
  session.endFaults = undefined;
  session.faults = faults;
  logInAll(session);
  if (until !== undefined)
    session.endFaults = session.clock.after(until, () => applyFaults(session, noFaults));
  session.touch();
}
