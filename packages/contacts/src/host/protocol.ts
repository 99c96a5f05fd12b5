import type { Contact } from '@offhook/core';

/** What the index asks of whoever holds the contacts: a worker, or this same thread. */
export interface EngineRequests {
  /** Takes what an earlier page has stored under this name. */
  readonly open: { readonly ask: { readonly store: string | undefined }; readonly answer: Opened };
  /** More contacts, as records. They are found after the next `seal`, or sooner. */
  readonly add: { readonly ask: { readonly records: Uint8Array<ArrayBuffer> }; readonly answer: undefined };
  /** What was added is to be found, and kept: once it is answered, or, if it is the first, with the next `kept`. */
  readonly seal: { readonly ask: object; readonly answer: EngineState & { readonly isFirst: boolean } };
  readonly remove: {
    readonly ask: { readonly ids: readonly string[]; readonly source: string | undefined };
    readonly answer: EngineState & { readonly removed: number };
  };
  /** All are loaded, as of `at`. */
  readonly settle: { readonly ask: { readonly at: number | undefined }; readonly answer: EngineState };
  /** Resolves when all that was loaded and added is stored, and merged. */
  readonly kept: { readonly ask: object; readonly answer: EngineState };
  readonly search: {
    readonly ask: { readonly query: string; readonly limit: number };
    readonly answer: readonly Contact[];
  };
  readonly match: {
    readonly ask: { readonly numbers: readonly string[] };
    readonly answer: readonly (readonly Contact[])[];
  };
  /** The next page of a walk over all contacts; without one, the first page of a new walk. */
  readonly page: { readonly ask: { readonly walk: number | undefined }; readonly answer: ContactsPage };
  /** Nobody goes on with this walk. */
  readonly leave: { readonly ask: { readonly walk: number }; readonly answer: undefined };
  readonly clear: { readonly ask: object; readonly answer: EngineState };
}

export type RequestName = keyof EngineRequests;
export type AskOf<N extends RequestName> = EngineRequests[N]['ask'];
export type AnswerOf<N extends RequestName> = EngineRequests[N]['answer'];

export interface EngineState {
  /** How many contacts there are. */
  readonly count: number;
  readonly storage: ContactStorage;
}

export interface ContactsPage {
  readonly contacts: readonly Contact[];
  /** What the page after it is asked for with. */
  readonly walk: number | undefined;
}

/** Where contacts outlive the page: nowhere, in IndexedDB, or nowhere because IndexedDB failed. */
export type ContactStorage = 'none' | 'indexeddb' | 'unavailable';

export interface Opened extends EngineState {
  /** As of when the stored contacts are complete. */
  readonly at?: number;
}

/** The way to whoever holds the contacts. */
export interface EngineLink {
  request<N extends RequestName>(name: N, ask: AskOf<N>): Promise<AnswerOf<N>>;
  close(): void;
}

/** A request on its way to the worker, and what comes back. */
export interface RequestMessage {
  readonly id: number;
  readonly name: RequestName;
  readonly ask: AskOf<RequestName>;
}

export type ReplyMessage =
  | { readonly ready: true }
  | { readonly id: number; readonly answer: unknown }
  | { readonly id: number; readonly error: string };
