import { expect, type FrameLocator, type Locator, type Page } from '@playwright/test';
import { vendorPages, type VendorPage } from './vendorPages.js';

/** A sample app's softphone page, by the roles and names that all four have. */
export interface SoftphonePage {
  readonly page: Page;
  readonly connection: Locator;
  readonly number: Locator;
  readonly dial: Locator;
  readonly calls: Locator;
  readonly recentCalls: Locator;
  readonly incoming: Locator;
  readonly contact: Locator;
  readonly messages: Locator;
  readonly events: Locator;
  readonly alert: Locator;
  readonly presence: Locator;
  /** The vendor's iframe. */
  readonly frame: Locator;
  /** What is in it. */
  readonly widget: FrameLocator;
  /** Opens the page and waits until calls can come. */
  open(): Promise<void>;
  ready(): Promise<void>;
  call(name: string): Locator;
  button(name: string, call?: Locator): Locator;
  recent(index?: number): Locator;
}

export function createSoftphonePage(
  page: Page,
  app: string,
  session: string,
  vendor: VendorPage = vendorPages.ringCentral,
): SoftphonePage {
  const named = (role: Parameters<Page['getByRole']>[0], name: string): Locator =>
    page.getByRole(role, { name, exact: true });
  const connection = named('status', 'Connection');
  const calls = named('list', 'Calls');
  const recentCalls = named('list', 'Recent calls');
  const ready = (): Promise<void> => expect(connection).toHaveText('Ready', { timeout: 15_000 });

  return {
    page,
    connection,
    calls,
    recentCalls,
    number: named('form', 'Dialer').getByRole(vendor.suggests ? 'combobox' : 'textbox', {
      name: 'Number',
      exact: true,
    }),
    dial: named('form', 'Dialer').getByRole('button', { name: 'Call', exact: true }),
    incoming: named('alertdialog', 'Incoming call'),
    contact: named('region', 'Contact'),
    messages: named('list', 'Messages').getByRole('listitem'),
    events: named('log', 'Events'),
    alert: page.getByRole('alert'),
    presence: named('combobox', 'Presence'),
    frame: page.locator(`iframe[title="${vendor.name} softphone"]`),
    widget: page.frameLocator(`iframe[title="${vendor.name} softphone"]`),
    ready,
    async open() {
      await page.goto(`${app}/${vendor.path}?session=${session}`);
      await ready();
    },
    call: (name) => calls.getByRole('listitem', { name, exact: true }),
    button: (name, call) => (call ?? calls).getByRole('button', { name, exact: true }),
    recent: (index = 0) => recentCalls.getByRole('listitem').nth(index),
  };
}
