import { isRinging } from './call.js';
import { loginEvent, newSessionEvent, ringingEvent, statusEvent } from './events.js';
import { liveCalls, type ConnectMeSession } from './session.js';
import type { Tab } from './tab.js';

function tellSessions(tab: Tab): void {
  const { session, toldLegs } = tab;
  for (const [leg, told] of [...toldLegs]) {
    if (leg.status === told) continue;
    tab.post(statusEvent(leg));
    if (leg.status === 'terminated') toldLegs.delete(leg);
    else toldLegs.set(leg, leg.status);
  }
  for (const call of liveCalls(session)) {
    for (const leg of call.legs) {
      if (leg.status === 'terminated' || toldLegs.has(leg)) continue;
      tab.post(newSessionEvent(call, leg));
      // A session begins as `calling` or `ringing` even for a host that comes late, and then moves on.
      if (leg.status !== leg.firstStatus) tab.post(statusEvent(leg));
      toldLegs.set(leg, leg.status);
    }
  }
}

/**
 * Tells a widget's host what it doesn't know yet. Everything goes through here, so a host that was reloaded,
 * or that was cut off for a while, is brought up to date by the same frames as one that was there all the time.
 */
export function tellHost(tab: Tab): void {
  const { session } = tab;
  const { state } = session;
  if (tab.stage !== 'ready' || session.faults.offline) return;
  if (state.user !== undefined && tab.toldLogin !== state.logins) {
    tab.toldLogin = state.logins;
    tab.post(loginEvent);
  }
  if (state.sip === 'registered' && tab.toldRegistration !== state.registrations) {
    tab.toldRegistration = state.registrations;
    tab.post(tab.sipEvent);
  }
  tellSessions(tab);
  const rings = tab.capabilities.nativeRinger && liveCalls(session).some(isRinging);
  if (tab.toldRinging !== rings) {
    tab.toldRinging = rings;
    tab.post(ringingEvent(rings));
  }
}

/** The same for every open widget; called after each change. */
export function tellHosts(session: ConnectMeSession): void {
  for (const tab of session.tabs) tellHost(tab);
  session.touch();
}
