import type { Readable } from 'svelte/store';
import { uploads as uploadsOf, type StreamValues } from '@offhook/core';
import { storeOf, type MaybeStoreOrGetter } from './storeOf.js';
import { withControls } from './withControls.js';

/**
 * The files that go into one chat, or without an id into the one in focus. `upload` never rejects; how far each file
 * is, and why one failed, is in `uploads`.
 *
 * @example
 * const files = uploads();
 * // {#each $files.uploads as { id, name, sent, size } (id)}<li>{name}: {sent} of {size}</li>{/each}
 */
export const uploads = (id?: MaybeStoreOrGetter<string | undefined>): Readable<StreamValues['uploads']> =>
  storeOf((client, id) => withControls(uploadsOf(client, id)), id);
