import { endCall } from './call-desk.js';
import { isOnDeskPhone } from './call.js';
import { liveCalls, type ConnectMeSession } from './session.js';

/** A softphone that is gone for so long has lost its calls. */
const GONE_MS = 10_000;

/** The last widget closed. One that is only reloaded is back in time; a desk phone doesn't need any. */
export function abandonCallsSoon(session: ConnectMeSession): void {
  session.endAbandoned?.();
  session.endAbandoned = session.timers.after(GONE_MS, () => {
    session.endAbandoned = undefined;
    if (session.tabs.length > 0) return;
    for (const call of liveCalls(session)) if (!isOnDeskPhone(call)) endCall(session, call);
  });
}

/** A widget is open again in time. */
export function keepCalls(session: ConnectMeSession): void {
  session.endAbandoned?.();
  session.endAbandoned = undefined;
}
