import { account } from './account.js';
import { endCall } from './call-desk.js';
import { liveCalls, type ConnectMeSession } from './session.js';
import { tellHosts } from './tell-host.js';

/** From asking the vendor until somebody is signed in, and from there until the softphone is registered. */
const SIGN_IN_MS = 120;
const REGISTER_MS = 180;

export const acceptsLogin = (user: string, password: string): boolean =>
  user.trim() !== '' && password === account.password;

/** Signs somebody in, soon. A wrong password never gets here, and nothing tells the host of it. */
export function signIn(session: ConnectMeSession, user: string = account.user): void {
  const { state } = session;
  state.signingIn?.();
  state.signingIn = session.timers.after(SIGN_IN_MS, () => {
    const same = state.user === user;
    state.signingIn = undefined;
    state.user = user;
    state.logins += 1;
    for (const tab of session.tabs) tab.refused = false;
    if (!same) startSip(session);
    tellHosts(session);
  });
  session.touch();
}

function startSip(session: ConnectMeSession): void {
  const { state } = session;
  state.sip = 'starting';
  session.timers.after(REGISTER_MS, () => {
    if (state.sip === 'starting') setSip(session, 'registered');
  });
}

/** There is no event for somebody who signs out: the host only sees the calls end. */
export function signOut(session: ConnectMeSession): void {
  const { state } = session;
  state.signingIn?.();
  state.signingIn = undefined;
  for (const call of liveCalls(session)) endCall(session, call);
  state.user = undefined;
  state.sip = 'off';
  for (const tab of session.tabs) {
    tab.page = 'phone';
    tab.conversation = undefined;
    tab.speaker = false;
  }
  tellHosts(session);
}

/** There is no event for a lost registration either; the next one is told. */
export function setSip(session: ConnectMeSession, sip: 'registered' | 'lost'): void {
  const { state } = session;
  if (state.user === undefined || state.sip === sip) return;
  state.sip = sip;
  if (sip === 'registered') state.registrations += 1;
  tellHosts(session);
}
