import { expect, type FrameLocator, type Locator } from '@playwright/test';
import { connectMeOrigin } from './addresses.js';
import { connectMeDocument, readConnectMeSeed, type ConnectMeSeed } from './connectMeSeed.js';
import { repaired, type Repair, type Repairs } from './repaired.js';
import { createSeedPage, type SeedPage } from './seedPage.js';
import { createSimulator, type Simulator } from './simulator.js';
import { test as base } from './test.js';

interface ConnectMeFixtures {
  readonly simulator: Simulator;
  readonly seed: ConnectMeSeed;
  readonly host: SeedPage;
  readonly widget: FrameLocator;
  /** Opens the page of the complete example, repaired, with more of its places changed. */
  readonly openExample: (...adapted: readonly Repair[]) => Promise<void>;
  /** Opens the page of the section on the iframe with these scripts in it. */
  readonly openFrame: (...scripts: readonly string[]) => Promise<void>;
}

export const password: Repair = {
  reason: 'the password is the simulator’s, which signs in anybody with it',
  find: /(?<=password: )'[^']+'/,
  put: "'secret'",
};

export const pointed = (session: string): Repair => ({
  reason: 'the URL is the simulator’s, and names the session of this test',
  find: /https:\/\/xyz[^"#]*(?=#)/,
  put: `${connectMeOrigin}/?session=${session}`,
});

/** What the print has lost of the complete example. */
const exampleBroken: readonly Repair[] = [
  {
    reason: 'the block that answers the request for capabilities is not closed',
    find: /capabilities: \{\} \}\)$/m,
    put: '$& }',
  },
  { reason: 'the function for the log-in is not closed', find: /function onSession \(/, put: '} $&' },
  { reason: 'the function for a new session is not closed', find: /function onSessionUpdate/, put: '} $&' },
  {
    reason: 'neither the switch nor the function for the status is closed',
    find: /function post/,
    put: '} } $&',
  },
  { reason: 'the function that posts is not closed', find: /postMessage\(data, '\*'\)$/m, put: '$& }' },
];

/** What the print has lost of the script that listens to sessions. */
export const sessionsBroken: readonly Repair[] = [
  { reason: 'the switch of the listener is not closed', find: /onSessionUpdate\(args\)$/m, put: '$& }' },
  { reason: 'a function’s name is in two words', find: /on Session/, put: 'onSession' },
  { reason: 'a parameter’s name is in two words', find: /remote Identity/, put: 'remoteIdentity' },
  {
    reason: 'neither the last block nor the function for a new session is closed',
    find: /function onSessionUpdate/,
    put: '} } $&',
  },
  { reason: 'the function for the status is not closed', find: /\}\s*$/, put: '$& }' },
];

export const hangUpAdapted: readonly Repair[] = [
  {
    reason: 'a line break is lost, so that a comment swallows the variable for the iframe',
    find: /(?<=answered\.) (?=const )/,
    put: '\n',
  },
];

export const rejectBroken: readonly Repair[] = [
  { reason: 'the next section’s heading is in the script', find: /^# Open .*$/m, put: '' },
];

/** In a block of its own: each of the pieces declares `iframe` anew, which a page can do only once. */
export const script = (code: string, repairs: Repairs = {}): string => `{\n${repaired(code, repairs)}\n}`;

/** A host page of the document's own code, pointed at the simulator. */
export const test = base.extend<ConnectMeFixtures>({
  simulator: async ({ request, session }, use) => use(createSimulator(request, session, 'connect-me')),
  seed: async ({ session: _session }, use, testInfo) => {
    testInfo.skip(!connectMeDocument.isThere, 'the vendors’ documents are not beside the repository');
    await use(readConnectMeSeed());
  },
  host: async ({ page }, use) => {
    const host = createSeedPage(page);
    await use(host);
    await host.close();
  },
  widget: async ({ page }, use) => use(page.frameLocator('#connect-me')),
  openExample: async ({ host, seed, session }, use) =>
    use((...adapted) =>
      host.open(
        repaired(seed.page('Complete Example'), {
          broken: exampleBroken,
          adapted: [pointed(session), password, ...adapted],
        }),
      ),
    ),
  openFrame: async ({ host, seed, session }, use) =>
    use((...scripts) => {
      const page = repaired(seed.page('IFrame'), { adapted: [pointed(session)] });
      const tags = scripts.map((code) => `<script>${code}</script>`).join('');
      return host.open(page.replace('</body>', () => `${tags}</body>`));
    }),
});

export const state = (widget: FrameLocator): Locator => widget.getByRole('status', { name: 'Widget state' });
export const call = (widget: FrameLocator): Locator =>
  widget.getByRole('list', { name: 'Calls' }).getByRole('listitem');

/** A line that the document's code has written about a session. */
export const told = (id: number, what: string): unknown =>
  expect.stringMatching(new RegExp(`^>>TPIS Call ${id} .*${what}$`));
