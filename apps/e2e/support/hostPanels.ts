import { expect, type FrameLocator, type Locator, type Page } from '@playwright/test';

/** The panels of a softphone page that show the host's own part, and the widget in its frame. */
export interface HostPanels {
  readonly contact: Locator;
  readonly activities: Locator;
  readonly note: Locator;
  readonly save: Locator;
  readonly logState: Locator;
  readonly authorized: Locator;
  readonly openContact: Locator;
  readonly invites: Locator;
  readonly widget: FrameLocator;
  /** Goes to a page of the widget. */
  goTo(name: 'Dialer' | 'History' | 'Messages' | 'Contacts' | 'Settings'): Promise<void>;
}

export function createHostPanels(page: Page): HostPanels {
  const contact = page.getByRole('region', { name: 'Contact', exact: true });
  const log = page.getByRole('region', { name: 'Call log', exact: true });
  const widget = page.frameLocator('iframe[title="RingCentral softphone"]');
  return {
    contact,
    activities: contact.getByRole('list', { name: 'Activities', exact: true }),
    note: log.getByRole('textbox', { name: 'Note', exact: true }),
    save: log.getByRole('button', { name: 'Save', exact: true }),
    logState: log.getByRole('status', { name: 'Log state', exact: true }),
    authorized: page.getByRole('switch', { name: 'Authorized', exact: true }),
    openContact: page.getByRole('switch', { name: 'Open contact page when call coming', exact: true }),
    invites: page.getByRole('log', { name: 'Invites', exact: true }),
    widget,
    async goTo(name) {
      const button = widget
        .getByRole('navigation', { name: 'Pages' })
        .getByRole('button', { name: new RegExp(`^${name}`) });
      await button.click();
      // The page before may have buttons of the same names.
      await expect(button).toHaveAttribute('aria-current', 'page');
    },
  };
}
