import type { Segment } from '../engine/segment.js';

/** What happened since the segments were stored. */
export type Change =
  | { readonly records: readonly Uint8Array<ArrayBuffer>[] }
  | { readonly ids: readonly string[]; readonly source: string | undefined };

export interface Stored {
  readonly segments: readonly Segment[];
  readonly changes: readonly Change[];
  /** As of when the contacts are complete. */
  readonly at: number | undefined;
}

/** Where contacts outlive the page. */
export interface ContactStore {
  read(): Promise<Stored | undefined>;
  /** Whether something is stored that changes can be added to. */
  holdsSnapshot(): boolean;
  /** Whether there are so many changes that all should be stored anew. */
  isLong(): boolean;
  append(change: Change): Promise<void>;
  /** With the next `save`, the contacts are complete as of then. */
  complete(at: number | undefined): void;
  /** Stores these segments in place of all that is stored. */
  save(segments: readonly Segment[]): Promise<void>;
  clear(): Promise<void>;
  close(): void;
}
