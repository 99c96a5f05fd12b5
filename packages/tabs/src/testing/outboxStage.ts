import { countingIds, virtualClock } from '@offhook/testing';
import { outbox, type Outbox, type OutboxEntry, type OutboxOptions } from '../outbox.js';
import { tabs, type Tabs } from '../tabs.js';
import { fakeBrowser, type FakeTab } from './fakeBrowser.js';
import { rest } from './until.js';

type Sent = [key: string, value: string];

interface Opened {
  readonly host: FakeTab;
  readonly tab: Tabs;
  readonly box: Outbox<string>;
}

/** A browser in which every tab opens the same outbox. `reply` says how the other side takes an entry. */
export function stage(more: Partial<OutboxOptions<string>> = {}) {
  const browser = fakeBrowser();
  const clock = virtualClock();
  const ids = countingIds();
  const sent: Sent[] = [];
  const entries: OutboxEntry<string>[] = [];
  let reply = (_: OutboxEntry<string>): unknown => undefined;
  return {
    browser,
    clock,
    sent,
    entries,
    replies: (next: typeof reply) => (reply = next),
    open(without?: Parameters<typeof browser.tab>[0]): Opened {
      const host = browser.tab(without);
      const tab = tabs({ host, clock, ids, random: () => 0 });
      const box = outbox<string>({
        name: 'notes',
        tabs: tab,
        clock,
        ids,
        random: () => 1,
        send: async (entry) => {
          entries.push(entry);
          await reply(entry);
          sent.push([entry.key, entry.value]);
        },
        ...more,
      });
      return { host, tab, box };
    },
    /** Time and the database go on together, as they do. */
    async pass(ms: number) {
      for (let passed = 0; passed < ms; passed += 100) {
        clock.advance(100);
        await rest(10);
      }
    },
  };
}

/** Text that grows by what it doesn't have yet. */
export const longer = (last: string | undefined, next: string): string =>
  last?.includes(next) ? last : `${last ?? ''}${next}`;
