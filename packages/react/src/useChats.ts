import { chatList, type Chat } from '@offhook/core';
import { useCurrent } from './useCurrent.js';
import { useOffhook } from './useOffhook.js';

/**
 * All chats: the live ones first, and of those and the others the newest first. One is enough for most pages:
 * {@link useChat} without an id is that one.
 *
 * @example const chats = useChats(); return <ul>{chats.map((chat) => <li key={chat.id}>{chat.state}</li>)}</ul>;
 */
export const useChats = (): readonly Chat[] => useCurrent(chatList(useOffhook()));
