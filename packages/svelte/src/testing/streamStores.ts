import type { Readable } from 'svelte/store';
import type { StreamName, StreamValues } from '@offhook/core';
import {
  agent,
  call,
  callDuration,
  callIds,
  calls,
  capabilities,
  connection,
  dialer,
  inbox,
  incomingCalls,
  recentCalls,
  thread,
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
  thread: (id) => thread(() => id() ?? ''),
};
