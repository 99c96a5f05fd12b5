import type { Readable } from 'svelte/store';
import { callLogControls, type StreamValues } from '@offhook/core';
import { storeOf, type MaybeStoreOrGetter } from './storeOf.js';
import { withControls } from './withControls.js';

/**
 * The log entry of one call, or without an id of the one in focus, with what saves a note for it, or says whom it is
 * for. `save` never rejects; what went wrong is in `lastError`.
 *
 * @example
 * const entry = callLog();
 * // <button onclick={() => $entry.save({ note })}>{$entry.log.status}</button>
 */
export const callLog = (callId?: MaybeStoreOrGetter<string | undefined>): Readable<StreamValues['callLog']> =>
  storeOf((client, callId) => withControls(callLogControls(client, callId)), callId);
