import { expect, type Locator, type Page } from '@playwright/test';

/** The customer's web site of a sample app, by the roles and names that all four have. */
export interface ChatSite {
  readonly page: Page;
  readonly launcher: Locator;
  /** The floating chat. */
  readonly chat: Locator;
  readonly handle: Locator;
  readonly state: Locator;
  readonly server: Locator;
  readonly queue: Locator;
  readonly callback: Locator;
  readonly typing: Locator;
  readonly startForm: Locator;
  readonly name: Locator;
  readonly captcha: Locator;
  readonly captchaText: Locator;
  readonly log: Locator;
  readonly messages: Locator;
  readonly box: Locator;
  readonly tabs: Locator;
  /** What went wrong, or is to be known, anywhere on the page. */
  readonly alert: Locator;
  /** A button of the chat's. */
  button(name: string): Locator;
  /** The messages that contain this text. */
  message(text: string | RegExp): Locator;
  /** Loads one of the site's pages, and waits until the chat's server is reached. */
  open(path?: string, query?: string): Promise<void>;
  /** Opens the chat, where it isn't, and waits until the chat's server is reached. */
  show(): Promise<void>;
  /** Fills the form, starts, and waits to be in the queue. */
  begin(details?: {
    readonly name?: string;
    readonly email?: string;
    readonly topic?: string;
  }): Promise<void>;
  fill(details: { readonly name?: string; readonly email?: string; readonly topic?: string }): Promise<void>;
  say(text: string): Promise<void>;
}

/** A server that was reached shows so by now, also on a busy machine; milliseconds. */
const reachedWithin = 15_000;

export function createChatSite(page: Page, app: string, session: string): ChatSite {
  const chat = page.getByRole('region', { name: 'Chat', exact: true });
  const status = (name: string): Locator => chat.getByRole('status', { name, exact: true });
  const field = (name: string, place = chat): Locator => place.getByRole('textbox', { name, exact: true });
  const button = (name: string): Locator => chat.getByRole('button', { name, exact: true });
  const startForm = chat.getByRole('form', { name: 'Start chat' });
  const log = chat.getByRole('log', { name: 'Messages' });
  const messages = log.getByRole('article');
  const box = field('Message');
  const launcher = page.getByRole('button', { name: 'Chat with us', exact: true });

  const site: ChatSite = {
    page,
    launcher,
    chat,
    handle: button('Move the chat'),
    state: status('Chat state'),
    server: status('Server'),
    queue: status('Queue position'),
    callback: status('Callback'),
    typing: status('Typing'),
    startForm,
    name: field('Name', startForm),
    captcha: startForm.getByRole('img', { name: 'Captcha', exact: true }),
    captchaText: field('Captcha text', startForm),
    log,
    messages,
    box,
    tabs: chat.getByRole('tablist', { name: 'Chats' }).getByRole('tab'),
    alert: page.getByRole('alert'),
    button,
    message: (text) => messages.filter({ hasText: text }),
    async open(path = 'tetherfi', query = '') {
      await page.goto(`${app}/${path}?session=${session}${query}`);
      await site.show();
    },
    async show() {
      await expect(launcher).toHaveAttribute('aria-expanded', /./);
      if ((await launcher.getAttribute('aria-expanded')) === 'false') await launcher.click();
      await expect(site.server).toHaveText('Online', { timeout: reachedWithin });
    },
    async fill(details) {
      for (const [key, value] of Object.entries(details)) {
        const label = `${key.charAt(0).toUpperCase()}${key.slice(1)}`;
        await field(label, startForm).fill(value);
      }
    },
    async begin(details = { name: 'Zoe' }) {
      await site.fill(details);
      await button('Start').click();
      await expect(site.state).toHaveText('Waiting', { timeout: reachedWithin });
      // It says so from the start; an agent can take the chat once it is in the queue.
      await expect(site.queue).toContainText(/\d/);
    },
    async say(text) {
      await box.fill(text);
      await button('Send').click();
    },
  };
  return site;
}
