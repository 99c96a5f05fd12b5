import { expect, type BrowserContext, type Locator, type Page } from '@playwright/test';
import { liveChatOrigin } from './liveChatOrigin.js';

/** An agent's page, as it is worked by hand. */
export interface AgentPage {
  readonly page: Page;
  /** Who waits. */
  readonly waiting: Locator;
  readonly tabs: Locator;
  readonly log: Locator;
  readonly box: Locator;
  readonly customer: Locator;
  /** A button of the page, by its whole name. */
  button(name: string): Locator;
  dialog(name: string): Locator;
  /** Takes the chat that waits longest; the message box has the focus then. */
  accept(name: string): Promise<void>;
  say(text: string): Promise<void>;
}

function createAgentPage(page: Page): AgentPage {
  const tabs = page.getByRole('tablist', { name: 'Chats' });
  const box = page.getByRole('textbox', { name: 'Message' });
  const button = (name: string): Locator => page.getByRole('button', { name, exact: true });
  return {
    page,
    tabs,
    box,
    button,
    waiting: page.getByRole('list', { name: 'Waiting' }),
    log: page.getByRole('log', { name: 'Messages' }),
    customer: page.getByRole('region', { name: 'Customer' }),
    dialog: (name) => page.getByRole('dialog', { name }),
    async accept(name) {
      await button('Accept').click();
      await expect(tabs.getByRole('tab', { name, selected: true })).toBeVisible();
      await expect(box).toBeFocused();
    },
    async say(text) {
      await box.fill(text);
      await box.press('Enter');
    },
  };
}

/** Opens the agents' page of a session. @param origin the back end's */
export async function openAgentPage(
  context: BrowserContext,
  session: string,
  origin = liveChatOrigin,
): Promise<AgentPage> {
  const page = await context.newPage();
  await page.goto(`${origin}/agent?session=${session}`);
  return createAgentPage(page);
}

/** Signs an agent in, as everybody may with the simulator's password. */
export async function signInAgent({ page }: AgentPage, name: string, password = 'secret'): Promise<void> {
  await page.getByRole('textbox', { name: 'User' }).fill(name);
  await page.getByRole('textbox', { name: 'Password' }).fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
}
