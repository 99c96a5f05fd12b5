import { endCall } from './call-desk.js';
import { liveCalls, type KunziteSession } from './session.js';

/** A softphone that is gone for so long has lost its calls. */
const GONE_MS = 10_000;

/** The last softphone of a session closed. A page that is only reloaded is back before the other end gives up. */
export function abandonCallsSoon(session: KunziteSession): void {
  session.endAbandoned?.();
  session.endAbandoned = session.timers.after(GONE_MS, () => {
    session.endAbandoned = undefined;
    if (session.tabs.length > 0) return;
    for (const call of liveCalls(session)) endCall(session, call);
  });
}

/** A softphone is open again in time. */
export function keepCalls(session: KunziteSession): void {
  session.endAbandoned?.();
  session.endAbandoned = undefined;
}
