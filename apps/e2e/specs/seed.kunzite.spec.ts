import type { FrameLocator } from '@playwright/test';
import { kunziteOrigin } from '../support/addresses.js';
import {
  kunziteDocument,
  readKunziteSeed,
  type KunziteEvent,
  type KunziteSeed,
} from '../support/kunziteSeed.js';
import { createSeedPage, type SeedPage } from '../support/seedPage.js';
import { shapeOf } from '../support/shapeOf.js';
import { createSimulator, type Simulator } from '../support/simulator.js';
import { expect, numbers, test as base } from '../support/test.js';

interface KunziteFixtures {
  readonly simulator: Simulator;
  readonly seed: KunziteSeed;
  readonly host: SeedPage;
  readonly widget: FrameLocator;
  /** Opens a page with the softphone; scripts run in the page before the softphone is there. */
  readonly open: (script?: string) => Promise<void>;
  /** The events that the page has heard, those of calls only. */
  readonly heard: () => Promise<readonly KunziteEvent[]>;
}

// The document prints no page. Its lines want the frame to be called `sf`; none of them needs a repair.
const test = base.extend<KunziteFixtures>({
  simulator: async ({ request, session }, use) => use(createSimulator(request, session, 'kunzite')),
  seed: async ({ session: _session }, use) => use(readKunziteSeed()),
  host: async ({ page }, use) => {
    const host = createSeedPage(page);
    await use(host);
    await host.close();
  },
  widget: async ({ page }, use) => use(page.frameLocator('[name=sf]')),
  open: async ({ host, page, session, widget }, use) =>
    use(async (script = '') => {
      await host.open(
        `<!doctype html><title>Host page</title><body>
          <script>
            window.heard = [];
            window.addEventListener('message', ({ data }) => window.heard.push(data));
            ${script}
          </script>
          <iframe name="sf" src="${kunziteOrigin}/?session=${session}" width="320" height="460"></iframe>`,
      );
      await expect(widget.getByRole('status', { name: 'Softphone state' })).toHaveText('Online');
      // Until it has told that it is logged in, it tells of no call.
      await page.waitForFunction(() =>
        (Reflect.get(window, 'heard') as readonly { type?: unknown }[]).some(({ type }) => type === 'logged'),
      );
    }),
  heard: async ({ page }, use) =>
    use(async () => {
      const all = await page.evaluate(() => Reflect.get(window, 'heard') as readonly KunziteEvent[]);
      return all.filter(({ type }) => type.startsWith('phone:'));
    }),
});

test.beforeEach(({ session: _session }, testInfo) => {
  testInfo.skip(!kunziteDocument.isThere, 'the vendors’ documents are not beside the repository');
});

const call = (widget: FrameLocator) => widget.getByRole('list', { name: 'Calls' }).getByRole('listitem');
const contact = (widget: FrameLocator) =>
  widget.getByRole('list', { name: 'Contacts' }).getByRole('listitem');
const goTo = (widget: FrameLocator, name: string) =>
  widget.getByRole('navigation', { name: 'Pages' }).getByRole('button', { name }).click();

/** The document's event of this type. */
function printed(seed: KunziteSeed, type: string): KunziteEvent {
  const event = seed.events.find((one) => one.type === type);
  if (!event) throw new Error(`The document prints no ${type}.`);
  return event;
}

/** The words of an event, which are the same in any call that goes this way. */
const words = ({ type, data: { direction, status } }: KunziteEvent) => ({ type, direction, status });

test('S3-1, S3-2, S3-19: the line dials, and the call is in the softphone', async ({
  heard,
  host,
  open,
  seed,
  simulator,
  widget,
}) => {
  await open();
  await host.run(seed.clickToCall);
  await expect.poll(async () => (await heard()).map(({ type }) => type)).toEqual(['phone:calling']);
  const [sent] = await simulator.received('click2call');
  const { number } = sent?.['data'] as { number: string };
  expect(seed.clickToCall.code).toContain(number);
  await expect(call(widget)).toHaveAccessibleName(number);
  expect(await simulator.calls()).toMatchObject([{ direction: 'outbound', to: number }]);
  expect(host.errors).toEqual([]);
});

test('S3-2, S3-4, S3-5: an outbound call’s events are made as the printed ones', async ({
  heard,
  host,
  open,
  seed,
  simulator,
}) => {
  await open();
  await host.run(seed.clickToCall);
  await expect.poll(async () => (await heard()).length).toBe(1);
  const [{ id } = { id: '' }] = await simulator.calls();
  await simulator.act(id, 'answer');
  await simulator.act(id, 'hangup');
  await expect.poll(async () => (await heard()).length).toBe(3);
  const [calling, accepted, terminated] = await heard();
  const begun = printed(seed, 'phone:calling');
  expect(shapeOf(calling)).toEqual(shapeOf(begun));
  expect(calling && words(calling)).toEqual(words(begun));
  // The document prints only an inbound call's answer and end.
  expect(shapeOf(accepted)).toEqual(shapeOf(printed(seed, 'phone:accepted')));
  expect(shapeOf(terminated)).toEqual(shapeOf(printed(seed, 'phone:terminated')));
});

test('S3-3, S3-13, S3-14: an inbound call’s events are the printed ones, by their shape and their words', async ({
  heard,
  open,
  seed,
  simulator,
}) => {
  await open();
  const id = await simulator.ring(numbers.ada);
  await simulator.act(id, 'answer', 'agent');
  await simulator.act(id, 'hangup');
  await expect.poll(async () => (await heard()).length).toBe(3);
  const events = ['phone:ringing', 'phone:accepted', 'phone:terminated'].map((type) => printed(seed, type));
  expect((await heard()).map(shapeOf)).toEqual(events.map(shapeOf));
  expect((await heard()).map(words)).toEqual(events.map(words));
});

test('S3-10, S3-11, S3-18: what is the same in all of the printed events is so in a call’s', async ({
  heard,
  open,
  seed,
  simulator,
}) => {
  await open();
  const id = await simulator.ring(numbers.ada);
  await simulator.act(id, 'answer', 'agent');
  await simulator.act(id, 'hangup');
  await expect.poll(async () => (await heard()).length).toBe(3);
  for (const events of [seed.events, await heard()])
    for (const field of ['id', 'date', 'from', 'to', 'team', 'context'])
      expect(new Set(events.map(({ data }) => JSON.stringify(data[field]))).size, field).toBe(1);
});

test('S3-15, S3-16, S3-17: a call’s seconds add up at its end as the printed ones do', async ({
  heard,
  open,
  seed,
  simulator,
  widget,
}) => {
  await open();
  const id = await simulator.ring(numbers.ada);
  await simulator.act(id, 'answer', 'agent');
  await expect(widget.getByRole('timer')).toHaveText(/[1-9]/);
  await simulator.act(id, 'hangup');
  await expect.poll(async () => (await heard()).length).toBe(3);
  for (const events of [seed.events, await heard()]) {
    const [end, ...before] = events.map(({ data }) => data).reverse();
    expect(end?.['duration']).toBeGreaterThan(0);
    expect(end?.['total']).toBe(Number(end?.['duration']) + Number(end?.['wait']));
    for (const data of before) expect(data).toMatchObject({ duration: 0, total: 0 });
  }
});

test('S3-6, S3-8, S3-9: the softphone tells its status, its extension, and the size that the document prints', async ({
  heard,
  open,
  seed,
  simulator,
}) => {
  await open();
  await simulator.ring(numbers.ada);
  await expect.poll(async () => (await heard()).length).toBe(1);
  const [ringing] = await heard();
  const { status, extension, size } = printed(seed, 'phone:ringing').data['context'] as KunziteEvent['data'];
  expect(ringing?.data['context']).toMatchObject({ status, extension, size });
});

test('S3-20, S3-21: the pushed contacts are in the softphone’s search, by name and by number', async ({
  host,
  open,
  seed,
  widget,
}) => {
  await open();
  await host.run(seed.contacts);
  await goTo(widget, 'Contacts');
  await expect(contact(widget)).toHaveCount(2);
  const search = widget.getByRole('searchbox', { name: 'Search contacts' });
  await search.fill('jenn');
  await expect(contact(widget)).toHaveCount(1);
  await expect(contact(widget)).toHaveAccessibleName('Jennifer Doe');
  await search.fill(numbers.jennifer);
  await expect(contact(widget)).toHaveAccessibleName('Jennifer Doe');
  await search.fill(numbers.two);
  await expect(contact(widget)).toHaveCount(2);
  await expect(contact(widget).nth(0)).toHaveAccessibleName('John Doe');
  expect(host.errors).toEqual([]);
});

test('S3-12, S3-21: a caller on one pushed contact has its name, a caller on two has both', async ({
  host,
  open,
  seed,
  simulator,
  widget,
}) => {
  await open();
  await host.run(seed.contacts);
  await simulator.ring(numbers.jennifer);
  await expect(call(widget)).toHaveAccessibleName('Jennifer Doe');
  await simulator.ring(numbers.two);
  await expect(call(widget).filter({ hasText: numbers.two })).toHaveAccessibleName(
    'John Doe or Jennifer Doe',
  );
});

test('S3-20, S3-22: pushed contacts are gone when the softphone reloads; pushed at the log-in they are back', async ({
  host,
  open,
  seed,
  simulator,
  widget,
}) => {
  await open();
  await host.run(seed.contacts);
  await goTo(widget, 'Contacts');
  await expect(contact(widget)).toHaveCount(2);
  const logins = (await simulator.told('logged')).length;
  await simulator.state({ reload: true });
  await expect.poll(async () => (await simulator.told('logged')).length).toBe(logins + 1);
  await goTo(widget, 'Contacts');
  await expect(widget.getByRole('status', { name: 'Number of contacts' })).toHaveText('0 contacts');
  // In a block of its own: the page has run the code once.
  await host.run({
    code: `window.addEventListener('message', ({ data }) => { if (data.type === 'logged') { ${seed.contacts.code} } });`,
  });
  await simulator.state({ reload: true });
  await expect.poll(async () => (await simulator.told('logged')).length).toBe(logins + 2);
  await goTo(widget, 'Contacts');
  await expect(contact(widget)).toHaveCount(2);
});
