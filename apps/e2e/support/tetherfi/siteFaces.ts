import { expect, type Locator } from '@playwright/test';
import type { ChatSite } from './chatSite.js';

/** What a sample app's customer has of calls, of a shared screen and of co-browsing. */
export interface SiteFaces extends ChatSite {
  readonly consent: Locator;
  readonly call: Locator;
  readonly callState: Locator;
  readonly sharing: Locator;
  readonly toolbar: Locator;
  /** A button of region `Call`. */
  calling(name: string): Locator;
  /** Presses a tool, and answers what it asks. */
  ask(tool: string, answer: 'Allow' | 'Deny'): Promise<void>;
}

export function createSiteFaces(site: ChatSite): SiteFaces {
  const { page } = site;
  const consent = page.getByRole('dialog', { name: 'Consent' });
  const call = page.getByRole('region', { name: 'Call', exact: true });
  return {
    ...site,
    consent,
    call,
    callState: call.getByRole('status').first(),
    sharing: page.getByRole('status', { name: 'You are sharing' }),
    toolbar: page.getByRole('toolbar', { name: 'Annotate' }),
    calling: (name) => call.getByRole('button', { name, exact: true }),
    async ask(tool, answer) {
      await site.button(tool).click();
      await expect(consent).toBeVisible();
      await consent.getByRole('button', { name: answer, exact: true }).click();
      await expect(consent).toBeHidden();
    },
  };
}
