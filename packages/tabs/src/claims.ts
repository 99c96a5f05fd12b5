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

type Taken = Readonly<Record<string, number>>;

/** Claims of all tabs of a name, kept where they all can see them; of this tab alone where there is no such place. */
export function createClaims(name: string, host: TabsHost, clock: Clock): Claims {
  const place = `${name}:once`;
  let mine: Taken = {};

  function read(): Taken {
    let shared: Taken = {};
    try {
      shared = JSON.parse(host.storage?.getItem(place) ?? '{}') as Taken;
    } catch {
      // Somebody else wrote there: begin anew.
    }
    const recent = Object.entries({ ...shared, ...mine }).filter(([, at]) => at > clock.now() - rememberMs);
    return Object.fromEntries(recent);
  }

  const has = (key: string): boolean => key in read();

  function claim(key: string): boolean {
    if (has(key)) return false;
    mine = { ...read(), [key]: clock.now() };
    try {
      host.storage?.setItem(place, JSON.stringify(mine));
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
        .request(`${place}:${key}`, { ifAvailable: true }, async (lock) => {
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
    heard(key) {
      mine = { ...mine, [key]: clock.now() };
    },
  };
}
