import { askHost, askHostForData } from './ask-host.js';

import { contactMatchOf } from './contact-matcher.js';
import { callActs } from './control-call.js';
import { syncContacts } from './contacts-sync.js';
import { search } from './contacts-sync.js';
import { dialCall } from './call-desk.js';
import { isRecord } from '../frame.js';
import { setAutoLog } from './auto-log.js';
import { setPresence } from './host-frame.js';
import { signIn, signOut } from './login.js';
import { readConversation, sendSms } from './message-desk.js';
import { dismissAlert } from './message-request.js';
import { logConversation } from './message-logger.js';
import { inviteToConference, inviteToMeeting, listMeetings } from './meeting.js';
import { digitsOf, fillDialer, refusesToDial } from './new-call.js';
import type { PersonIntent } from './page-protocol.js';
import { navigate } from './route.js';
import { logByHand } from './record-logger.js';
import { readButtons } from './service.js';
import { changeSetting, findSetting } from './settings.js';
import type { Tab } from './tab.js';

type CallIntent = Extract<PersonIntent, { call: string }>['do'];

const actNames: Readonly<Record<CallIntent, string>> = {
  answer: 'answer',
  reject: 'reject',
  'to-voicemail': 'toVoicemail',
  'hang-up': 'hangup',
  hold: 'hold',
  resume: 'unhold',
  mute: 'mute',
  unmute: 'unmute',
  record: 'startRecord',
  'stop-recording': 'stopRecord',
  forward: 'forward',
  transfer: 'transfer',
  dtmf: 'dtmf',
};

function actOnCall(tab: Tab, intent: Extract<PersonIntent, { call: string }>): void {
  const call = tab.session.calls.get(intent.call);
  if (!call?.webphone) return;
  const number = 'number' in intent ? intent.number : '';
  const dtmf = 'key' in intent ? intent.key : '';
  callActs[actNames[intent.do]]?.(tab.session, call, { transferNumber: number, forwardNumber: number, dtmf });
}

function dial(tab: Tab, number: string): void {
  const refusal = refusesToDial(tab.session, number);
  if (refusal !== undefined) {
    tab.alerts = [...tab.alerts, { id: tab.session.ids.uuid(), level: 'warning', message: refusal }].slice(
      -5,
    );
    return;
  }
  fillDialer(tab, '');
  dialCall(tab.session, { number: number.trim() });
}

async function openContact(tab: Tab, id: string): Promise<void> {
  const { service } = tab;
  const contact = service?.contacts.find((one) => String(one['id']) === id);
  if (!service || !contact) return;
  service.activities = undefined;
  navigate(tab, `/contacts/${id}`);
  const data = await askHostForData(tab, 'activitiesPath', { contact });
  if (Array.isArray(data)) service.activities = data.filter(isRecord);
  tab.session.touch();
}

function openActivity(tab: Tab, id: string): void {
  const activity = tab.service?.activities?.find((one) => String(one['id']) === id);
  if (activity) void askHost(tab, 'activityPath', { activity });
}

/** A changed setting is in force at once, whatever the host answers. */
function changeSettingOf(tab: Tab, id: string, value: unknown): void {
  const { service } = tab;
  const change = service && changeSetting(service.settings, id, value);
  if (!change) return;
  const { settings, changed } = change;
  service.settings = settings;
  const body = tab.profile.name === '2019' ? { settings } : { settings, setting: changed };
  void askHost(tab, 'settingsPath', body);
}

function pressSetting(tab: Tab, id: string): void {
  const setting = tab.service && findSetting(tab.service.settings, id);
  if (setting?.type !== 'button') return;
  const label = 'buttonLabel' in setting ? { label: setting.buttonLabel } : {};
  void askHost(tab, 'buttonEventPath', { button: { id, type: 'setting', ...label, name: setting.name } });
}

function pressButton(tab: Tab, id: string, resourceId: string | undefined): void {
  const button = readButtons(tab.service).find((one) => one.id === id);
  if (!button) return;
  const resource = resourceId === undefined ? {} : { resource: { id: resourceId } };
  void askHost(tab, 'buttonEventPath', { button, ...resource });
}

/** Does what a person asked for by a button of the widget. */
export function personIntent(tab: Tab, intent: PersonIntent): void {
  const { session } = tab;
  if ('call' in intent && typeof intent.call === 'string') return actOnCall(tab, intent);
  switch (intent.do) {
    case 'dial':
      return dial(tab, intent.number);
    case 'navigate':
      if (intent.path === '/contacts' && tab.route !== '/contacts') void syncContacts(tab);
      if (intent.path === '/meeting') void listMeetings(tab);
      return navigate(tab, intent.path);
    case 'search':
      return search(tab, intent.text);
    case 'send-sms':
      if (digitsOf(intent.to) === '' || intent.text.trim() === '' || !session.state.signedIn) return;
      tab.draft = { to: '', text: '' };
      sendSms(session, intent.to.trim(), intent.text);
      return navigate(tab, '/messages');
    case 'read-conversation':
      readConversation(session, intent.conversation);
      return navigate(tab, `/conversations/${intent.conversation}`);
    case 'log-call':
      return void logByHand(tab, intent.sessionId, intent.note);
    case 'log-conversation':
      return void logConversation(tab, intent.conversation);
    case 'open-contact':
      return void openContact(tab, intent.contact);
    case 'open-activity':
      return openActivity(tab, intent.activity);
    case 'view-match':
      return void askHost(tab, 'viewMatchedContactPath', contactMatchOf(tab, intent.number));
    case 'feedback':
      return void askHost(tab, 'feedbackPath', { show: true });
    case 'refresh-contacts':
      return void syncContacts(tab, 'manual');
    case 'presence':
      return setPresence(session, intent.userStatus, intent.dndStatus);
    case 'auto-log':
      return setAutoLog(session, { call: intent.call, message: intent.message });
    case 'authorize':
      return void askHost(tab, 'authorizationPath', { authorized: tab.service?.authorized ?? false });
    case 'setting':
      return changeSettingOf(tab, intent.id, intent.value);
    case 'setting-button':
      return pressSetting(tab, intent.id);
    case 'button':
      return pressButton(tab, intent.id, intent.resource);
    case 'invite-conference':
      return inviteToConference(tab);
    case 'invite-meeting':
      return inviteToMeeting(tab, intent.topic);
    case 'sign-in':
      return signIn(session);
    case 'sign-out':
      return signOut(session);
    case 'dismiss-alert':
      return dismissAlert(tab, intent.id);
  }
}
