import type { Ask, CallLogEntry, MessageLogEntry } from '@offhook/core';

type Entry = CallLogEntry | MessageLogEntry;

/** The host's system: one row a key, and a write that it has had changes nothing. */
export interface FakeCrm {
  readonly write: (entry: Entry, ask: Ask) => unknown;
  /** The rows, by key. */
  readonly rows: ReadonlyMap<string, Entry>;
  /** Every write that changed something, in order. */
  readonly writes: readonly Entry[];
  /** How often it was asked to. */
  tries: number;
  /** What a write does instead, while set. */
  instead: ((entry: Entry, ask: Ask) => unknown) | undefined;
}

export function fakeCrm(): FakeCrm {
  const rows = new Map<string, Entry>();
  const writes: Entry[] = [];
  const had = new Set<string>();
  const crm: FakeCrm = {
    rows,
    writes,
    tries: 0,
    instead: undefined,
    write(entry, ask) {
      crm.tries += 1;
      if (crm.instead) return crm.instead(entry, ask);
      if (had.has(entry.writeId)) return undefined;
      had.add(entry.writeId);
      rows.set(entry.key, entry);
      writes.push(entry);
      return undefined;
    },
  };
  return crm;
}
