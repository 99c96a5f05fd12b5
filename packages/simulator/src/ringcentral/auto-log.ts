import { broadcast } from './broadcast.js';
import { logHistorySoon } from './history-logger.js';
import { callAutoLogFrame, messageAutoLogFrame } from './login.js';
import { textOf } from './service.js';
import type { RingCentralSession } from './session.js';

/** Switches automatic logging on or off, for all widgets of the session; what isn't a boolean changes nothing. */
export function setAutoLog(session: RingCentralSession, change: { call?: unknown; message?: unknown }): void {
  const { state } = session;
  const { autoLog } = state;
  if (typeof change.call === 'boolean' || typeof change.message === 'boolean') state.autoLogTouched = true;
  if (typeof change.call === 'boolean' && change.call !== autoLog.call) {
    autoLog.call = change.call;
    broadcast(session, (tab) =>
      textOf(tab.service, 'callLoggerPath') === undefined ? undefined : callAutoLogFrame(session),
    );
    for (const tab of session.tabs) logHistorySoon(tab);
  }
  if (typeof change.message === 'boolean' && change.message !== autoLog.message) {
    autoLog.message = change.message;
    broadcast(session, messageAutoLogFrame(session));
  }
}
