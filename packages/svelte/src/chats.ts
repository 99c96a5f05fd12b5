import type { Readable } from 'svelte/store';
import { chatList, type Chat } from '@offhook/core';
import { storeOf } from './storeOf.js';

/**
 * All chats: the live ones first, and of those and the others the newest first. One is enough for most pages:
 * {@link chat} without an id is that one.
 *
 * @example
 * const all = chats();
 * // {#each $all as { id, state } (id)}<li>{state}</li>{/each}
 */
export const chats = (): Readable<readonly Chat[]> => storeOf(chatList);
