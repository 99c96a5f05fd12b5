import type { Readable } from 'svelte/store';
import type { StreamName, StreamValues } from '@offhook/core';
import {
  activities,
  agent,
  authorization,
  call,
  callDuration,
  callIds,
  callLog,
  calls,
  capabilities,
  connection,
  contactImport,
  contactMatch,
  contactSearch,
  devices,
  dialer,
  inbox,
  incomingCalls,
  recentCalls,
  settings,
  thread,
  widget,
} from '../index.js';

/** The store for each stream, with an id that may change. */
export const streamStores: {
  readonly [N in StreamName]: (id: () => string | undefined) => Readable<StreamValues[N]>;
} = {
  calls,
  callIds,
  call,
  incomingCalls,
  recentCalls,
  callDuration,
  dialer,
  agent,
  connection: () => connection(),
  capabilities,
  inbox,
  activities: (id) => activities(() => id() ?? ''),
  contactSearch,
  contactMatch: (id) => contactMatch(() => id() ?? ''),
  contactImport: () => contactImport(),
  widget,
  devices,
  callLog,
  authorization: () => authorization(),
  settings: () => settings(),
  thread: (id) => thread(() => id() ?? ''),
};
