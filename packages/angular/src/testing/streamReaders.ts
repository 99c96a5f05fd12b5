import { computed, inject, isSignal, type Signal } from '@angular/core';
import type { StreamName, StreamValues } from '@offhook/core';
import {
  AgentService,
  CallService,
  ChatService,
  CobrowseService,
  ConnectionService,
  ContactService,
  InboxService,
  IntegrationService,
  LogService,
  PaneService,
  ScreenService,
  VideoService,
  type ControlSignals,
} from '../index.js';

/** What controls say now, with the functions beside it. */
function whole<V>(controls: ControlSignals<V>): Signal<V> {
  const parts = Object.entries(controls as object) as [string, unknown][];
  return computed(
    () => Object.fromEntries(parts.map(([key, part]) => [key, isSignal(part) ? part() : part])) as V,
  );
}

type Reader<N extends StreamName> = (id: Signal<string | undefined>) => Signal<StreamValues[N]>;

/** How a component reads each stream. */
export const streamReaders: { readonly [N in StreamName]: Reader<N> } = {
  calls: () => inject(CallService).calls,
  callIds: () => inject(CallService).callIds,
  call: (id) => whole(inject(CallService).call(id)),
  incomingCalls: () => inject(CallService).incomingCalls,
  recentCalls: () => inject(CallService).recentCalls,
  callDuration: (id) => inject(CallService).callDuration(id),
  dialer: () => whole(inject(CallService).dialer()),
  agent: (id) => whole(inject(AgentService).agent(id)),
  connection: () => inject(ConnectionService).connection,
  capabilities: () => inject(ConnectionService).capabilities,
  inbox: () => inject(InboxService).inbox,
  activities: (id) => whole(inject(ContactService).activities(computed(() => id() ?? ''))),
  contactSearch: (id) => whole(inject(ContactService).search(id)),
  contactMatch: (id) => whole(inject(ContactService).match(computed(() => id() ?? ''))),
  contactImport: () => whole(inject(ContactService).import()),
  widget: (id) => whole(inject(ConnectionService).widget(id)),
  devices: (id) => whole(inject(ConnectionService).devices(id)),
  callLog: (id) => whole(inject(LogService).callLog(id)),
  authorization: () => whole(inject(IntegrationService).authorization()),
  settings: () => whole(inject(IntegrationService).settings()),
  panes: () => whole(inject(PaneService).panes()),
  paneContext: () => whole(inject(PaneService).paneContext()),
  chats: () => inject(ChatService).chats,
  chat: (id) => whole(inject(ChatService).chat(id)),
  queuePosition: (id) => inject(ChatService).queuePosition(id),
  uploads: (id) => whole(inject(ChatService).uploads(id)),
  captcha: (id) => whole(inject(ChatService).captcha(id)),
  callbackRequest: (id) => whole(inject(ChatService).callbackRequest(id)),
  serverStatus: (id) => inject(ChatService).serverStatus(id),
  videoCall: (id) => whole(inject(VideoService).videoCall(id)),
  screenShare: (id) => whole(inject(ScreenService).screenShare(id)),
  cobrowse: (id) => whole(inject(CobrowseService).cobrowse(id)),
  mediaDevices: () => inject(VideoService).mediaDevices,
  thread: (id) => whole(inject(InboxService).thread(computed(() => id() ?? ''))),
};
