import type { StreamName, StreamValues } from '@offhook/core';
import {
  useActivities,
  useAgent,
  useAuthorization,
  useCall,
  useCallDuration,
  useCallIds,
  useCallLog,
  useCalls,
  useCapabilities,
  useConnection,
  useContactImport,
  useContactMatch,
  useContactSearch,
  useDevices,
  useDialer,
  useInbox,
  useIncomingCalls,
  usePaneContext,
  usePanes,
  useRecentCalls,
  useSettings,
  useThread,
  useWidget,
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
  activities: function useActivitiesOrNone(id = '') {
    return useActivities(id);
  },
  contactSearch: useContactSearch,
  contactMatch: function useContactMatchOrNone(id = '') {
    return useContactMatch(id);
  },
  contactImport: useContactImport,
  widget: useWidget,
  devices: useDevices,
  callLog: useCallLog,
  authorization: useAuthorization,
  settings: useSettings,
  panes: usePanes,
  paneContext: usePaneContext,
  thread: function useThreadOrNone(id = '') {
    return useThread(id);
  },
};
