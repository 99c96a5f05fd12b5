import { endCall } from './call-desk.js';
import { loggedFrame } from './call-frame.js';
import { liveCalls, type KunziteSession } from './session.js';
import type { Tab } from './tab.js';

/** From a page that is loaded to its user signed in. */
const LOGIN_MS = 120;

/** Tells the host once that it may begin; a softphone that can't reach its vendor waits until it can. */
export function logInSoon(tab: Tab): void {
  tab.timers.after(LOGIN_MS, () => logIn(tab));
}

function logIn(tab: Tab): void {
  const { session } = tab;
  if (tab.logged || !session.state.signedIn || session.faults.offline) return;
  tab.logged = true;
  tab.post(loggedFrame(session));
}

/** Somebody signs in again, or the vendor is reached again. */
export function logInAll(session: KunziteSession): void {
  for (const tab of session.tabs) logIn(tab);
}

export function signIn(session: KunziteSession): void {
  session.state.signedIn = true;
  logInAll(session);
  session.touch();
}

/** Ends the calls. That nobody is signed in any more the host is not told: the vendor has no frame for it. */
export function signOut(session: KunziteSession): void {
  for (const call of liveCalls(session)) endCall(session, call);
  session.state.signedIn = false;
  for (const tab of session.tabs) tab.logged = false;
  session.touch();
}
