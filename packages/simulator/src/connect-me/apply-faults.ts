import { noFaults, type Faults } from '../faults.js';
import type { ConnectMeSession } from './session.js';
import { tellHosts } from './tell-host.js';

/** Puts faults on a session's wires, for good or for `until` milliseconds. */
export function applyFaults(session: ConnectMeSession, faults: Faults, until?: number): void {
  session.endFaults?.();
  session.endFaults = undefined;
  const { state } = session;
  const isBack = session.faults.offline && !faults.offline;
  session.faults = faults;
  // Of the loss nobody is told, for there is no such event; when it is over the softphone registers anew.
  if (isBack && state.sip === 'registered') state.registrations += 1;
  if (until !== undefined)
    session.endFaults = session.clock.after(until, () => applyFaults(session, noFaults));
  tellHosts(session);
}
