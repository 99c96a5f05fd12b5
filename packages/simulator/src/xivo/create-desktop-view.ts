import { account } from './account.js';
import { agentText } from './agent-state.js';
import { isDialing, isRinging, type XivoCall } from './call.js';
import type { CallView, DesktopView, PaneView } from './desktop-view.js';
import type { Pane } from './pane.js';
import { liveCalls, type XivoSession } from './session.js';
import { activeTab, type Tab } from './tab.js';

const SHOWN_EVENTS = 60;
const SHOWN_RECENT = 10;

function callView(call: XivoCall): CallView {
  const { id, direction, remote, queue, muted, answeredAt, dtmf } = call;
  const state = isRinging(call) ? 'ringing' : isDialing(call) ? 'dialing' : call.held ? 'held' : 'active';
  return {
    id,
    state,
    direction,
    ...remote,
    ...(queue ? { queue: queue.displayName } : {}),
    muted,
    ...(answeredAt === undefined ? {} : { answeredAt }),
    dtmf,
  };
}

function paneViews(pane: Pane): PaneView[] {
  const { id, action, url, title, state, multitab } = pane;
  const isLive = state === 'waiting' || state === 'open' || state === 'blocked';
  return isLive ? [{ id, action, url, title, state, multitab }] : [];
}

export function createDesktopView(session: XivoSession, tab: Tab): DesktopView {
  const { agent, sip, recent } = session.state;
  const signedIn = agent.state !== 'logged-out';
  return {
    session: session.name,
    assistant: tab.assistant,
    signedIn,
    agent: agentText(agent),
    paused: agent.state === 'paused',
    ready: signedIn && sip === 'registered' && !session.faults.offline,
    user: account.fullName,
    number: account.number,
    service: session.config.thirdPartyUrl,
    active: activeTab(session) === tab,
    calls: liveCalls(session).map(callView),
    panes: session.panes.flatMap(paneViews),
    recent: recent.slice(0, SHOWN_RECENT),
    events: session.events.slice(-SHOWN_EVENTS),
    now: session.clock.now(),
  };
}
