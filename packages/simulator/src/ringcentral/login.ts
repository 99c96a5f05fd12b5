import { account } from './account.js';
import { broadcast } from './broadcast.js';
import { callingSettingsFrame, connectionFrame } from './calling-settings.js';
import { endCall } from './call-desk.js';
import { matchAllCallLogs } from './call-log-matcher.js';
import { logHistorySoon } from './history-logger.js';
import { matchAllNumbers } from './contact-matcher.js';
import { syncContacts } from './contacts-sync.js';
import type { Frame } from '../frame.js';
import { matchAllMessageLogs } from './message-logger.js';
import { messageFrame } from './message-record.js';
import { telephonyStatusOf } from './presence-frame.js';
import { activeCallFrames, presenceFrame } from './presence.js';
import { navigate, tellRoute } from './route.js';
import { textOf } from './service.js';
import { activeTab, liveCalls, type RingCentralSession } from './session.js';
import type { Tab } from './tab.js';

const DATA_MS = 20;
const CONNECTING_MS = 80;
const CONNECTED_MS = 100;
/** The call history comes long after the phone works. */
const HISTORY_MS = 3500;

export const signedOutFrame: Frame = {
  type: 'rc-login-status-notify',
  loggedIn: false,
  admin: false,
  features: {},
  isFreshLogin: null,
};

function signedInFrame(session: RingCentralSession): Frame {
  return {
    type: 'rc-login-status-notify',
    loggedIn: true,
    loginNumber: account.loginNumber,
    contractedCountryCode: 'US',
    admin: true,
    features: {
      sms: true,
      meeting: true,
      glip: false,
      smartNote: false,
      call: true,
      ringSenseInsights: false,
    },
    isFreshLogin: session.state.freshLogin,
  };
}

export function webphoneActiveFrame(tab: Tab): Frame {
  const active = activeTab(tab.session);
  return { type: 'rc-webphone-active-notify', activeId: active?.id ?? tab.id, currentActive: active === tab };
}

export const callAutoLogFrame = (session: RingCentralSession): Frame => ({
  type: 'rc-callLogger-auto-log-notify',
  autoLog: session.state.autoLog.call,
});
export const messageAutoLogFrame = (session: RingCentralSession): Frame => ({
  type: 'rc-messageLogger-auto-log-notify',
  autoLog: session.state.autoLog.message,
});

/** What one widget tells, in the recorded order, from the moment its user is signed in. */
export function runLogin(tab: Tab): void {
  const { session, timers } = tab;
  tab.stage = 'connecting';
  session.state.toldTelephonyStatus = telephonyStatusOf(liveCalls(session));
  tab.post(presenceFrame(session));
  tab.post({ type: 'rc-region-settings-notify', countryCode: 'US', areaCode: '' });
  tab.post(signedInFrame(session));
  timers.after(DATA_MS, () => {
    const [newest] = session.state.messages;
    tab.post({
      type: 'rc-sms-settings-notify',
      senderNumber: account.number,
      senderNumbers: [{ phoneNumber: account.number }],
    });
    tab.post(callingSettingsFrame(tab));
    tab.post({ type: 'rc-meeting-status-notify', ready: true, permission: true });
    if (newest) tab.post({ type: 'rc-message-updated-notify', message: messageFrame(newest) });
    tab.post(messageAutoLogFrame(session));
    if (activeTab(session) === tab) void matchAllNumbers(tab);
    tab.route = '/dialer';
    tellRoute(tab);
    if (activeTab(session) === tab) void matchAllMessageLogs(tab);
  });
  timers.after(CONNECTING_MS, () => {
    tab.post(webphoneActiveFrame(tab));
    if (hasWebphone(session)) tab.post(connectionFrame('connecting'));
    if (textOf(tab.service, 'callLoggerPath') !== undefined) tab.post(callAutoLogFrame(session));
  });
  timers.after(CONNECTED_MS, () => {
    tab.stage = 'ready';
    if (session.state.sip === 'registered') tab.post({ type: 'rc-dialer-status-notify', ready: true });
    if (hasWebphone(session))
      tab.post(connectionFrame(session.state.sip === 'registered' ? 'connected' : 'disconnected'));
    tab.post(webphoneActiveFrame(tab));
    // Calls from before this widget was loaded: presence knows of them at once.
    for (const call of liveCalls(session))
      for (const frame of activeCallFrames(session, call)) tab.post(frame);
    if (session.state.toldTelephonyStatus !== 'NoCall') tab.post(presenceFrame(session));
  });
  timers.after(CONNECTED_MS + HISTORY_MS, () => {
    if (activeTab(session) === tab) {
      void matchAllNumbers(tab);
      void matchAllCallLogs(tab);
    }
    tab.post({ type: 'rc-call-history-synced-notify' });
    logHistorySoon(tab);
  });
}

function hasWebphone(session: RingCentralSession): boolean {
  return session.state.calling.callWith === 'browser';
}

export function signIn(session: RingCentralSession): void {
  const { state } = session;
  if (state.signedIn) return;
  state.signedIn = true;
  state.freshLogin = true;
  for (const tab of session.tabs) if (tab.stage === 'signed-out') runLogin(tab);
  session.touch();
}

/** Signing out ends the calls of the web phone, then tells in the recorded order. */
export function signOut(session: RingCentralSession): void {
  const { state } = session;
  if (!state.signedIn) return;
  for (const call of liveCalls(session)) endCall(session, call, 'hangup');
  broadcast(session, connectionFrame('disconnecting'));
  broadcast(session, { type: 'rc-dialer-status-notify', ready: false });
  broadcast(session, connectionFrame('disconnected'));
  state.signedIn = false;
  state.toldTelephonyStatus = 'NoCall';
  for (const tab of session.tabs) {
    if (tab.stage === 'starting') continue;
    tab.timers.cancelAll();
    tab.post(signedOutFrame);
    tab.post(presenceFrame(session));
    tab.stage = 'signed-out';
    navigate(tab, '/');
  }
  session.touch();
}

/** Everything the host can answer is asked anew: after it said that it is authorized. */
export function wakeService(tab: Tab): void {
  // The others take over from here when they get the focus and somebody needs something.
  if (activeTab(tab.session) !== tab) return;
  const ready = tab.stage === 'ready';
  if (ready) void matchAllNumbers(tab);
  void syncContacts(tab);
  if (ready) {
    void matchAllCallLogs(tab);
    void matchAllMessageLogs(tab);
  }
}

/** The web phone loses its connection, or has it back. */
export function setSip(session: RingCentralSession, sip: 'registered' | 'lost'): void {
  const { state } = session;
  if (state.sip === sip) return;
  state.sip = sip;
  if (!state.signedIn) return;
  if (sip === 'lost') {
    broadcast(session, { type: 'rc-dialer-status-notify', ready: false });
    broadcast(session, connectionFrame('disconnected'));
    return;
  }
  broadcast(session, connectionFrame('connecting'));
  session.timers.after(CONNECTED_MS, () => {
    if (state.sip !== 'registered' || session.state !== state) return;
    broadcast(session, { type: 'rc-dialer-status-notify', ready: true });
    broadcast(session, connectionFrame('connected'));
  });
}
