import { expect, test as base } from '@playwright/test';
import { createCrm, type Crm } from './crm.js';
import { createHostPanels, type HostPanels } from './hostPanels.js';
import { createSimulator, type Simulator } from './simulator.js';
import { createSoftphonePage, type SoftphonePage } from './softphonePage.js';
import { vendorPages } from './vendorPages.js';

/** A vendor's page, open and ready, and the vendor's own side. */
export interface Desk {
  readonly phone: SoftphonePage;
  readonly simulator: Simulator;
}

export interface Options {
  /** The sample app's base path, such as `/react`. */
  readonly app: string;
}

export interface Fixtures {
  /** A session of the test's own: tests don't hear one another's calls. */
  readonly session: string;
  readonly simulator: Simulator;
  readonly crm: Crm;
  /** The host's own panels of the page. */
  readonly desk: HostPanels;
  /** The page, open and ready. */
  readonly phone: SoftphonePage;
  /** Connect Me, signed in. */
  readonly connectMe: Desk;
  readonly kunzite: Desk;
  /** The page, not opened yet. */
  readonly unopened: SoftphonePage;
}

/** Signs in at a vendor whose widget waits for that. */
export async function signIn({ page, connection }: SoftphonePage, password: string): Promise<void> {
  await expect(connection).toHaveText('Signed out', { timeout: 15_000 });
  const form = page.getByRole('form', { name: 'Sign in' });
  await form.getByRole('textbox', { name: 'User' }).fill('ann');
  await form.getByRole('textbox', { name: 'Password' }).fill(password);
  await form.getByRole('button', { name: 'Sign in' }).click();
}

export const test = base.extend<Options & Fixtures>({
  app: ['', { option: true }],
  session: async ({ app }, use, { testId, repeatEachIndex }) =>
    use(`e2e${app.replace('/', '-')}-${testId}-${repeatEachIndex}`),
  simulator: async ({ request, session }, use) => use(createSimulator(request, session)),
  crm: async ({ request, session }, use) => use(createCrm(request, session)),
  desk: async ({ page }, use) => use(createHostPanels(page)),
  unopened: async ({ page, app, session }, use) => use(createSoftphonePage(page, app, session)),
  phone: async ({ unopened }, use) => {
    await unopened.open();
    await use(unopened);
  },
  connectMe: async ({ page, request, app, session }, use) => {
    const phone = createSoftphonePage(page, app, session, vendorPages.connectMe);
    await page.goto(`${app}/connect-me?session=${session}`);
    await signIn(phone, 'secret');
    await phone.ready();
    await use({ phone, simulator: createSimulator(request, session, 'connect-me') });
  },
  kunzite: async ({ page, request, app, session }, use) => {
    const phone = createSoftphonePage(page, app, session, vendorPages.kunzite);
    await phone.open();
    await use({ phone, simulator: createSimulator(request, session, 'kunzite') });
  },
});

export { expect } from '@playwright/test';

/** Whom the host's contacts know. */
export const numbers = {
  /** On John Doe and on Jennifer Doe. */
  two: '+34666555444',
  jennifer: '+34666777888',
  ada: '+12165325078',
  nobody: '+12165329999',
};
