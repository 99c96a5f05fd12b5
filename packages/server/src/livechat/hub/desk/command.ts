import type { AgentRef, NoticeCode, OpenCode, RefusalCode, StartCode } from '@offhook/livechat';
import { type PageChats } from './deskEvent.js';
import { type Starter } from './matrix.js';

/** A start that was admitted. */
export interface StartCommand extends Starter {
  readonly t: 'start';
  readonly sid: string;
  readonly node: string;
  readonly details: Readonly<Record<string, string>>;
  readonly bot?: string | undefined;
  readonly autoCallback: boolean;
  /** The desk itself failed before: the chat becomes a callback. */
  readonly forced?: NoticeCode;
}

/** Connections that went, and pages that came back: many in one. */
export interface PresenceCommand {
  readonly t: 'presence';
  readonly node: string;
  /** Keys of pages. */
  readonly lost: readonly string[];
  readonly back: readonly PageChats[];
}

/** What can be asked of a desk. */
export type DeskCommand =
  | StartCommand
  | PresenceCommand
  | { readonly t: 'open'; readonly web: string; readonly page: string; readonly node: string }
  /** A start named an ended chat, and is told so. */
  | { readonly t: 'tell'; readonly web: string; readonly clientId: string }
  | { readonly t: 'close'; readonly web: string; readonly page: string; readonly sid?: string | undefined }
  | {
      readonly t: 'end';
      readonly web: string;
      readonly sids: readonly string[];
      readonly reason?: string | undefined;
    }
  | {
      readonly t: 'agentIn';
      readonly agent: AgentRef;
      readonly node: string;
      readonly skills?: readonly string[] | undefined;
    }
  | { readonly t: 'agentLost'; readonly agent: string; readonly node: string }
  | { readonly t: 'logout'; readonly agent: string }
  /** `fault`: the agent's details can't be had, or are wrong. */
  | {
      readonly t: 'accept';
      readonly agent: AgentRef;
      readonly sid?: string | undefined;
      readonly fault?: NoticeCode | undefined;
    }
  | {
      readonly t: 'pass';
      readonly how: 'invite' | 'transfer';
      readonly agent: string;
      readonly sid: string;
      readonly to: string;
    }
  | { readonly t: 'leave'; readonly agent: string; readonly sid: string; readonly text?: string | undefined }
  | { readonly t: 'agentEnd'; readonly agent: string; readonly sid: string }
  /** What is due is done. */
  | { readonly t: 'tick' }
  /** These nodes are no more. */
  | { readonly t: 'nodesDead'; readonly nodes: readonly string[] };

/** How a desk answers. */
export type DeskAnswer =
  | { readonly ok: true; readonly sids: readonly string[] }
  | { readonly ok: false; readonly code: StartCode | OpenCode | RefusalCode };

/** It is so, of these chats. */
export const done = (...sids: string[]): DeskAnswer => ({ ok: true, sids });

/** It is not, and why. */
export const refused = (code: StartCode | OpenCode | RefusalCode): DeskAnswer => ({ ok: false, code });
