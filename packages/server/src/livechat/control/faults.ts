import { isObject } from '../http/isObject.js';
import type { SessionLog } from '../log/sessionLog.js';
import { changedFaults, type SiteFaults } from './siteFaults.js';

/** What is made to go wrong, by site. Kept with the log: a restart changes nothing, and all nodes know. */
export interface Faults {
  /** Nothing where all goes well. */
  of(site: string): SiteFaults | undefined;
  /** Changes some; gives what there is now. Throws a FrontError `bad-request`. */
  change(site: string, change: unknown): Promise<SiteFaults>;
  clear(site: string): Promise<void>;
  /** Told of each change, whichever node it was made at. Gives what ends it. */
  onChange(listener: (site: string) => void): () => void;
  /** Reads what is kept. Before the first customer comes. */
  load(): Promise<void>;
}

const key = 'faults';

/** No switch: nothing goes wrong on purpose. */
export const noFaults: Faults = {
  of: () => undefined,
  change: () => Promise.resolve({}),
  clear: () => Promise.resolve(),
  onChange: () => () => undefined,
  load: () => Promise.resolve(),
};

/** The faults of all sites. */
export function keptFaults(log: SessionLog): Faults {
  let all: Readonly<Record<string, SiteFaults>> = {};
  const listeners = new Set<(site: string) => void>();

  function parse(raw: string | undefined): Readonly<Record<string, SiteFaults>> {
    const value: unknown = raw === undefined ? {} : JSON.parse(raw);
    if (!isObject(value)) return {};
    return Object.fromEntries(
      Object.entries(value).map(([site, faults]) => [site, changedFaults({}, faults)]),
    );
  }
  const ofIn = (sites: typeof all, site: string): SiteFaults | undefined =>
    Object.hasOwn(sites, site) ? sites[site] : undefined;

  async function load(): Promise<void> {
    all = parse(await log.value(key));
  }
  function changed(site: string): void {
    for (const listener of listeners) listener(site);
  }
  async function write(site: string, next: (before: SiteFaults) => SiteFaults): Promise<SiteFaults> {
    for (;;) {
      const raw = await log.value(key);
      const sites = parse(raw);
      const faults = next(ofIn(sites, site) ?? {});
      const { [site]: _, ...others } = sites;
      const now = Object.keys(faults).length === 0 ? others : { ...others, [site]: faults };
      if (!(await log.swap(key, raw, JSON.stringify(now), Infinity))) continue;
      all = now;
      changed(site);
      log.tell(key, site);
      return faults;
    }
  }
  log.onTold((topic, site) => {
    if (topic !== key) return;
    load().then(
      () => changed(site),
      // The store is away: what was known stays.
      () => undefined,
    );
  });

  return {
    of: (site) => ofIn(all, site),
    change: (site, change) => write(site, (before) => changedFaults(before, change)),
    async clear(site) {
      await write(site, () => ({}));
    },
    onChange(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    load,
  };
}
