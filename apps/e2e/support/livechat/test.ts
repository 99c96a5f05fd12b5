import type { BrowserContext } from '@playwright/test';
import { test as base } from '../test.js';
import { createCustomerPage, type CustomerPage } from './customerPage.js';
import { createDesk, type Desk } from './desk.js';
import { hostHtml, type HostPage } from './hostHtml.js';
import { openHostSite, type HostSite } from './hostSite.js';

export type PageOptions = Omit<HostPage, 'session'> & {
  /** Another browser than the test's own. */
  readonly context?: BrowserContext;
  /** On another site than the back end's. */
  readonly foreign?: boolean;
  /** The page's own path. */
  readonly at?: string;
};

export interface LiveChatOptions {
  /** Whether somebody is logged in who takes no chat by themselves: with nobody, a chat ends at once. */
  readonly staffed: boolean;
}

export interface LiveChatFixtures {
  /** Done before each test. */
  readonly staff: void;
  readonly site: HostSite;
  readonly chatDesk: Desk;
  /** Opens a page with the vendor's scripts in a tab of its own. */
  readonly openPage: (options?: PageOptions) => Promise<CustomerPage>;
  /** Such a page. */
  readonly customer: CustomerPage;
}

/** A session of the back end for each test. */
export const test = base.extend<LiveChatOptions & LiveChatFixtures>({
  staffed: [true, { option: true }],
  staff: [
    async ({ chatDesk, staffed }, use) => {
      // A simulator that goes on running has the chats of the last time.
      await chatDesk.reset();
      if (staffed) await chatDesk.agent('Somebody');
      await use();
    },
    { auto: true },
  ],
  site: async ({ session: _session }, use) => {
    const site = await openHostSite();
    await use(site);
    await site.close();
  },
  chatDesk: async ({ request, session }, use) => use(createDesk(request, session)),
  openPage: async ({ context: own, session, site }, use) =>
    use(async ({ context = own, foreign = false, at = '/', ...content } = {}) => {
      const url = new URL(site.put(at, hostHtml({ session, ...content })));
      const page = await context.newPage();
      await page.goto(foreign ? site.foreignOrigin + url.pathname : url.href);
      return createCustomerPage(page);
    }),
  customer: async ({ openPage }, use) => use(await openPage()),
});

export { expect } from '@playwright/test';
