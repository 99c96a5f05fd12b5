import { noFaults, type Faults } from '../faults.js';
import type { XivoSession } from './session.js';

/** Puts faults on a session's wires, for good or for `until` milliseconds. What rang offline is not asked about later. */
export function applyFaults(session: XivoSession, faults: Faults, until?: number): void {
  session.endFaults?.();
  session.endFaults = undefined;
  session.faults = faults;
  if (until !== undefined)
    session.endFaults = session.clock.after(until, () => applyFaults(session, noFaults));
  session.touch();
}
