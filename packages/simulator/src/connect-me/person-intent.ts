import { connectCall, dialCall, endCall, refusesToDial, setHeld } from './call-desk.js';
import { isConnected, isLive, isOnDeskPhone, isRinging, type SimCall } from './call.js';
import { addMessage, conversationOf } from './conversation.js';
import { shareEvent, speakerEvent } from './events.js';
import { acceptsLogin, signIn, signOut } from './login.js';
import type { PersonIntent } from './page-protocol.js';
import type { Tab } from './tab.js';

type CallIntent = Extract<PersonIntent, { readonly call: string }>;

/** A call is answered where the person says: in the widget, or by picking up the desk phone. */
function answer(tab: Tab, call: SimCall, type: 'SipSession' | 'UepChannelSession'): void {
  const live = call.legs.filter(isLive);
  const leg = live.find((one) => one.type === type) ?? live[0];
  if (leg && isRinging(call)) connectCall(tab.session, call, leg);
}

function workCall(tab: Tab, call: SimCall, intent: CallIntent): void {
  const { session } = tab;
  const inHand = isConnected(call) && !isOnDeskPhone(call);
  switch (intent.do) {
    case 'answer':
      return answer(tab, call, 'SipSession');
    case 'pick-up':
      return answer(tab, call, 'UepChannelSession');
    case 'reject':
      return isRinging(call) ? endCall(session, call) : undefined;
    case 'hang-up':
      return endCall(session, call);
    case 'hold':
    case 'resume':
      return inHand ? setHeld(session, call, intent.do === 'hold') : undefined;
    case 'mute':
    case 'unmute':
      if (inHand) call.muted = intent.do === 'mute';
      return;
    case 'dtmf':
      if (inHand) call.dtmf += intent.key;
      return;
  }
}

/** What a person does by hand in the widget. */
export function personIntent(tab: Tab, intent: PersonIntent): void {
  const { session } = tab;
  if (intent.do === 'sign-in') {
    const user = intent.user.trim();
    tab.refused = !acceptsLogin(user, intent.password);
    if (!tab.refused) signIn(session, user);
    return;
  }
  if (session.state.user === undefined) return;
  if ('call' in intent) {
    const call = session.calls.get(intent.call);
    if (call) workCall(tab, call, intent);
    return;
  }
  switch (intent.do) {
    case 'sign-out':
      return signOut(session);
    case 'dial':
      if (refusesToDial(session, intent.number) === undefined)
        dialCall(session, { remote: { number: intent.number.trim() } });
      return;
    case 'speaker':
      if (!tab.capabilities.speaker || session.calls.size === 0) return;
      tab.speaker = intent.on;
      return tab.post(speakerEvent(intent.on));
    case 'go':
      tab.page = intent.page;
      tab.conversation = undefined;
      return;
    case 'open-conversation':
      if (intent.uri.trim() === '') return;
      tab.conversation = conversationOf(session, intent.uri.trim()).uri;
      tab.page = 'conversations';
      return;
    case 'say':
      if (intent.text.trim() !== '')
        addMessage(session, conversationOf(session, intent.uri), true, intent.text.trim());
      return;
    case 'share': {
      const { messages } = conversationOf(session, intent.uri);
      const message = messages.find(({ id }) => id === intent.message);
      if (message && tab.capabilities.share) tab.post(shareEvent(intent.uri, message.text));
      return;
    }
  }
}
