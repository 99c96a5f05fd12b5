import {
  createCurrent,
  OffhookError,
  systemClock,
  systemIds,
  type Clock,
  type Current,
  type Ids,
  type OncePolicy,
  type TabsPort,
} from '@offhook/core';
import { createClaims } from './claims.js';
import { elect } from './elect.js';
import { browserHost, type TabsHost } from './tabsHost.js';

/** How long a hidden tab waits for one that is seen, in milliseconds. */
const courtesyMs = 300;

/** How tabs find one another, and what they stand on. */
export interface TabsOptions {
  /** Tabs of one name belong together; `offhook` unless given. */
  readonly name?: string;
  readonly clock?: Clock;
  readonly ids?: Ids;
  readonly random?: () => number;
  /** The page's own browser unless given. */
  readonly host?: TabsHost;
}

/** The tabs of one app: this one, and what it shares with the others. */
export interface Tabs extends TabsPort {
  /** This tab's id. */
  readonly id: string;
  readonly name: string;
  /** Whether this tab leads: at most one of all tabs of this origin and name does. */
  readonly leader: Current<boolean>;
  /** What it stands on: an outbox stands on the same. */
  readonly host: TabsHost;
  close(): void;
}

/**
 * Knows the other tabs of the app: which one leads, and which effects one of them has run. Make one for a page. On a
 * server, and where the browser has no means for it, this tab is alone and leads.
 *
 * @example
 * const phone = createOffhook({ connectors, tabs: tabs() });
 * phone.on('call.ringing', ({ call }) => phone.tabs.runOnce(`pop ${call.id}`, () => openContact(call), 'visible'));
 */
export function tabs(options: TabsOptions = {}): Tabs {
  const { name = 'offhook', clock = systemClock, ids = systemIds, random = Math.random } = options;
  const { host = browserHost() } = options;
  const id = ids.next();
  const leader = createCurrent(false);
  const claims = createClaims(name, host, clock);
  const channel = host.open(`${name}:tabs`);
  const closing = new AbortController();
  const waiting = new Set<() => void>();
  const here = new Set<string>();

  /** Something changed that an effect may have waited for. */
  function wake(): void {
    for (const each of [...waiting]) each();
  }

  const change = (): Promise<void> =>
    new Promise((resolve) => {
      const done = (): void => {
        waiting.delete(done);
        resolve();
      };
      waiting.add(done);
      closing.signal.addEventListener('abort', done);
    });

  const pause = (ms: number): Promise<void> => new Promise((resolve) => void clock.setTimeout(resolve, ms));

  async function isMyTurn(policy: OncePolicy): Promise<boolean> {
    if (policy === 'leader') return leader.value;
    if (host.visible()) return true;
    await pause(courtesyMs);
    return leader.value;
  }

  async function run(key: string, effect: () => unknown): Promise<boolean> {
    if (!(await claims.take(key))) return false;
    channel?.post(key);
    await effect();
    return true;
  }

  channel?.onMessage((key) => {
    if (typeof key === 'string') claims.heard(key);
    wake();
  });
  leader.listen(wake);
  const leave = host.onVisibility(wake);
  const retire = elect({ id, name, host, clock, random, leads: (leads) => leader.set(leads) });

  return {
    id,
    name,
    host,
    leader,
    async runOnce(key, effect, policy = 'leader') {
      if (policy === 'every') {
        if (here.has(key)) return false;
        here.add(key);
        await effect();
        return true;
      }
      for (;;) {
        if (closing.signal.aborted) throw new OffhookError('aborted', 'The tabs were closed before it ran.');
        if (claims.has(key)) return false;
        // Before it is asked whose turn it is: what changes meanwhile must not pass by.
        const changed = change();
        if (await isMyTurn(policy)) return run(key, effect);
        await changed;
      }
    },
    close() {
      closing.abort();
      leave();
      retire();
      channel?.close();
    },
  };
}
