import type { Clock } from '@offhook/core';
import type { TabsHost } from './tabsHost.js';

/** How long it is remembered that an effect ran, in milliseconds. */
const rememberMs = 600_000;

/** Which effects some tab has taken on. */
export interface Claims {
  has(key: string): boolean;
  /** Takes one on; false when another tab, or this one, already has. */
  take(key: string): Promise<boolean>;
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

  return {
    has,
    // Under a lock, so that two tabs don't both find that nobody has it.
    take: async (key) =>
      host.locks ? host.locks.request(place, () => Promise.resolve(claim(key))) : claim(key),
  };
}
