import type { ChatLink } from '../chatLink.js';
import type { TrackedChat } from '../trackedChat.js';
import type { VendorApi } from '../vendorApi.js';
import type { ScreenOptions, VideoOptions } from './mediaOptions.js';
import type { KeptMedia } from './keptMedia.js';
import type { MediaScripts } from './mediaScripts.js';
import type { StreamBook } from './streams.js';

/** What calls and what is shown share of a link. */
export interface MediaLink extends Pick<
  ChatLink,
  'chats' | 'clock' | 'closed' | 'emit' | 'multi' | 'trace' | 'waiters'
> {
  readonly scripts: MediaScripts;
  readonly streams: StreamBook;
  readonly video: VideoOptions;
  readonly screen: ScreenOptions;
  readonly kept: KeptMedia;
  /** The vendor's functions, once they are there. */
  readonly api: () => VendorApi | undefined;
  /** Once the vendor has said all that it says at once; not at all when the link is closed. */
  readonly later: (act: () => void) => void;
  /** The vendor's id of a chat, by which its call is started (row T-83). */
  readonly sidOf: (chat: TrackedChat) => string | undefined;
}

/** How long our own script's word on an end is waited for, after its `OnDisconnected`; milliseconds. */
export const wordMs = 1_000;

/** How long the vendor may take to end what it was asked to; milliseconds. */
export const endMs = 3_000;

/** How long something may take to come about: the agent has to take it, or the customer to choose; milliseconds. */
export const aboutMs = 120_000;
