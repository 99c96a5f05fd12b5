import type { Chat, ChatCommand, MediaCommand, Message, Report } from '@offhook/core';
import { obeyMedia } from './obeyMedia.js';

/** What the fake vendor has at hand. */
export interface ChatVendor {
  /** A new id for a chat, a message or a file. */
  newId(kind: 'chat' | 'message' | 'file'): string;
  /** Wall-clock milliseconds. */
  now(): number;
  /** Whether it has any chat by now. */
  hasChat(): boolean;
}

/** How a vendor that does as it is told would report it. */
export function obeyChat(
  command: ChatCommand | MediaCommand,
  chat: Chat | undefined,
  vendor: ChatVendor,
): readonly Report[] {
  const [id = ''] = chat?.vendorIds ?? [];
  const said = (message: Partial<Message>): readonly Report[] => [
    {
      type: 'chat.message',
      chat: id,
      live: true,
      message: {
        id: vendor.newId('message'),
        by: 'customer',
        at: vendor.now(),
        status: 'sent',
        ...message,
      },
    },
  ];

  switch (command.type) {
    case 'chat.open':
      return vendor.hasChat() ? [] : [{ type: 'chat', ids: [vendor.newId('chat')], state: 'idle' }];
    case 'chat.start': {
      const ids = chat?.vendorIds ?? [vendor.newId('chat')];
      const { clientId } = command;
      return [
        { type: 'chat', ids, state: 'starting', ...(clientId !== undefined && { clientId }) },
        { type: 'chat', ids, state: 'queued', queuePosition: 1 },
      ];
    }
    case 'chat.send':
      return said({ kind: 'text', text: command.text });
    case 'chat.sendApp':
      return said({ kind: 'app', data: command.data });
    case 'chat.resend':
      return said({ id: command.messageId, kind: 'text' });
    case 'chat.setTyping':
      return [];
    case 'chat.end':
      return [{ type: 'chat', ids: [id], state: 'ended', endedBy: 'customer', endReason: command.reason }];
    case 'chat.leave':
      return [{ type: 'chat', ids: [id], attached: false }];
    case 'chat.requestCallback':
      return [{ type: 'chat.callback', chat: id, by: 'customer', ok: true }];
    case 'chat.upload': {
      const files = command.files.map(({ name, size, type }) => ({ name, size, type }));
      const done = files.map(
        (file) => ({ ...file, id: vendor.newId('file'), sent: file.size, state: 'done' }) as const,
      );
      return [
        { type: 'chat', ids: [id], uploads: [...(chat?.uploads ?? []), ...done] },
        ...files.map((file) => ({ type: 'chat.file.uploaded', chat: id, file, own: true }) as const),
      ];
    }
    case 'chat.resetCaptcha':
      return [{ type: 'chat.captcha.reset' }];
    case 'chat.createCampaignContact':
      return [{ type: 'campaign.contact.created', resultCode: '0', resultMessage: 'Created' }];
    default:
      return obeyMedia(command, chat);
  }
}
