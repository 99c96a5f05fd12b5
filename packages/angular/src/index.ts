import type { StreamName } from '@offhook/core';
import { AgentService } from './AgentService.js';
import { CallService } from './CallService.js';
import { ConnectionService } from './ConnectionService.js';
import { InboxService } from './InboxService.js';
import type { OfferedStream } from './OfferedStream.js';

export type { BridgeOptions } from './bridge.js';
export { currentSignal } from './bridge.js';
export type { ControlSignals } from './controlSignals.js';
export type { MaybeSignal } from './MaybeSignal.js';
export { OffhookService } from './OffhookService.js';
export { OffhookSoftphone } from './OffhookSoftphone.js';
export { provideOffhook } from './provideOffhook.js';
export { AgentService, CallService, ConnectionService, InboxService };

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
} satisfies { [N in StreamName]: OfferedStream<N> });
