import { expect, type BrowserContext } from '@playwright/test';
import { createDesk, type AgentAction, type AgentWords, type Desk } from '../livechat/desk.js';
import { test as base } from '../test.js';
import { createChatSite, type ChatSite } from './chatSite.js';

export interface ChatSiteFixtures {
  /** The company's side: nobody is logged in, unless a test needs `ann`. */
  readonly chatDesk: Desk;
  /** An agent who is logged in, and what she does. */
  readonly ann: (action: AgentAction, words?: AgentWords) => Promise<void>;
  /** A tab of the site, not loaded yet; in another browser where a context is given. */
  readonly newTab: (context?: BrowserContext) => Promise<ChatSite>;
  /** The site's first page, with the chat open and its server reached. */
  readonly site: ChatSite;
  /** The same, with Ann in the chat. */
  readonly talk: ChatSite;
}

/** A session of the back end for each test, and a sample app's site in it. */
export const test = base.extend<ChatSiteFixtures>({
  chatDesk: async ({ request, session }, use) => {
    const desk = createDesk(request, session);
    // A simulator that goes on running has the chats of the last time.
    await desk.reset();
    await use(desk);
  },
  ann: async ({ chatDesk }, use) => use(await chatDesk.agent('Ann')),
  newTab: async ({ context: own, app, session }, use) =>
    use(async (context = own) => createChatSite(await context.newPage(), app, session)),
  site: async ({ page, app, session, chatDesk: _fresh }, use) => {
    const site = createChatSite(page, app, session);
    await site.open();
    await use(site);
  },
  talk: async ({ ann, site }, use) => {
    await site.begin();
    await ann('accept');
    await expect(site.state).toHaveText('With Ann');
    await use(site);
  },
});

export { expect };
