import { createConsoleFaces, type ConsoleFaces } from '../faces/consoleFaces.js';
import { keepMedia } from '../faces/keepMedia.js';
import { openAgentPage, signInAgent } from '../livechat/agentPage.js';
import { createSiteFaces, type SiteFaces } from './siteFaces.js';
import { expect, test as base } from './test.js';

export interface SiteFacesFixtures {
  /** Ann at the real console, in a browser of her own. */
  readonly agent: ConsoleFaces;
  /** The customer's site, with Ann in the chat. */
  readonly faces: SiteFaces;
}

export const test = base.extend<SiteFacesFixtures>({
  agent: async ({ browser, chatDesk: _fresh, session }, use) => {
    const context = await browser.newContext();
    await keepMedia(context);
    const ann = await openAgentPage(context, session);
    await signInAgent(ann, 'Ann');
    await expect(ann.page.getByRole('status', { name: 'Connection' })).toHaveText('Online');
    await use(createConsoleFaces(ann, []));
    await context.close();
  },
  page: async ({ context, page }, use) => {
    await keepMedia(context);
    await use(page);
  },
  faces: async ({ agent, site }, use) => {
    await site.begin({ name: 'Zoe' });
    await agent.accept('Zoe');
    await expect(site.state).toHaveText('With Ann');
    await use(createSiteFaces(site));
  },
});

export { expect };
