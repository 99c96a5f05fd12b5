import { test as base } from '@playwright/test';
import { createSimulator, type Simulator } from './simulator.js';
import { createSoftphonePage, type SoftphonePage } from './softphonePage.js';

export interface Options {
  /** The sample app's base path, such as `/react`. */
  readonly app: string;
}

interface Fixtures {
  /** A session of the test's own: tests don't hear one another's calls. */
  readonly session: string;
  readonly simulator: Simulator;
  /** The page, open and ready. */
  readonly phone: SoftphonePage;
  /** The page, not opened yet. */
  readonly unopened: SoftphonePage;
}

export const test = base.extend<Options & Fixtures>({
  app: ['', { option: true }],
  session: async ({ app }, use, { testId, repeatEachIndex }) =>
    use(`e2e${app.replace('/', '-')}-${testId}-${repeatEachIndex}`),
  simulator: async ({ request, session }, use) => use(createSimulator(request, session)),
  unopened: async ({ page, app, session }, use) => use(createSoftphonePage(page, app, session)),
  phone: async ({ unopened }, use) => {
    await unopened.open();
    await use(unopened);
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
