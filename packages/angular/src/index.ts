import type { StreamName } from '@offhook/core';
import { AgentService } from './AgentService.js';
import { CallService } from './CallService.js';
import { ChatService } from './ChatService.js';
import { CobrowseService } from './CobrowseService.js';
import { ConnectionService } from './ConnectionService.js';
import { ContactService } from './ContactService.js';
import { InboxService } from './InboxService.js';
import { IntegrationService } from './IntegrationService.js';
import { LogService } from './LogService.js';
import type { OfferedStream } from './OfferedStream.js';
import { PaneService } from './PaneService.js';
import { ScreenService } from './ScreenService.js';
import { VideoService } from './VideoService.js';

export type { BridgeOptions } from './bridge.js';
export { currentSignal } from './bridge.js';
export type { ControlSignals } from './controlSignals.js';
export type { MaybeSignal } from './MaybeSignal.js';
export { OffhookPaneHost } from './OffhookPaneHost.js';
export { OffhookService } from './OffhookService.js';
export { OffhookSoftphone } from './OffhookSoftphone.js';
export { provideOffhook } from './provideOffhook.js';
export {
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
};

// Every stream that a binding must offer, under its name and with its value: one that is missing does not compile.
void ({
  calls: ({ calls, calls$ }: CallService) => [calls, calls$],
  callIds: ({ callIds, callIds$ }: CallService) => [callIds, callIds$],
  call: (service: CallService) => [service.call('id'), service.call$('id')],
  incomingCalls: ({ incomingCalls, incomingCalls$ }: CallService) => [incomingCalls, incomingCalls$],
  recentCalls: ({ recentCalls, recentCalls$ }: CallService) => [recentCalls, recentCalls$],
  callDuration: (service: CallService) => [service.callDuration('id'), service.callDuration$('id')],
  dialer: (service: CallService) => [service.dialer(), service.dialer$()],
  agent: (service: AgentService) => [service.agent('id'), service.agent$('id')],
  connection: ({ connection, connection$ }: ConnectionService) => [connection, connection$],
  capabilities: ({ capabilities, capabilities$ }: ConnectionService) => [capabilities, capabilities$],
  inbox: ({ inbox, inbox$ }: InboxService) => [inbox, inbox$],
  thread: (service: InboxService) => [service.thread('id'), service.thread$('id')],
  activities: (service: ContactService) => [service.activities('id'), service.activities$('id')],
  contactSearch: (service: ContactService) => [service.search('query'), service.search$('query')],
  contactMatch: (service: ContactService) => [service.match('number'), service.match$('number')],
  contactImport: (service: ContactService) => [service.import(), service.import$()],
  widget: (service: ConnectionService) => [service.widget('id'), service.widget$('id')],
  devices: (service: ConnectionService) => [service.devices('id'), service.devices$('id')],
  callLog: (service: LogService) => [service.callLog('id'), service.callLog$('id')],
  authorization: (service: IntegrationService) => [service.authorization(), service.authorization$()],
  settings: (service: IntegrationService) => [service.settings(), service.settings$()],
  panes: (service: PaneService) => [service.panes(), service.panes$()],
  paneContext: (service: PaneService) => [service.paneContext(), service.paneContext$()],
  chats: ({ chats, chats$ }: ChatService) => [chats, chats$],
  chat: (service: ChatService) => [service.chat('id'), service.chat$('id')],
  queuePosition: (service: ChatService) => [service.queuePosition('id'), service.queuePosition$('id')],
  uploads: (service: ChatService) => [service.uploads('id'), service.uploads$('id')],
  captcha: (service: ChatService) => [service.captcha('id'), service.captcha$('id')],
  callbackRequest: (service: ChatService) => [service.callbackRequest('id'), service.callbackRequest$('id')],
  serverStatus: (service: ChatService) => [service.serverStatus('id'), service.serverStatus$('id')],
  videoCall: (service: VideoService) => [service.videoCall('id'), service.videoCall$('id')],
  mediaDevices: ({ mediaDevices, mediaDevices$ }: VideoService) => [mediaDevices, mediaDevices$],
  screenShare: (service: ScreenService) => [service.screenShare('id'), service.screenShare$('id')],
  cobrowse: (service: CobrowseService) => [service.cobrowse('id'), service.cobrowse$('id')],
} satisfies { [N in StreamName]: OfferedStream<N> });
