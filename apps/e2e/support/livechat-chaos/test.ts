import type { BrowserContext } from '@playwright/test';
import { createCustomerPage, type CustomerPage } from '../livechat/customerPage.js';
import { hostHtml, type HostPage } from '../livechat/hostHtml.js';
import { openHostSite, type HostSite } from '../livechat/hostSite.js';
import { test as base } from '../test.js';
import type { AgentClient } from './agentClient.js';
import { openWorld, type World } from './world.js';

export interface ChaosOptions {
  /** What the desk goes by. */
  readonly settings: object;
  /** Whether only the host's own pages may chat. */
  readonly strict: boolean;
  /** With this program two nodes on one Redis, in place of one on SQLite. */
  readonly redis: string | undefined;
}

export interface ChaosFixtures {
  /** The customer's own web site. */
  readonly host: HostSite;
  readonly world: World;
  /** Somebody who is logged in, past the line that goes wrong. */
  readonly ann: AgentClient;
  /** Opens a page with the vendor's scripts, in the test's own browser or another. */
  readonly openPage: (content?: Partial<HostPage>, context?: BrowserContext) => Promise<CustomerPage>;
}

/** A back end for each test, which nobody else minds being broken. */
export const test = base.extend<ChaosOptions & ChaosFixtures>({
  settings: [{}, { option: true }],
  strict: [false, { option: true }],
  redis: [undefined, { option: true }],
  host: async ({ session: _session }, use) => {
    const host = await openHostSite();
    await use(host);
    await host.close();
  },
  world: async ({ host, redis, settings, strict }, use) => {
    const world = await openWorld({
      settings,
      ...(strict ? { origins: [host.origin] } : {}),
      ...(redis === undefined ? {} : { redis }),
    });
    await use(world);
    await world.close();
  },
  ann: async ({ session, world }, use) => use(await world.agent(session, 'Ann', 'direct')),
  openPage: async ({ context: own, host, session, world }, use) =>
    use(async (content = {}, context = own) => {
      const url = host.put('/', hostHtml({ session, path: world.path, ...content }));
      const page = await context.newPage();
      await page.goto(url);
      return createCustomerPage(page);
    }),
});

export { expect } from '@playwright/test';
