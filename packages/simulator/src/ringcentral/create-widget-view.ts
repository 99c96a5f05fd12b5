import { account } from './account.js';
import { isLogged } from './call-log-matcher.js';
import { isConnected, isDialing, isRinging, type SimCall } from './call.js';
import { contactMatchesOf } from './contact-matcher.js';
import { conversationLogId } from './message-record.js';
import { contactView, isView, serviceView } from './service-view.js';
import { activeTab, liveCalls } from './session.js';
import type { Tab } from './tab.js';
import type { CallView, ConversationView, WidgetView } from './widget-view.js';

function titleOf(tab: Tab, number: string, name?: string): string {
  const matches = contactMatchesOf(tab, number).map(contactView).filter(isView);
  const [only] = matches;
  return matches.length === 1 && only && only.name !== '' ? only.name : (name ?? number);
}

function callView(tab: Tab, call: SimCall): CallView {
  return {
    id: call.id,
    state: isRinging(call) ? 'ringing' : isDialing(call) ? 'dialing' : call.held ? 'held' : 'active',
    direction: call.direction,
    title: titleOf(tab, call.remote.number, call.remote.name),
    number: call.remote.number,
    ...(call.queue === undefined ? {} : { queue: call.queue }),
    muted: call.muted,
    recording: call.recordStatus,
    ...(isConnected(call) && call.startedAt !== undefined ? { startedAt: call.startedAt } : {}),
    minimized: call.minimized,
    dtmf: call.dtmf,
    controllable: call.webphone,
  };
}

function conversationViews(tab: Tab): ConversationView[] {
  const views = new Map<string, ConversationView>();
  for (const message of tab.session.state.messages) {
    const { conversationId: id, type, remoteNumber: number } = message;
    const inbound = message.direction === 'Inbound';
    const view = views.get(id) ?? {
      id,
      type,
      title: titleOf(tab, number),
      number,
      unread: 0,
      logged: (tab.service?.messageLogMatches.get(conversationLogId(message)) ?? []).length > 0,
      messages: [],
    };
    views.set(id, {
      ...view,
      unread: view.unread + (inbound && !message.read ? 1 : 0),
      messages: [{ id: message.id, inbound, text: message.text, at: message.createdAt }, ...view.messages],
    });
  }
  return [...views.values()];
}

export function widgetView(tab: Tab): WidgetView {
  const { session } = tab;
  const { state } = session;
  const service = serviceView(tab);
  return {
    session: session.name,
    tab: tab.id,
    activeTab: activeTab(session) === tab,
    profile: tab.profile.name,
    signedIn: state.signedIn && tab.stage !== 'signed-out' && tab.stage !== 'starting',
    ready: tab.stage === 'ready' && state.sip === 'registered',
    account: { name: account.name, number: account.number },
    userStatus: state.userStatus,
    dndStatus: state.dndStatus,
    route: tab.route,
    dialNumber: tab.dialNumber,
    draft: tab.draft,
    smsTemplates: tab.smsTemplates,
    calls: liveCalls(session).map((call) => callView(tab, call)),
    history: state.records.map((record) => ({
      sessionId: record.sessionId,
      title: titleOf(tab, record.remoteNumber, record.remoteName),
      number: record.remoteNumber,
      direction: record.direction,
      result: record.result,
      at: record.startTime,
      duration: record.duration,
      recorded: record.recordingId !== undefined,
      logged: isLogged(tab, record.sessionId),
      matched: contactMatchesOf(tab, record.remoteNumber).length > 0,
    })),
    conversations: conversationViews(tab),
    searchResults: tab.searchResults.map(contactView).filter(isView).slice(0, 10),
    autoLog: { ...state.autoLog },
    callWith: state.calling.callWith,
    alerts: tab.alerts,
    ...(service ? { service } : {}),
    now: session.clock.now(),
  };
}
