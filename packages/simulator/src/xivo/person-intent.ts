import { setAgent } from './agent-state.js';
import { isConnected, isRinging } from './call.js';
import { connectCall, dialCall, endCall, holdCall } from './call-desk.js';
import { logIn, logOut } from './login.js';
import type { PersonIntent } from './page-protocol.js';
import { closePane } from './pane-desk.js';
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

/** What somebody does in the desktop; what doesn't fit its state does nothing. */
export function personIntent(tab: Tab, intent: PersonIntent): void {
  const { session } = tab;
  if ('call' in intent) return actOnCall(tab, intent);
  const signedIn = session.state.agent.state !== 'logged-out';
  switch (intent.do) {
    case 'dial':
      return dial(tab, intent.number);
    case 'log-in':
      return logIn(session);
    case 'log-out':
      return logOut(session);
    case 'pause':
      if (signedIn) setAgent(session, { state: 'paused' });
      return;
    case 'ready':
      if (signedIn) setAgent(session, { state: 'ready' });
      return;
    case 'close-pane': {
      const pane = session.panes.find(({ id }) => id === intent.pane);
      if (pane) closePane(session, pane);
      return;
    }
  }
}
