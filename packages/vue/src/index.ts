import type { Composables } from './composables.js';
import { useActivities } from './useActivities.js';
import { useAgent } from './useAgent.js';
import { useAuthorization } from './useAuthorization.js';
import { useCall } from './useCall.js';
import { useCallDuration } from './useCallDuration.js';
import { useCallIds } from './useCallIds.js';
import { useCallLog } from './useCallLog.js';
import { useCallbackRequest } from './useCallbackRequest.js';
import { useCalls } from './useCalls.js';
import { useCapabilities } from './useCapabilities.js';
import { useCaptcha } from './useCaptcha.js';
import { useChat } from './useChat.js';
import { useChats } from './useChats.js';
import { useCobrowse } from './useCobrowse.js';
import { useConnection } from './useConnection.js';
import { useContactImport } from './useContactImport.js';
import { useContactMatch } from './useContactMatch.js';
import { useContactSearch } from './useContactSearch.js';
import { useDevices } from './useDevices.js';
import { useDialer } from './useDialer.js';
import { useInbox } from './useInbox.js';
import { useIncomingCalls } from './useIncomingCalls.js';
import { useMediaDevices } from './useMediaDevices.js';
import { usePaneContext } from './usePaneContext.js';
import { usePanes } from './usePanes.js';
import { useQueuePosition } from './useQueuePosition.js';
import { useRecentCalls } from './useRecentCalls.js';
import { useScreenShare } from './useScreenShare.js';
import { useServerStatus } from './useServerStatus.js';
import { useSettings } from './useSettings.js';
import { useThread } from './useThread.js';
import { useUploads } from './useUploads.js';
import { useVideoCall } from './useVideoCall.js';
import { useWidget } from './useWidget.js';

export type { OffhookPluginOptions } from './offhookPlugin.js';
export { offhookPlugin } from './offhookPlugin.js';
export { provideOffhook } from './provideOffhook.js';
export type { PaneHostProps } from './PaneHost.js';
export { PaneHost } from './PaneHost.js';
export type { SoftphoneFrameProps } from './SoftphoneFrame.js';
export { SoftphoneFrame } from './SoftphoneFrame.js';
export type { ControlRefs } from './useControls.js';
export { useCurrent } from './useCurrent.js';
export { useOffhook } from './useOffhook.js';
export { useOffhookEvent } from './useOffhookEvent.js';
export {
  useActivities,
  useAgent,
  useAuthorization,
  useCall,
  useCallDuration,
  useCallIds,
  useCallLog,
  useCallbackRequest,
  useCalls,
  useCapabilities,
  useCaptcha,
  useChat,
  useChats,
  useCobrowse,
  useConnection,
  useContactImport,
  useContactMatch,
  useContactSearch,
  useDevices,
  useDialer,
  useInbox,
  useIncomingCalls,
  useMediaDevices,
  usePaneContext,
  usePanes,
  useQueuePosition,
  useRecentCalls,
  useScreenShare,
  useServerStatus,
  useSettings,
  useThread,
  useUploads,
  useVideoCall,
  useWidget,
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
  activities: useActivities,
  contactSearch: useContactSearch,
  contactMatch: useContactMatch,
  contactImport: useContactImport,
  widget: useWidget,
  devices: useDevices,
  callLog: useCallLog,
  authorization: useAuthorization,
  settings: useSettings,
  chats: useChats,
  chat: useChat,
  queuePosition: useQueuePosition,
  uploads: useUploads,
  captcha: useCaptcha,
  callbackRequest: useCallbackRequest,
  serverStatus: useServerStatus,
  videoCall: useVideoCall,
  screenShare: useScreenShare,
  cobrowse: useCobrowse,
  mediaDevices: useMediaDevices,
  panes: usePanes,
  paneContext: usePaneContext,
} satisfies Composables);
