import type { StreamName, StreamValues } from '@offhook/core';
import {
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
} from '../index.js';

/** The hook for each stream. */
export const streamHooks: { readonly [N in StreamName]: (id?: string) => StreamValues[N] } = {
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
  thread: function useThreadOrNone(id = '') {
    return useThread(id);
  },
};
