import type { Ref } from 'vue';
import { chatList, type Chat } from '@offhook/core';
import { useCurrent } from './useCurrent.js';
import { useOffhook } from './useOffhook.js';

/**
 * All chats: the live ones first, and of those and the others the newest first. One is enough for most pages:
 * {@link useChat} without an id is that one.
 *
 * @example const chats = useChats(); // <li v-for="chat in chats" :key="chat.id">{{ chat.state }}</li>
 */
export const useChats = (): Readonly<Ref<readonly Chat[]>> => useCurrent(chatList(useOffhook()));
