import { endCall } from './call-desk.js';
import { isRinging } from './call.js';
import { liveCalls, type RingCentralSession } from './session.js';

/** A web phone that is gone for so long has lost its calls. */
const GONE_MS = 10_000;

/**
 * The last widget of a session closed. A page that is only reloaded is back before anybody notices; else
 * the other parties hang up, and calls of other devices go on.
 */
export function abandonCallsSoon(session: RingCentralSession): void {
  session.endAbandoned?.();
  session.endAbandoned = session.timers.after(GONE_MS, () => {
    session.endAbandoned = undefined;
    if (session.tabs.length > 0) return;
    for (const call of liveCalls(session))
      if (call.webphone) endCall(session, call, isRinging(call) ? 'cancel' : 'remote-hangup');
  });
}

/** A widget is open again in time. */
export function keepCalls(session: RingCentralSession): void {
  session.endAbandoned?.();
  session.endAbandoned = undefined;
}
