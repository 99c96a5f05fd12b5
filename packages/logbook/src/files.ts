import type { Clock, LoggedRecording } from '@offhook/core';

type Fetch = NonNullable<LoggedRecording['fetch']>;
type File = Pick<LoggedRecording, 'id' | 'fetch'>;

interface Kept {
  readonly fetch: Fetch;
  readonly until: number;
  /** How often it may still be offered. */
  offers: number;
}

/** How to fetch recordings and attachments: only in the memory of the tab that was told, and not for long. */
export interface Files {
  keep(connector: string, files: readonly File[]): void;
  find(connector: string, id: string): Fetch | undefined;
  /** The host's system has had these. */
  take(connector: string, files: readonly File[]): void;
  /** Whether the host's system has yet to be offered this one: another tab may have written the entry without it. */
  offer(connector: string, id: string): boolean;
}

const mostFiles = 100;
const keptMs = 10 * 60_000;
const mostOffers = 3;

export function createFiles(clock: Clock): Files {
  const all = new Map<string, Kept>();
  const nameOf = (connector: string, id: string): string => `${connector} ${id}`;

  function find(connector: string, id: string): Kept | undefined {
    for (const [name, { until }] of all) if (until <= clock.monotonic()) all.delete(name);
    return all.get(nameOf(connector, id));
  }

  return {
    keep(connector, files) {
      for (const { id, fetch } of files) {
        if (!fetch) continue;
        const offers = find(connector, id)?.offers ?? mostOffers;
        all.set(nameOf(connector, id), { fetch, until: clock.monotonic() + keptMs, offers });
      }
      for (const [name] of all) if (all.size > mostFiles) all.delete(name);
    },
    find: (connector, id) => find(connector, id)?.fetch,
    take(connector, files) {
      for (const { id, fetch } of files) {
        const kept = fetch && find(connector, id);
        if (kept) kept.offers = 0;
      }
    },
    offer(connector, id) {
      const kept = find(connector, id);
      if (!kept || kept.offers === 0) return false;
      kept.offers -= 1;
      return true;
    },
  };
}
