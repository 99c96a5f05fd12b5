import type { Readable } from 'svelte/store';
import type { StreamName, StreamValues } from '@offhook/core';
import { agent } from './agent.js';
import { call } from './call.js';
import { callDuration } from './callDuration.js';
import { callIds } from './callIds.js';
import { calls } from './calls.js';
import { capabilities } from './capabilities.js';
import { connection } from './connection.js';
import { dialer } from './dialer.js';
import { inbox } from './inbox.js';
import { incomingCalls } from './incomingCalls.js';
import { recentCalls } from './recentCalls.js';
import { thread } from './thread.js';

export { current } from './current.js';
export { getOffhook } from './getOffhook.js';
export { onOffhookEvent } from './onOffhookEvent.js';
export { setOffhook } from './setOffhook.js';
export type { SoftphoneOptions } from './softphone.js';
export { softphone } from './softphone.js';
export type { MaybeStoreOrGetter } from './storeOf.js';
export {
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
};

// Every stream that a binding must offer, under its name and with its value: one that is missing does not compile.
void ({
  calls,
  callIds,
  call,
  incomingCalls,
  recentCalls,
  callDuration,
  dialer,
  agent,
  connection,
  capabilities,
  inbox,
  thread,
} satisfies { [N in StreamName]: (id: string) => Readable<StreamValues[N]> });
