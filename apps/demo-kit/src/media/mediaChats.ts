import { isLiveMedia, type Chat } from '@offhook/core';
import type { ChatTab } from '../chat/createChatTabs.js';

/** Of several chats those whose calls and shared things show: the selected one, and any where something goes on. */
export const mediaChats = (tabs: readonly ChatTab[], selected: string): readonly string[] =>
  tabs.flatMap(({ key, chat }) =>
    chat !== undefined && (key === selected || hasLiveMedia(chat)) ? [chat.id] : [],
  );

const hasLiveMedia = ({ video, screen, cobrowse }: Chat): boolean =>
  isLiveMedia(video) || isLiveMedia(screen) || isLiveMedia(cobrowse);
