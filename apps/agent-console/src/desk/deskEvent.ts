import type { RefusalCode } from '@offhook/livechat';
import type { Connection } from './deskState.js';
import type { Earlier, Outfile, Outgoing } from './openChat.js';
import type { DeskFrame } from './wire/readFrame.js';

/** All that changes what the page shows: what the server tells, and what the agent does. */
export type DeskEvent =
  /** `now`: the page's clock, epoch milliseconds. */
  | { readonly t: 'frame'; readonly frame: DeskFrame; readonly now: number }
  | { readonly t: 'connection'; readonly connection: Connection }
  | { readonly t: 'visible'; readonly visible: boolean }
  | { readonly t: 'select'; readonly sid: string }
  /** Takes a tab away whose chat is over for the agent. */
  | { readonly t: 'closeTab'; readonly sid: string }
  | { readonly t: 'outgoing'; readonly sid: string; readonly outgoing: Outgoing }
  | {
      readonly t: 'refused';
      readonly sid: string;
      readonly id: string;
      readonly code: RefusalCode;
      readonly text?: string | undefined;
    }
  /** What was refused goes out again. */
  | { readonly t: 'again'; readonly sid: string; readonly id: string }
  | { readonly t: 'discard'; readonly sid: string; readonly id: string }
  | { readonly t: 'earlier'; readonly sid: string; readonly earlier: Earlier }
  | { readonly t: 'outfile'; readonly sid: string; readonly outfile: Outfile }
  | { readonly t: 'outfileGone'; readonly sid: string; readonly id: string }
  | { readonly t: 'notice'; readonly id: number; readonly text: string }
  | { readonly t: 'noticeRead'; readonly id: number };
