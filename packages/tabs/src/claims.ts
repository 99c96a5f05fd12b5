import type { Clock } from '@offhook/core';
import type { TabsHost } from './tabsHost.js';

/** How long it is remembered that an effect ran, in milliseconds. */
const rememberMs = 600_000;

/** How long a browser may take to show another tab what this one has stored, in milliseconds, and then some. */
const unseenMs = 5_000;

/** Which effects some tab has taken on. */
export interface Claims {
  has(key: string): boolean;
  /** Takes one on; false when another tab, or this one, already has. */
  take(key: string): Promise<boolean>;
  /** Another tab says that it has taken one on, which may be told sooner than storage shows it. */
  heard(key: string): void;
}

/** Claims of all tabs of a name, kept where they all can see them; of this tab alone where there is no such place. */
export function createClaims(name: string, host: TabsHost, clock: Clock): Claims {
  // An item for each: tabs that wrote into one would overwrite what they don't see of one another.
  const place = (key: string): string => `${name}:once:${key}`;
  const known = new Map<string, number>();
  let sweptAt = -Infinity;

  const isRecent = (at: number): boolean => at > clock.now() - rememberMs;

  function stored(item: string): number {
    try {
      return Number(host.storage?.getItem(item) ?? NaN);
    } catch {
      return NaN;
    }
  }

  const has = (key: string): boolean => isRecent(known.get(key) ?? NaN) || isRecent(stored(place(key)));

  /** Forgets what is too long ago, now and then. */
  function sweep(): void {
    if (sweptAt > clock.now() - rememberMs / 10) return;
    sweptAt = clock.now();
    for (const [key, at] of known) if (!isRecent(at)) known.delete(key);
    const { storage } = host;
    try {
      const items = Array.from({ length: storage?.length ?? 0 }, (_, at) => storage?.key(at) ?? '');
      for (const item of items)
        if (item.startsWith(place('')) && !isRecent(stored(item))) storage?.removeItem(item);
    } catch {
      // Blocked: there is nothing to tidy up.
    }
  }

  function remember(key: string): void {
    known.set(key, clock.now());
    sweep();
  }

  function claim(key: string): boolean {
    if (has(key)) return false;
    remember(key);
    try {
      host.storage?.setItem(place(key), String(clock.now()));
    } catch {
      // Full or blocked: this tab remembers.
    }
    return true;
  }

  /**
   * Under a lock of the claim's own, so that two tabs don't both find that nobody has it. It is held until every tab
   * can see what was stored: another process has a copy of its own, which lags behind locks and messages.
   */
  function takeUnder(locks: NonNullable<TabsHost['locks']>, key: string): Promise<boolean> {
    return new Promise((resolve, reject) => {
      locks
        .request(place(key), { ifAvailable: true }, async (lock) => {
          const mine = lock !== null && claim(key);
          resolve(mine);
          if (mine) await new Promise<void>((done) => void clock.setTimeout(done, unseenMs));
        })
        .catch(reject);
    });
  }

  return {
    has,
    take: async (key) => (host.locks ? takeUnder(host.locks, key) : claim(key)),
    heard: remember,
  };
}
