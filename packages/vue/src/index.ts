import type { Composables } from './composables.js';
import { useAgent } from './useAgent.js';
import { useCall } from './useCall.js';
import { useCallDuration } from './useCallDuration.js';
import { useCallIds } from './useCallIds.js';
import { useCalls } from './useCalls.js';
import { useCapabilities } from './useCapabilities.js';
import { useConnection } from './useConnection.js';
import { useDialer } from './useDialer.js';
import { useInbox } from './useInbox.js';
import { useIncomingCalls } from './useIncomingCalls.js';
import { useRecentCalls } from './useRecentCalls.js';
import { useThread } from './useThread.js';

export type { OffhookPluginOptions } from './offhookPlugin.js';
export { offhookPlugin } from './offhookPlugin.js';
export { provideOffhook } from './provideOffhook.js';
export type { SoftphoneFrameProps } from './SoftphoneFrame.js';
export { SoftphoneFrame } from './SoftphoneFrame.js';
export type { ControlRefs } from './useControls.js';
export { useCurrent } from './useCurrent.js';
export { useOffhook } from './useOffhook.js';
export { useOffhookEvent } from './useOffhookEvent.js';
export {
  useAgent,
  useCall,
  useCallDuration,
  useCallIds,
  useCalls,
  useCapabilities,
  useConnection,
  useDialer,
  useInbox,
  useIncomingCalls,
  useRecentCalls,
  useThread,
};

// Every stream that a binding must offer, under its name and with its value: one that is missing does not compile.
void ({
  calls: useCalls,
  callIds: useCallIds,
  call: useCall,
  incomingCalls: useIncomingCalls,
  recentCalls: useRecentCalls,
  callDuration: useCallDuration,
  dialer: useDialer,
  agent: useAgent,
  connection: useConnection,
  capabilities: useCapabilities,
  inbox: useInbox,
  thread: useThread,
} satisfies Composables);
