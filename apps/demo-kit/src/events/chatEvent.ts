import type { OffhookEvent } from '@offhook/core';
import { noticeText } from '../chat/noticeText.js';
import type { Texts } from '../texts/english.js';

/** An event about a chat. */
export type ChatEvent = Extract<OffhookEvent, { readonly chat: unknown }>;

/** Whom it is about: who wrote, came or left, else who is in the chat. */
export function chatEventWho(event: ChatEvent): string {
  if ('message' in event) return event.message.author ?? '';
  if ('agent' in event) return event.agent.name;
  return event.chat.agents.map(({ name }) => name).join(', ');
}

/** What there is to say of it beside that: nothing of what was written. */
export function chatEventDetail(event: ChatEvent, texts: Texts): string {
  switch (event.type) {
    case 'chat.queued':
      return event.chat.queuePosition === undefined ? '' : String(event.chat.queuePosition);
    case 'chat.ended':
      return event.chat.endedBy ?? '';
    case 'chat.failed':
      return event.chat.failure?.code ?? '';
    case 'chat.message.failed':
      return event.message.error?.code ?? '';
    case 'chat.typing':
      return event.typing ? texts.on : texts.off;
    case 'chat.notice':
      return noticeText(event, texts);
    case 'chat.callback':
      return `${event.by} ${event.ok ? texts.on : texts.off}`;
    case 'chat.file.uploaded':
      return event.file.name;
    case 'chat.history':
      return String(event.chats.length);
    case 'video.requested':
      return texts.chat.tool[event.chat.video?.video === true ? 'videoCall' : 'audioCall'];
    case 'video.disconnected':
      return event.chat.video?.endReason ?? '';
    case 'screen.stopped':
      return event.chat.screen?.endReason ?? '';
    case 'cobrowse.disconnected':
      return event.chat.cobrowse?.endReason ?? '';
    case 'chat.opened':
    case 'chat.started':
    case 'chat.connected':
    case 'chat.interrupted':
    case 'chat.resumed':
    case 'chat.detached':
    case 'chat.message.received':
    case 'chat.message.sent':
    case 'chat.agent.joined':
    case 'chat.agent.left':
    case 'chat.app-message':
    case 'video.connected':
    case 'screen.started':
    case 'cobrowse.connected':
      return '';
  }
}
