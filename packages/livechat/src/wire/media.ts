import type { AgentRef } from './entry.js';

/**
 * `av`: an audio or video call. `cobr`: what the customer lets an agent see, a page, a screen, or both. A chat has one of each
 * at a time.
 */
export type MediaKind = 'av' | 'cobr';

/** What is to go over it; what is left out is not. */
export interface MediaWants {
  readonly audio?: boolean;
  readonly video?: boolean;
  /** The page's own document (row T-115). */
  readonly dom?: boolean;
  /** A screen, or the page's own canvas, as a video. */
  readonly screen?: boolean;
  /** The customer's mouse pointer (row T-111). */
  readonly pointer?: boolean;
  /** Whether the customer draws, too (row T-112). */
  readonly annotate?: boolean;
}

/** Why one ended. `lost`: the other side went away and did not come back. `left`: the agent left the chat, or it ended. */
export type MediaEndWhy =
  'hung-up' | 'declined' | 'unanswered' | 'no-permission' | 'no-device' | 'lost' | 'failed' | 'left';

/**
 * A step of one. What counts is the order of the log (`foldMedia`): the first `ask` of a kind holds until its `end`, the
 * first `take` by the other side is the one.
 */
export type MediaStep =
  | { readonly step: 'ask'; readonly kind: MediaKind; readonly wants: MediaWants }
  | { readonly step: 'take' }
  /** The same side goes on at another seat: its page was loaded anew. */
  | { readonly step: 'join' }
  | { readonly step: 'end'; readonly why: MediaEndWhy };

/** The entry of a step. `seat` is the page that it was done on: what goes between the two is addressed to it. */
export type MediaEntryBody = {
  readonly type: 'media';
  /** Names the session: 8 random letters and digits, so that what is sent often is short. */
  readonly media: string;
  readonly by: 'c' | 'a';
  readonly seat: string;
  readonly agent?: AgentRef;
} & MediaStep;

/** What a page asks for; without `sid` in its only chat. `id` as that of a message: asked again, it is the same step. */
export type MediaRequest = {
  readonly t: 'media';
  readonly n: number;
  readonly sid?: string;
  readonly id: string;
  readonly media: string;
} & MediaStep;

/**
 * Passed on to the other side's page and kept nowhere; may be lost. `sid` and `to` are said with the first of a session on
 * each connection, and hold for the ones after it.
 */
export interface SignalRequest {
  readonly t: 'signal';
  readonly n?: number;
  readonly media: string;
  readonly sid?: string;
  readonly to?: string;
  readonly data: unknown;
}

/** Which ICE servers there are, for pages that name none. */
export interface IceRequest {
  readonly t: 'ice';
  readonly n: number;
}

/** As `RTCIceServer` has it. */
export interface IceServer {
  readonly urls: string | readonly string[];
  readonly username?: string;
  readonly credential?: string;
}

/** What was passed on. `from` is the seat that it comes from. */
export interface SignalFrame {
  readonly t: 'signal';
  readonly sid: string;
  readonly clientId?: string;
  readonly media: string;
  readonly from: string;
  readonly data: unknown;
}
