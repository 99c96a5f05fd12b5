import { setAgent } from './agent-state.js';
import { account } from './account.js';
import { endCall } from './call-desk.js';
import { addError, addEvent } from './event-log.js';
import { loginUrl } from './login-url.js';
import { closeAllPanes } from './pane-desk.js';
import { recordCall } from './record-call.js';
import { liveCalls, type XivoSession } from './session.js';
import { focusedTab } from './tab.js';
import { createToken } from './token.js';

/** Logs the agent in, and lets the page tell `THIRD_PARTY_LOGIN_URL` of it. That may fail: the log-in never waits. */
export function logIn(session: XivoSession): void {
  if (session.state.agent.state !== 'logged-out') return;
  session.state.token = createToken(session.clock.now());
  setAgent(session, { state: 'ready' });
  tellLogin(session, session.state.token.text);
}

function tellLogin(session: XivoSession, token: string): void {
  const { config, faults, origin } = session;
  const tab = focusedTab(session);
  if (config.loginUrl === '' || !tab) return;
  if (faults.offline)
    return addError(session, 'offline', 'The desktop is offline: the login URL is not called.');
  const values = { login: account.login, token, xivocchost: new URL(origin).host };
  const url = loginUrl(config.loginUrl, values);
  const id = session.ids.uuid();
  session.logins.set(id, recordCall(session, 'GET', url, null));
  tab.tellPage({ kind: 'login', login: id, url });
}

/** What became of the call of the login URL. Nobody may read the answer, so all that is known is whether one came. */
export function loginTold(session: XivoSession, id: string, arrived: boolean): void {
  const record = session.logins.get(id);
  if (!record) return;
  session.logins.delete(id);
  if (arrived) {
    record.status = 0;
    addEvent(session, 'The login URL was called');
  } else {
    const { origin } = new URL(record.url);
    addError(
      session,
      'login-url',
      `The login URL at ${origin} can’t be reached. The log-in goes on without it.`,
    );
  }
}

/** Ends the calls and closes the panes. */
export function logOut(session: XivoSession): void {
  if (session.state.agent.state === 'logged-out') return;
  setAgent(session, { state: 'logged-out' });
  // First, for the end of a call may be what a pane waits for.
  closeAllPanes(session);
  for (const call of liveCalls(session)) endCall(session, call);
  session.state.token = undefined;
}
