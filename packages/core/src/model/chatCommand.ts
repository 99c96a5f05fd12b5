import type { CustomerDetails } from './customerDetails.js';

/** What a chat is started with. */
export interface ChatStart {
  readonly customer?: CustomerDetails;
  /** The customer's details, encrypted by the company's own server, in place of `customer`. */
  readonly encrypted?: string;
  /** What was typed, where a captcha was asked. */
  readonly captcha?: string;
  /** What the customer told the bot before. */
  readonly botHistory?: string;
  /** Whether the server registers a callback by itself when nobody is there. */
  readonly autoCallback?: boolean;
  /** The app's own id of the chat, where it has several at once. */
  readonly clientId?: string;
}

/** What can be asked for in chats. `connector` may be left out where only one chats. */
export type ChatCommand =
  /** Looks whether a chat goes on already, as on each page that the customer comes to. */
  | { readonly type: 'chat.open'; readonly connector?: string }
  /** `chatId`: the idle or failed one that this begins; a new one without it. */
  | ({ readonly type: 'chat.start'; readonly connector?: string; readonly chatId?: string } & ChatStart)
  | { readonly type: 'chat.send'; readonly chatId: string; readonly text: string }
  /** For the other side's app. `data` is plain data. */
  | { readonly type: 'chat.sendApp'; readonly chatId: string; readonly name: string; readonly data: unknown }
  /** Sends a message again that failed. */
  | { readonly type: 'chat.resend'; readonly chatId: string; readonly messageId: string }
  | { readonly type: 'chat.setTyping'; readonly chatId: string; readonly typing: boolean }
  | { readonly type: 'chat.end'; readonly chatId: string; readonly reason?: string }
  /** This page takes no part any more; the chat goes on. */
  | { readonly type: 'chat.leave'; readonly chatId: string }
  | { readonly type: 'chat.requestCallback'; readonly chatId: string; readonly phone: string }
  /** Resolves when the files are on their way: how far they are is in the chat's `uploads`. */
  | { readonly type: 'chat.upload'; readonly chatId: string; readonly files: readonly File[] }
  /** Another text in another image. */
  | { readonly type: 'chat.resetCaptcha'; readonly connector?: string }
  /** Leaves the customer's details for a campaign, without a chat. */
  | {
      readonly type: 'chat.createCampaignContact';
      readonly connector?: string;
      readonly data: Readonly<Record<string, unknown>>;
    };

/** What can be done in chats: `send` is the command `chat.send`. */
export type ChatAction = ChatCommand['type'] extends `chat.${infer A}` ? A : never;
