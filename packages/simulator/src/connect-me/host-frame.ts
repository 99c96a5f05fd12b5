import { isRecord } from '../frame.js';
import { connectCall, dialCall, endCall, refusesToDial } from './call-desk.js';
import { isConnected, isLive, isRinging, type Leg, type SimCall } from './call.js';
import { readCapabilities } from './capabilities.js';
import { conversationOf } from './conversation.js';
import { capabilitiesRequest, readyEvent } from './events.js';
import { acceptsLogin, signIn } from './login.js';
import { liveCalls } from './session.js';
import type { Tab } from './tab.js';
import { tellHost } from './tell-host.js';

type Fields = Readonly<Record<string, unknown>>;

/** The widget is loaded: it asks what the host can do, and says nothing more until it knows. */
export function askForCapabilities(tab: Tab): void {
  if (tab.stage === 'suspended') tab.post(capabilitiesRequest);
}

/** Only the first answer makes the widget ready; another changes what the host can do. */
function takeCapabilities(tab: Tab, frame: Fields): void {
  const capabilities = readCapabilities(frame);
  if (!capabilities) return;
  tab.capabilities = capabilities;
  tab.tellPage({ kind: 'capabilities' });
  if (tab.stage === 'suspended') {
    tab.stage = 'ready';
    tab.post(readyEvent);
  }
  tellHost(tab);
}

function withLeg(tab: Tab, frame: Fields, act: (call: SimCall, leg: Leg) => void): void {
  for (const call of liveCalls(tab.session)) {
    // Ids are numbers: a text "0" names no session.
    const leg = call.legs.find((one) => isLive(one) && one.id === frame['id']);
    if (leg) return act(call, leg);
  }
}

function login(tab: Tab, { method, credentials }: Fields): void {
  if (method !== 'basic' || !isRecord(credentials)) return;
  const { username, password } = credentials;
  if (typeof username !== 'string' || typeof password !== 'string') return;
  if (acceptsLogin(username, password)) signIn(tab.session, username.trim());
}

const actions: Readonly<Record<string, (tab: Tab, frame: Fields) => void>> = {
  login,
  dial(tab, { number }) {
    if (typeof number !== 'string' || refusesToDial(tab.session, number) !== undefined) return;
    dialCall(tab.session, { remote: { number: number.trim() } });
  },
  answerSession: (tab, frame) =>
    withLeg(tab, frame, (call, leg) => {
      if (isRinging(call)) connectCall(tab.session, call, leg);
    }),
  // For calls that were answered; one that wasn't goes on ringing.
  terminateSession: (tab, frame) =>
    withLeg(tab, frame, (call) => {
      if (isConnected(call)) endCall(tab.session, call);
    }),
  // For calls that weren't answered, here or at the other end.
  rejectSession: (tab, frame) =>
    withLeg(tab, frame, (call) => {
      if (!isConnected(call)) endCall(tab.session, call);
    }),
  conversation(tab, { uri }) {
    if (typeof uri !== 'string' || uri.trim() === '' || tab.session.state.user === undefined) return;
    tab.conversation = conversationOf(tab.session, uri.trim()).uri;
    tab.page = 'conversations';
  },
};

/** Whatever the host sends. There is no acknowledgement, and what the widget can't do it ignores in silence. */
export function hostFrame(tab: Tab, data: unknown): void {
  if (!isRecord(data) || tab.stage === 'off') return;
  if (tab.stage === 'suspended' || 'capabilities' in data) return takeCapabilities(tab, data);
  const { action } = data;
  // Without its vendor the widget can do nothing.
  if (typeof action !== 'string' || !Object.hasOwn(actions, action) || tab.session.faults.offline) return;
  actions[action]?.(tab, data);
}
