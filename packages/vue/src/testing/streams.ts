import { isRef, toValue, unref, type MaybeRefOrGetter } from 'vue';
import type { StreamName, StreamValues } from '@offhook/core';
import {
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
} from '../index.js';

type Id = MaybeRefOrGetter<string | undefined>;

const composables: Readonly<Record<StreamName, (id: Id) => unknown>> = {
  calls: useCalls,
  callIds: useCallIds,
  call: useCall,
  incomingCalls: useIncomingCalls,
  recentCalls: useRecentCalls,
  callDuration: useCallDuration,
  dialer: useDialer,
  agent: () => useAgent(),
  connection: () => useConnection(),
  capabilities: useCapabilities,
  inbox: useInbox,
  activities: (id) => useActivities(id as MaybeRefOrGetter<string>),
  contactSearch: useContactSearch,
  contactMatch: (id) => useContactMatch(() => toValue(id) ?? ''),
  contactImport: () => useContactImport(),
  widget: useWidget,
  devices: useDevices,
  callLog: useCallLog,
  authorization: () => useAuthorization(),
  settings: () => useSettings(),
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
  panes: () => usePanes(),
  paneContext: () => usePaneContext(),
  thread: (id) => useThread(id as MaybeRefOrGetter<string>),
};

/** The names of all streams. */
export const streamNames = Object.keys(composables) as readonly StreamName[];

/** Reads a stream in setup; gives what reads its value, unwrapped as a template does. */
export function useStream<N extends StreamName>(name: N, id: Id): () => StreamValues[N] {
  const stream = composables[name](id);
  return () => {
    if (isRef(stream)) return stream.value as StreamValues[N];
    const members = Object.entries(stream as object).map(([key, member]) => [key, unref(member)]);
    return Object.fromEntries(members) as StreamValues[N];
  };
}
