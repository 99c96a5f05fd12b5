import type { Clock, Report } from '@offhook/core';
import type { ChatRegistry } from './chatRegistry.js';
import type { TrackedChat } from './trackedChat.js';

/** What reading the vendor's events needs, and whom it tells beside the client. */
export interface TranslateContext {
  readonly chats: ChatRegistry;
  readonly multi: boolean;
  readonly clock: Clock;
  readonly newId: () => string;
  /** Our id of a chat from before a reload, where the vendor has none. */
  readonly remembered: () => string | undefined;
  /** Where a file of a chat can be had, if the vendor tells. */
  readonly fileUrl: (name: string, chat: TrackedChat) => string | undefined;
  /** Reports what comes later than its event. */
  readonly emit: (reports: readonly Report[]) => void;
  /** Once the vendor has said all that it says at once: what follows on the heels of an event may undo it. */
  readonly later: (act: () => void) => void;
  /** The id is known by which its calls are started. */
  readonly onSession: (chat: TrackedChat) => void;
  /** This page takes part in it now. */
  readonly onAttached: (chat: TrackedChat) => void;
  readonly onEnded: (chat: TrackedChat) => void;
}

/** What an event of one kind means for a chat. */
export type Reports = readonly Report[];
