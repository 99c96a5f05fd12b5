import type { Readable } from 'svelte/store';
import { threadControls, type StreamValues } from '@offhook/core';
import { storeOf, type MaybeStoreOrGetter } from './storeOf.js';
import { withControls } from './withControls.js';

/**
 * One thread, and the way to answer it. `send` never rejects; what went wrong is in `lastError`.
 *
 * @example
 * const chat = thread(() => id);
 * // <button onclick={() => $chat.send(text)}>Send</button>
 */
export const thread = (id: MaybeStoreOrGetter<string>): Readable<StreamValues['thread']> =>
  storeOf((client, id) => withControls(threadControls(client, id)), id);
