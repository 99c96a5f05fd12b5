import type { Readable } from 'svelte/store';
import { chatControls, type StreamValues } from '@offhook/core';
import { storeOf, type MaybeStoreOrGetter } from './storeOf.js';
import { withControls } from './withControls.js';

/**
 * One live chat with its messages and controls; without an id the one in focus. The controls never reject: what went
 * wrong is in `lastError`, and in the outcome that they resolve to. A message's text is plain text.
 *
 * @example
 * const talk = chat();
 * // <button disabled={!$talk.can.start.allowed} onclick={() => $talk.start({ customer: { topic: 'Loans' } })}>Chat with us</button>
 */
export const chat = (id?: MaybeStoreOrGetter<string | undefined>): Readable<StreamValues['chat']> =>
  storeOf((client, id) => withControls(chatControls(client, id)), id);
