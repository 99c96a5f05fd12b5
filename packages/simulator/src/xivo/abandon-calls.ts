import { endCall } from './call-desk.js';
import { liveCalls, type XivoSession } from './session.js';

/** A desktop that is gone for so long has lost its calls. */
const GONE_MS = 10_000;

/** The last desktop of a session closed. A page that is only reloaded is back before the other end gives up. */
export function abandonCallsSoon(session: XivoSession): void {
  session.endAbandoned?.();
  session.endAbandoned = session.timers.after(GONE_MS, () => {
    session.endAbandoned = undefined;
    if (session.tabs.length > 0) return;
    for (const call of liveCalls(session)) endCall(session, call);
  });
}

/** A desktop is open again in time. */
export function keepCalls(session: XivoSession): void {
  session.endAbandoned?.();
  session.endAbandoned = undefined;
}
