import { isConnected, isRinging } from './call.js';
import { connectCall, dialCall, endCall, holdCall } from './call-desk.js';
import { signIn, signOut } from './login.js';
import type { PersonIntent } from './page-protocol.js';
import { refusesToDial } from './refuses-to-dial.js';
import type { Tab } from './tab.js';

function dial(tab: Tab, text: string): void {
  const number = text.trim();
  const refusal = refusesToDial(tab.session, number);
  if (refusal === undefined) dialCall(tab.session, { remote: { number } });
  else tab.tellPage({ kind: 'notice', text: refusal });
}

function actOnCall(tab: Tab, intent: Extract<PersonIntent, { call: string }>): void {
  const { session } = tab;
  const call = session.calls.get(intent.call);
  if (!call) return;
  switch (intent.do) {
    case 'answer':
      if (isRinging(call)) connectCall(session, call);
      return;
    case 'reject':
    case 'hang-up':
      return endCall(session, call);
    case 'hold':
    case 'resume':
      return holdCall(session, call, intent.do === 'hold');
    case 'mute':
    case 'unmute':
      if (isConnected(call)) call.muted = intent.do === 'mute';
      return;
    case 'dtmf':
      if (isConnected(call)) call.dtmf = `${call.dtmf}${intent.key}`.slice(-40);
      return;
  }
}

/** What somebody does in the softphone; what doesn't fit the state of the call does nothing. */
export function personIntent(tab: Tab, intent: PersonIntent): void {
  if ('call' in intent) return actOnCall(tab, intent);
  switch (intent.do) {
    case 'dial':
      return dial(tab, intent.number);
    case 'sign-in':
      return signIn(tab.session);
    case 'sign-out':
      return signOut(tab.session);
  }
}
