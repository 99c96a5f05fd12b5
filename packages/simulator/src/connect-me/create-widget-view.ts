import { account } from './account.js';
import { isDialing, isRinging, liveLegs, type SimCall } from './call.js';
import { liveCalls } from './session.js';
import type { Tab } from './tab.js';
import type { CallView, WidgetView } from './widget-view.js';

function callView(call: SimCall): CallView {
  const types = liveLegs(call).map(({ type }) => type);
  return {
    key: call.key,
    state: isRinging(call) ? 'ringing' : isDialing(call) ? 'dialing' : call.held ? 'held' : 'active',
    title: call.remote.name ?? call.remote.number,
    number: call.remote.number,
    softphone: types.includes('SipSession'),
    deskPhone: types.includes('UepChannelSession'),
    muted: call.muted,
    remoteHeld: call.remoteHeld,
    ...(call.startedAt === undefined ? {} : { startedAt: call.startedAt }),
    dtmf: call.dtmf,
  };
}

export function widgetView(tab: Tab): WidgetView {
  const { session } = tab;
  const { state } = session;
  const open = tab.conversation === undefined ? undefined : state.conversations.get(tab.conversation);
  return {
    session: session.name,
    stage: tab.stage,
    capabilities: tab.capabilities,
    user: state.user,
    signingIn: state.signingIn !== undefined,
    refused: tab.refused,
    number: account.number,
    sip: state.sip,
    sipEvent: tab.sipEvent.event,
    page: tab.page,
    calls: liveCalls(session).map(callView),
    recent: [...state.recent],
    conversations: [...state.conversations.keys()],
    ...(open ? { conversation: { uri: open.uri, messages: [...open.messages] } } : {}),
    speaker: tab.speaker,
    now: session.clock.now(),
  };
}
