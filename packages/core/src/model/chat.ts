import type { Cobrowse, ScreenShare, VideoCall } from './chatMedia.js';

/**
 * The states of a chat. `ended` is final; `failed` is an attempt that came to nothing, and another may follow it.
 * `idle`: there is none yet, and one can be started.
 */
export type ChatState =
  'idle' | 'opening' | 'starting' | 'queued' | 'connected' | 'interrupted' | 'ended' | 'failed';

/** Somebody of the company's who is in a chat. */
export interface Participant {
  readonly id: string;
  readonly name: string;
}

/** What went wrong or was told, as a code of the vendor's to decide by and a text to show. */
export interface ChatRemark {
  readonly code: string;
  readonly text: string;
}

/** A file on its way into a chat. */
export interface Upload {
  readonly id: string;
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  readonly type: string;
  /** Bytes that have arrived. */
  readonly sent: number;
  readonly state: 'uploading' | 'done' | 'failed';
  readonly error?: ChatRemark;
}

/** A wish to be called back: who had it, and what became of it. */
export interface ChatCallback {
  readonly by: 'customer' | 'agent' | 'server';
  readonly state: 'requested' | 'registered' | 'failed';
}

/** A text in an image that must be typed before a chat starts. */
export interface Captcha {
  /** The image's address; another one whenever there is another text. */
  readonly url: string;
  /** Why it is asked: nothing was typed, something else was, the server has none yet, or it is asked of everybody. */
  readonly reason: 'empty' | 'wrong' | 'missing' | 'asked';
}

/** One conversation with a company by live chat, as the customer sees it. Its messages are in `messagesOf`. */
export interface Chat {
  /** `connector:vendorId`; never changes. Ids learnt later find the same chat. */
  readonly id: string;
  readonly connector: string;
  readonly vendorIds: readonly string[];
  /** The app's own id of it, where it has several at once. */
  readonly clientId?: string;
  readonly state: ChatState;
  /** Whether this page takes part; else the chat goes on without it. */
  readonly attached: boolean;
  /** From 1, while it is queued and the vendor tells. */
  readonly queuePosition?: number;
  /** Those in it now, in the order of their coming; of an ended one, those who were in it last. */
  readonly agents: readonly Participant[];
  /** Whether an agent writes. */
  readonly typing: boolean;
  /** Whether the chat's server can be reached. */
  readonly server: 'online' | 'offline' | 'unknown';
  /** Wall-clock milliseconds, as are all times that end in `At`: when it was started. */
  readonly startedAt?: number;
  /** When an agent first came. */
  readonly connectedAt?: number;
  readonly endedAt?: number;
  /** `library`: the vendor's script gave it up. */
  readonly endedBy?: 'agent' | 'customer' | 'server' | 'library';
  /** The vendor's word for why. */
  readonly endReason?: string;
  /** Why it failed; gone with the next attempt. */
  readonly failure?: ChatRemark;
  /** What the server let the customer know, such as that nobody is there. */
  readonly notice?: ChatRemark;
  readonly callback?: ChatCallback;
  /** What must be typed before it starts, if anything. */
  readonly captcha?: Captcha;
  readonly uploads: readonly Upload[];
  /** How many messages the customer has not read, where the connector can tell. */
  readonly unread?: number;
  /** The video call that goes on, or the last one. Its pictures and sounds are in `streamsOf`. */
  readonly video?: VideoCall;
  /** The screen share that goes on, or the last one. */
  readonly screen?: ScreenShare;
  /** The co-browsing session that goes on, or the last one. */
  readonly cobrowse?: Cobrowse;
}

/** Whether a chat goes on, or may still begin. */
export const isLiveChat = ({ state }: Chat): boolean => state !== 'ended' && state !== 'failed';

/** Whether there is a chat on the vendor's side that goes on, waiting for an agent or with one. */
export const isRunningChat = ({ state }: Chat): boolean =>
  state === 'queued' || state === 'connected' || state === 'interrupted';
