import type { Mode } from '../api/events.js';
import type { IceServer, MediaStep } from '../wire/media.js';
import type { Signal } from '../wire/signal.js';
import type { MediaSessions } from './foldMedia.js';

/** A chat that the page shows, with what is seen and heard in it. */
export interface MediaChat {
  readonly sid: string;
  readonly clientId: string | undefined;
  /** Whether an agent is in it. */
  readonly connected: boolean;
  readonly media: MediaSessions;
}

/** What came from the other side's page, unchecked: `readSignal` looks at it. */
export interface IncomingSignal {
  readonly sid: string;
  readonly media: string;
  /** The seat that it comes from. */
  readonly from: string;
  readonly data: unknown;
}

/** Where an API object keeps its media port: a symbol that scripts which know nothing of each other agree on. */
export const mediaPortKey = Symbol.for('offhook.media');

/** How the scripts for video and co-browsing work on an API object of livechat.js. */
export interface MediaPort {
  readonly version: 1;
  readonly mode: Mode;
  /** This page's seat. */
  readonly page: string;
  /** The site's name where one back end has several. */
  readonly site: string | undefined;
  /** Chats that this page shows, in the order of their coming. */
  chats(): readonly MediaChat[];
  /**
   * Told after each change of one chat's sessions or agents, and when a chat is shown or left: then `chats()` has it no more.
   * Returns what stops it, as all listeners' functions here.
   */
  watch(listener: (sid: string) => void): () => void;
  /** Resolves when it is in the log; asked again over breaks. Rejects with a `Failure`. */
  step(sid: string, media: string, step: MediaStep): Promise<void>;
  /** False when there is no connection: it is lost. */
  signal(sid: string, media: string, to: string, data: Signal): boolean;
  onSignal(listener: (signal: IncomingSignal) => void): () => void;
  /** Told when a connection is made, and when it is lost. */
  onLink(listener: (up: boolean) => void): () => void;
  readonly up: boolean;
  /** Bytes that wait in the socket. */
  buffered(): number;
  /** The server's ICE servers. Rejects with a `Failure`. */
  ice(): Promise<readonly IceServer[]>;
  /** Adds functions, or slots that are `null` until the page sets them, to the API object; what is there stays. Throws nothing. */
  define(members: Readonly<Record<string, unknown>>): void;
  /** Calls a slot of the API object, read when it happens; one that throws is reported and stops nothing. */
  emit(slot: string, args: readonly unknown[]): void;
  slog(type: 'info' | 'warn' | 'error', unit: string, msg: string): void;
  /** Tells an error the way a browser does of an event handler's: later, to `window.onerror`. */
  report(error: unknown): void;
}
