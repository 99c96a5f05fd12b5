import { noFaults, type Faults } from '../faults.js';
import { broadcast } from './broadcast.js';
import { connectionFrame } from './calling-settings.js';
import { runLogin } from './login.js';
import { activeCallFrames, presenceFrame } from './presence.js';
import { liveCalls, type RingCentralSession } from './session.js';

/** Puts faults on a session's wires, for good or for `until` milliseconds. */
export function applyFaults(session: RingCentralSession, faults: Faults, until?: number): void {
  session.endFaults?.();
  session.endFaults = undefined;
  const wasOffline = session.faults.offline;
  if (!wasOffline && faults.offline) loseVendor(session);
  session.faults = faults;
  if (wasOffline && !faults.offline) findVendor(session);
  if (until !== undefined)
    session.endFaults = session.clock.after(until, () => applyFaults(session, noFaults));
  session.touch();
}

function loseVendor(session: RingCentralSession): void {
  if (!session.state.signedIn) return;
  broadcast(session, { type: 'rc-dialer-status-notify', ready: false });
  broadcast(session, connectionFrame('disconnected'));
}

/** Back again: what happened meanwhile is not told later, but presence tells what lives now. */
function findVendor(session: RingCentralSession): void {
  const { state } = session;
  if (!state.signedIn) return;
  for (const tab of session.tabs) if (tab.stage === 'signed-out') runLogin(tab);
  broadcast(session, connectionFrame('connecting'));
  if (state.sip === 'lost') return;
  broadcast(session, { type: 'rc-dialer-status-notify', ready: true });
  broadcast(session, connectionFrame('connected'));
  broadcast(session, presenceFrame(session));
  for (const call of liveCalls(session))
    for (const frame of activeCallFrames(session, call)) broadcast(session, frame);
}
