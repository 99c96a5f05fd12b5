import { type StreamEnd } from './planAppend.js';
import { type Broadcast } from './broadcast.js';
import { type Stored } from './sessionLog.js';

/** A stream in memory. */
export interface MemoryStream {
  end: StreamEnd;
  /** Without a hole; the first ones may be forgotten. */
  records: Stored[];
  readonly byId: Map<string, Stored>;
  snapshot: { readonly seq: number; readonly snapshot: string } | undefined;
}

/** What logs in memory have in common: give it to two of them, and they are two nodes. */
export interface MemoryStore {
  readonly streams: Map<string, MemoryStream>;
  readonly values: Map<string, { readonly value: string; readonly until: number }>;
  /** Until when each node lives, on a clock that never goes back. */
  readonly beats: Map<string, number>;
  readonly records: Set<Broadcast<[stream: string, records: readonly Stored[]]>>;
  readonly told: Set<Broadcast<[topic: string, text: string]>>;
}

/** An empty store. */
export const memoryStore = (): MemoryStore => ({
  streams: new Map(),
  values: new Map(),
  beats: new Map(),
  records: new Set(),
  told: new Set(),
});
