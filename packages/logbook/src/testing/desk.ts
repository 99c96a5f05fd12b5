import { createOffhook, type Offhook, type OffhookEvent, type Provide } from '@offhook/core';
import { fakeConnector, type FakeConnector, type VirtualClock } from '@offhook/testing';
import { openLink } from '../link.js';
import type { LogbookOptions } from '../options.js';
import type { Browser } from './fakeBrowser.js';

/** One tab of the app, whose vendor is the test. */
export interface Desk {
  readonly phone: Offhook;
  readonly line: FakeConnector;
  readonly events: readonly OffhookEvent[];
}

export interface DeskOptions extends Omit<LogbookOptions, 'tabs'> {
  readonly browser: Browser;
  readonly clock: VirtualClock;
  readonly provide: Provide;
  /** Which ids last: those that begin with `s`, unless given. */
  readonly isLasting?: (id: string) => boolean;
  readonly recyclesIds?: boolean;
  readonly others?: readonly FakeConnector[];
}

const open = new Set<Offhook>();

/** Opens a tab; what the test leaves open is closed when it is over. */
export function openDesk({
  browser,
  clock,
  provide,
  isLasting,
  recyclesIds,
  others = [],
  ...options
}: DeskOptions): Desk {
  const line = Object.assign(fakeConnector({ ...(recyclesIds && { recyclesIds }) }), {
    isLasting: isLasting ?? ((id: string) => id.startsWith('s')),
  });
  const tabs = browser.openTabs();
  const phone = createOffhook({
    connectors: [line, ...others],
    clock,
    provide,
    log: {
      connect(context) {
        const link = openLink({ context, options, tabs, openOutbox: browser.openOutbox });
        const close = (): void => {
          link.close();
          tabs.close();
        };
        return { ...link, close };
      },
    },
  });
  const events: OffhookEvent[] = [];
  phone.events$.subscribe((event) => events.push(event));
  open.add(phone);
  return { phone, line, events };
}

afterEach(() => {
  for (const phone of open) phone.close();
  open.clear();
});
