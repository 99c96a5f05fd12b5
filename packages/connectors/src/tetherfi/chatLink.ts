import type { Clock, ConnectorContext, Report } from '@offhook/core';
import type { ChatPage } from './channel/chatPage.js';
import type { ChatRegistry } from './chatRegistry.js';
import type { EncryptDetails } from './options.js';
import type { SidPosition } from './slotArguments.js';
import type { TrackedChat } from './trackedChat.js';
import type { VendorApi } from './vendorApi.js';
import type { Waiters } from './waiters.js';

/** What the parts of one link share. */
export interface ChatLink {
  readonly clock: Clock;
  readonly newId: () => string;
  readonly emit: (reports: readonly Report[]) => void;
  readonly trace: (message: string, ...rest: Parameters<ConnectorContext['trace']>[1][]) => void;
  readonly page: ChatPage;
  readonly chats: ChatRegistry;
  readonly waiters: Waiters;
  readonly multi: boolean;
  readonly sidPosition: SidPosition;
  readonly commPath: string;
  readonly encrypt: EncryptDetails | undefined;
  /** Loads the vendor's script where it isn't there yet. */
  readonly load: () => Promise<VendorApi>;
  /** Makes a chat that nobody knows yet. */
  readonly newChat: (clientId?: string) => TrackedChat;
  /** Aborted when the link closes. */
  readonly closed: AbortSignal;
}

/** The arguments of a call that speaks of one chat: with multi-chat its id is among them (row T-188). */
export function withSid(
  { multi, sidPosition }: Pick<ChatLink, 'multi' | 'sidPosition'>,
  { sid }: TrackedChat,
  ...args: readonly unknown[]
): readonly unknown[] {
  if (!multi) return args;
  return sidPosition === 'first' ? [sid, ...args] : [...args, sid];
}
