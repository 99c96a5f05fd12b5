import { pauseFor, unpauseAfter } from './agent-state.js';
import type { XivoAnswer } from './answer.js';
import type { XivoCall } from './call.js';
import { addError, addEvent } from './event-log.js';
import { createPane, type Pane } from './pane.js';
import type { XivoSession } from './session.js';
import { activeTab } from './tab.js';

/** Panes that are done stay in the list so long. */
const KEPT = 100;

const isDone = ({ state }: Pane): boolean =>
  state === 'completed' || state === 'closed' || state === 'refused';

/** Does what the service answered about a call: its pane opens now, or when its moment comes. */
export function planPane(session: XivoSession, call: XivoCall, answer: XivoAnswer, serviceUrl: string): void {
  if (answer.action === 'none') return addEvent(session, 'The service wants nothing for this call');
  if (session.state.agent.state === 'logged-out')
    return addEvent(session, 'The service’s answer comes after the agent has logged out');
  const pane = createPane(call, answer, serviceUrl);
  if (!pane)
    return addError(
      session,
      'url-refused',
      'The service’s “url” is refused: http and https only, and without a user or password in it. No pane opens.',
    );
  session.panes.push(pane);
  if (session.panes.length > KEPT) {
    const oldest = session.panes.findIndex(isDone);
    if (oldest >= 0) session.panes.splice(oldest, 1);
  }
  if (!advance(session, pane, call)) addEvent(session, `“${pane.title}” waits for ${pane.event}`);
}

/** Something happened to a call: its pane may be due, or can't be any more. */
export function advancePane(session: XivoSession, call: XivoCall): void {
  const pane = session.panes.find((one) => one.callId === call.id && one.state === 'waiting');
  if (pane) advance(session, pane, call);
}

/** Opens a waiting pane whose moment is here or has passed; false while it has to wait on. */
function advance(session: XivoSession, pane: Pane, call: XivoCall): boolean {
  // Its window is being opened.
  if (pane.tab !== undefined) return true;
  const { answeredAt, endedAt } = call;
  if (pane.event === 'EventEstablished' && answeredAt === undefined) {
    if (endedAt === undefined) return false;
    finish(session, pane, 'closed', `“${pane.title}” never opened: nobody answered the call`);
    return true;
  }
  if (pane.event === 'EventReleased' && endedAt === undefined) return false;
  open(session, pane);
  return true;
}

function open(session: XivoSession, pane: Pane): void {
  if (pane.action === 'run') {
    pane.state = 'refused';
    const command = [pane.url, ...pane.args].join(' ').slice(0, 300);
    const message = `A browser runs no programs, only the vendor’s desktop assistant does: “${command}” was not run.`;
    return addError(session, 'run-refused', message);
  }
  if (pane.action === 'open') return opened(session, pane);
  const tab = activeTab(session);
  if (!tab) return blockPopup(session, pane);
  pane.tab = tab.id;
  tab.tellPage({ kind: 'popup', pane: pane.id });
}

function opened(session: XivoSession, pane: Pane): void {
  pane.state = 'open';
  addEvent(session, `Opened “${pane.title}”${pane.action === 'popup' ? ' in a window' : ''}`);
  pauseFor(session, pane);
}

/** The browser gave a window to a popup; the pane that was in the same one before is gone. */
export function popupOpened(session: XivoSession, pane: Pane, tab: string): void {
  if (pane.action !== 'popup' || isDone(pane) || pane.state === 'open') return;
  pane.tab = tab;
  opened(session, pane);
  if (pane.multitab) return;
  for (const one of session.panes) {
    const replaced = one !== pane && one.tab === tab && one.state === 'open' && !one.multitab;
    if (replaced) finish(session, one, 'closed', `“${one.title}” gave its window to “${pane.title}”`);
  }
}

/** The browser gave none. A person's click opens it. */
export function blockPopup(session: XivoSession, pane: Pane): void {
  if (pane.action !== 'popup' || pane.state !== 'waiting') return;
  pane.state = 'blocked';
  pane.tab = undefined;
  addError(session, 'popup-blocked', `The browser blocked the window of “${pane.title}”.`);
}

export const completePane = (session: XivoSession, pane: Pane): void =>
  finish(session, pane, 'completed', `Completed “${pane.title}”`);

export const closePane = (session: XivoSession, pane: Pane): void =>
  finish(session, pane, 'closed', `Closed “${pane.title}”`);

function finish(session: XivoSession, pane: Pane, state: 'completed' | 'closed', text: string): void {
  if (isDone(pane)) return;
  pane.state = state;
  addEvent(session, text);
  unpauseAfter(session, pane);
}

/** A tab is gone: nobody knows its windows any more. */
export function loseWindows(session: XivoSession, tab: string): void {
  for (const pane of session.panes) {
    if (pane.tab !== tab || isDone(pane)) continue;
    finish(session, pane, 'closed', `“${pane.title}” was lost: the desktop that opened its window is gone`);
  }
}

/** Nobody is logged in any more. */
export function closeAllPanes(session: XivoSession): void {
  for (const pane of session.panes) closePane(session, pane);
}
