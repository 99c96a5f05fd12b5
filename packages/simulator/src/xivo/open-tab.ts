import { createFaultLine } from '../fault-line.js';
import { abandonCallsSoon, keepCalls } from './abandon-calls.js';
import { abandonAsks, settleAsk } from './ask-service.js';
import { hearMessage } from './hear-message.js';
import { loginTold } from './login.js';
import type { FromPage, ToPage } from './page-protocol.js';
import { blockPopup, closePane, loseWindows, popupOpened } from './pane-desk.js';
import { personIntent } from './person-intent.js';
import type { XivoSession } from './session.js';
import { activeTab, focusedTab, type Tab } from './tab.js';

export interface OpenTab {
  readonly tab: Tab;
  receive(message: FromPage): void;
}

/** Which open panes' pages this tab can post to: iframes only while it shows them. */
export function panesOf(tab: Tab): readonly string[] {
  const shows = activeTab(tab.session) === tab;
  return tab.session.panes
    .filter((pane) => pane.state === 'open' && (pane.action === 'open' ? shows : pane.tab === tab.id))
    .map(({ id }) => id);
}

const newest = (session: XivoSession): number =>
  Math.max(0, ...session.tabs.map(({ focusedAt }) => focusedAt)) + 1;

/** A desktop was loaded: from its first message until its page goes away. */
export function openTab(
  session: XivoSession,
  tellPage: (message: ToPage) => void,
  assistant = false,
): OpenTab {
  const { clock, ids, random, log } = session;
  const id = ids.uuid();
  const line = createFaultLine({
    clock,
    random,
    faults: () => session.faults,
    post(data) {
      const panes = panesOf(tab);
      if (panes.length === 0) return;
      log.add({ at: clock.now(), direction: 'out', origin: session.origin, data, tab: id });
      tellPage({ kind: 'post', panes, data });
    },
  });
  const tab: Tab = {
    id,
    session,
    assistant,
    focusedAt: newest(session),
    emit: (frame) => line.send(frame),
    tellPage,
    close() {
      const index = session.tabs.indexOf(tab);
      if (index < 0) return;
      session.tabs.splice(index, 1);
      line.close();
      abandonAsks(session, id);
      loseWindows(session, id);
      if (session.tabs.length === 0) abandonCallsSoon(session);
      session.touch();
    },
  };
  session.tabs.push(tab);
  keepCalls(session);
  session.touch();

  function windowOf(paneId: string, state: 'opened' | 'blocked' | 'closed') {
    const pane = session.panes.find((one) => one.id === paneId);
    if (!pane) return;
    if (state === 'opened') popupOpened(session, pane, id);
    else if (pane.tab !== id) return;
    else if (state === 'blocked') blockPopup(session, pane);
    else if (pane.action === 'popup') closePane(session, pane);
  }

  function focus() {
    if (focusedTab(session) !== tab) tab.focusedAt = newest(session);
  }

  return {
    tab,
    receive(message) {
      if (!session.tabs.includes(tab)) return;
      session.touch();
      switch (message.kind) {
        case 'frame':
          return hearMessage(tab, message);
        case 'answered':
        case 'failed':
          if (session.asks.get(message.ask)?.tab === id) settleAsk(session, message.ask, message);
          return;
        case 'login-told':
          return loginTold(session, message.login, message.arrived);
        case 'popup':
          return windowOf(message.pane, message.state);
        case 'focus':
          return focus();
        case 'intent':
          focus();
          return personIntent(tab, message.intent);
      }
    },
  };
}
