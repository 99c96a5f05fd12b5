import type { Chat, ChatState, Participant } from './chat.js';
import type { PastChat } from './chatReport.js';
import type { MediaEventBody } from './mediaEvent.js';
import type { Message, MessageFile } from './message.js';

type ChatStateEventType =
  | 'chat.opened'
  | 'chat.started'
  /** It waits for an agent, or waits elsewhere in the queue now. */
  | 'chat.queued'
  | 'chat.connected'
  | 'chat.interrupted'
  | 'chat.resumed'
  /** This page takes no part any more; the chat goes on. */
  | 'chat.detached'
  | 'chat.ended'
  | 'chat.failed';

/** Something that happened in a chat, before the client has stamped it. */
export type ChatEventBody =
  | { readonly type: ChatStateEventType; readonly chat: Chat }
  | MediaEventBody
  | {
      readonly type: 'chat.message.received' | 'chat.message.sent' | 'chat.message.failed';
      readonly chat: Chat;
      readonly message: Message;
    }
  | { readonly type: 'chat.typing'; readonly chat: Chat; readonly typing: boolean }
  | {
      readonly type: 'chat.agent.joined' | 'chat.agent.left';
      readonly chat: Chat;
      readonly agent: Participant;
    }
  /** Earlier chats of the customer. */
  | { readonly type: 'chat.history'; readonly chat: Chat; readonly chats: readonly PastChat[] }
  /** The server lets the customer know something, such as that nobody is there. */
  | { readonly type: 'chat.notice'; readonly chat: Chat; readonly code: string; readonly text: string }
  /** What became of a wish to be called back. */
  | {
      readonly type: 'chat.callback';
      readonly chat: Chat;
      readonly by: 'customer' | 'agent' | 'server';
      readonly ok: boolean;
    }
  /** `own`: from this page. */
  | {
      readonly type: 'chat.file.uploaded';
      readonly chat: Chat;
      readonly file: MessageFile;
      readonly own: boolean;
    }
  /** The other side's app says something to this one. */
  | {
      readonly type: 'chat.app-message';
      readonly chat: Chat;
      readonly author?: string;
      readonly text?: string;
      readonly data?: unknown;
    }
  /** The captcha's text is another one now: its image is to be loaded anew. */
  | { readonly type: 'chat.captcha.reset' }
  /** What became of `chat.createCampaignContact`, here or on another page of the customer's. */
  | {
      readonly type: 'campaign.contact.created';
      readonly resultCode: string;
      readonly resultMessage: string;
    };

/** The vendor reported a step of a chat that the model forbids; the state stays as it was. */
export interface ChatViolation {
  readonly type: 'protocol.violation';
  readonly chatId: string;
  readonly callId?: undefined;
  readonly media?: undefined;
  readonly from: ChatState;
  readonly to: ChatState;
}
