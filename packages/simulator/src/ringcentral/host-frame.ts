import { isRecord } from '../frame.js';
import { setAutoLog } from './auto-log.js';
import { broadcast } from './broadcast.js';
import { updateCallingSettings } from './calling-settings.js';
import { matchCallLogsAgain } from './call-log-matcher.js';
import { contactMatchOf, matchAgain, matchAllNumbers } from './contact-matcher.js';
import { syncContacts } from './contacts-sync.js';
import { controlCall } from './control-call.js';
import { signIn, signOut } from './login.js';
import { messageRequest } from './message-request.js';
import { newCall } from './new-call.js';
import { presenceFrame } from './presence.js';
import { register, updateAuthorization, updateSettings } from './registration.js';
import { navigate } from './route.js';
import { liveCalls, type RingCentralSession } from './session.js';
import type { Tab } from './tab.js';
import { webphoneCall } from './webphone-frame.js';

type Handler = (tab: Tab, frame: Readonly<Record<string, unknown>>) => void;

const userStatuses = new Set(['Offline', 'Busy', 'Available']);
const dndStatuses = new Set([
  'TakeAllCalls',
  'DoNotAcceptAnyCalls',
  'DoNotAcceptDepartmentCalls',
  'TakeDepartmentCallsOnly',
]);

export function setPresence(session: RingCentralSession, userStatus: unknown, dndStatus: unknown): void {
  const { state } = session;
  if (!state.signedIn) return;
  if (typeof userStatus === 'string' && userStatuses.has(userStatus)) state.userStatus = userStatus;
  if (typeof dndStatus === 'string' && dndStatuses.has(dndStatus)) state.dndStatus = dndStatus;
  broadcast(session, presenceFrame(session));
}

/** The window of the vendor's own login page, for hosts that open it themselves. */
function requestLogin(tab: Tab): void {
  if (tab.session.state.signedIn) return;
  if (tab.flags.disableLoginPopup) {
    const oAuthUri = `${tab.session.origin}/login?session=${encodeURIComponent(tab.session.name)}`;
    tab.post({ type: 'rc-login-popup-notify', oAuthUri });
    return;
  }
  signIn(tab.session);
}

function newSms(tab: Tab, frame: Readonly<Record<string, unknown>>): void {
  const { phoneNumber, text, conversation } = frame;
  if (typeof phoneNumber !== 'string' || tab.stage !== 'ready') return;
  const existing = tab.session.state.messages.find(
    (one) => one.type === 'SMS' && one.remoteNumber === phoneNumber,
  );
  tab.draft = { to: phoneNumber, text: typeof text === 'string' ? text : '' };
  navigate(tab, conversation && existing ? `/conversations/${existing.conversationId}` : '/composeText');
}

const handlers: Readonly<Record<string, Handler>> = {
  'rc-adapter-register-third-party-service': (tab, frame) => register(tab, frame['service']),
  'rc-adapter-update-authorization-status': updateAuthorization,
  'rc-adapter-update-third-party-settings': (tab, frame) => updateSettings(tab, frame['settings']),
  'rc-adapter-sync-third-party-contacts': (tab) =>
    void syncContacts(tab, 'api').then(() => matchAllNumbers(tab)),
  'rc-adapter-trigger-contact-match': (tab, frame) => matchAgain(tab, frame['phoneNumbers']),
  'rc-adapter-trigger-call-logger-match': (tab, frame) => matchCallLogsAgain(tab, frame['sessionIds']),
  'rc-post-message-response': (tab, frame) => tab.requests.respond(frame['responseId'], frame['response']),
  'rc-adapter-control-call': controlCall,
  'rc-adapter-new-call': newCall,
  'rc-adapter-new-sms': newSms,
  'rc-adapter-auto-populate-conversation': (tab, frame) => {
    if (typeof frame['text'] === 'string') tab.draft = { ...tab.draft, text: frame['text'] };
  },
  'rc-adapter-login': requestLogin,
  'rc-adapter-logout': (tab) => signOut(tab.session),
  'rc-adapter-navigate-to': (tab, frame) => {
    if (typeof frame['path'] === 'string' && tab.stage === 'ready') navigate(tab, frame['path']);
  },
  'rc-adapter-set-presence': (tab, frame) =>
    setPresence(tab.session, frame['userStatus'], frame['dndStatus']),
  'rc-calling-settings-update': (tab, frame) => updateCallingSettings(tab.session, frame),
  'rc-adapter-update-auto-log-settings': (tab, frame) => setAutoLog(tab.session, frame),
  'rc-adapter-webphone-sessions-sync': (tab) => {
    const calls = liveCalls(tab.session)
      .filter((call) => call.webphone)
      .map((call) => webphoneCall(call, contactMatchOf(tab, call.remote.number)));
    tab.post({ type: 'rc-webphone-sessions-sync', calls });
  },
  'rc-adapter-message-request': messageRequest,
};

/** Whatever the host sends, from whatever origin: the vendor checks neither. What it doesn't know it ignores. */
export function hostFrame(tab: Tab, data: unknown): void {
  if (!isRecord(data)) return;
  const { type } = data;
  // A call-back URI starts the login exchange whatever the type says.
  if (typeof data['callbackUri'] === 'string' && tab.profile.name === 'current') return signIn(tab.session);
  if (typeof type !== 'string' || (tab.profile.hears && !tab.profile.hears.has(type))) return;
  const handler = Object.hasOwn(handlers, type) ? handlers[type] : undefined;
  handler?.(tab, data);
}
