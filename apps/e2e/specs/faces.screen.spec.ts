import type { ConsoleFaces } from '../support/faces/consoleFaces.js';
import {
  noControls,
  screenAlone,
  type CobrConfig,
  type CustomerFaces,
} from '../support/faces/customerFaces.js';
import { formControls, formCss, formHtml } from '../support/faces/formHtml.js';
import { eventsIn } from '../support/faces/framesOf.js';
import { expectGrowth, expectTracksOver, flowOf, hinder, type Kept } from '../support/faces/keepMedia.js';
import { expect, test as base } from '../support/faces/test.js';

const form = { parts: ['chat', 'cobrowse'], body: formHtml, css: formCss } as const;

const test = base.extend<{ readonly sharing: CustomerFaces }>({
  sharing: async ({ meet, openPage }, use) => {
    const customer = await openPage(form);
    await use(await meet(customer));
    expect((await customer.faces()).errors).toEqual([]);
  },
});

test.setTimeout(90_000);

async function share(
  customer: CustomerFaces,
  ann: ConsoleFaces,
  config: CobrConfig = screenAlone,
): Promise<void> {
  await customer.setCobr(config, noControls);
  await customer.call('StartCobr');
  await customer.untilCobr('connected');
  await expect(ann.screen).toBeVisible();
  await expectGrowth(ann.page, 'videoReceived', 'framesDecoded');
}

async function expectOver(customer: CustomerFaces, ann: ConsoleFaces): Promise<void> {
  await customer.untilCobr('ended');
  expect((await customer.faces()).cobrDisconnected).toEqual([0]);
  await expect(ann.screen).toHaveCount(0);
  await expectTracksOver([customer.page]);
  await expectTracksOver([ann.page], 0);
}

test('T-98, T-99, T-100: a screen is shown as large and as often as the page asks, and nothing of the document is', async ({
  ann,
  sharing,
}) => {
  await share(sharing, ann);
  const { asked, settings } = await sharing.page.evaluate(() => {
    const kept = Reflect.get(window, 'kept') as Kept;
    return { asked: kept.asked, settings: [...kept.tracks].map((track) => track.getSettings()) };
  });
  expect(asked.map(({ name }) => name)).toEqual(['getDisplayMedia']);
  expect(asked[0]?.constraints).toMatchObject({
    video: { width: {}, height: {}, frameRate: {} },
    audio: false,
  });
  expect(settings).toMatchObject([{ width: 1920, height: 1080, frameRate: 6 }]);
  await expect
    .poll(async () => {
      const { width, height } = await flowOf(ann.page);
      return [width, height];
    })
    .toEqual([1920, 1080]);
  // The first second has those that had waited.
  await expect.poll(async () => (await flowOf(ann.page)).framesPerSecond).toBeLessThanOrEqual(7);
  expect(eventsIn(sharing.sent)).toEqual([]);
  await expect(ann.cobrowse.locator('iframe')).toHaveCount(0);
  expect((await sharing.faces()).cobrConnected).toEqual([{ remote: [], local: ['video'] }]);
  await sharing.call('EndCobr', true, false);
  await expectOver(sharing, ann);
});

for (const canvas of [true, 'promise'] as const) {
  test(`T-107: a stream of the page’s own canvas takes the screen’s place (${canvas === true ? 'given at once' : 'as a promise'})`, async ({
    ann,
    sharing,
  }) => {
    await share(sharing, ann, { ...screenAlone, canvas });
    expect(await sharing.page.evaluate(() => (Reflect.get(window, 'kept') as Kept).asked)).toEqual([]);
    const { width, height } = await flowOf(ann.page);
    expect(width / height).toBeCloseTo(16 / 9, 1);
    await ann.shown('Stop co-browsing').click();
    await expectOver(sharing, ann);
    await sharing.untilCobr('ended', { endedBy: 'a' });
  });
}

test('T-101: an ICE restart in mid-share changes the credentials, and frames go on', async ({
  ann,
  sharing,
}) => {
  await share(sharing, ann);
  const [before] = (await flowOf(sharing.page)).ufrags;
  await sharing.page.evaluate(() => {
    const { connections } = Reflect.get(window, 'kept') as Kept;
    connections.at(-1)?.restartIce();
  });
  await expect.poll(async () => (await flowOf(sharing.page)).ufrags[0]).not.toBe(before);
  await expectGrowth(ann.page, 'framesDecoded');
  expect((await flowOf(ann.page)).open).toBe(1);
  expect((await sharing.faces()).cobrDisconnected).toEqual([]);
});

test('T-103, T-104: the limits of bandwidth are those of what is sent', async ({ ann, sharing }) => {
  await share(sharing, ann, {
    ...screenAlone,
    Network: { Bandwidth: { SingleVideoTrackLimit: 300, CumulativeSessionLimit: 200 } },
  });
  const limits = await sharing.page.evaluate(() =>
    (Reflect.get(window, 'kept') as Kept).connections.flatMap((connection) =>
      connection
        .getSenders()
        .flatMap((sender) => sender.getParameters().encodings.map(({ maxBitrate }) => maxBitrate)),
    ),
  );
  expect(limits).toEqual([200_000]);
});

test('T-115: document and screen are shown together, and end together', async ({ ann, sharing }) => {
  await sharing.setCobr({ ...screenAlone, DomCapture: { enabled: true } }, formControls);
  await sharing.call('StartCobr');
  await expect(ann.screen).toBeVisible();
  await sharing.page.getByLabel('Full name').pressSequentially('Ada');
  await expect(ann.replay.locator('#full-name')).toHaveValue('Ada');
  await sharing.call('EndCobr', true, false);
  await expectOver(sharing, ann);
});

test('T-106: a customer who ends it in the browser’s own bar ends it for both', async ({ ann, sharing }) => {
  await share(sharing, ann);
  await sharing.page.evaluate(() => {
    for (const track of (Reflect.get(window, 'kept') as Kept).tracks) {
      track.stop();
      track.dispatchEvent(new Event('ended'));
    }
  });
  await expectOver(sharing, ann);
  await sharing.untilCobr('ended', { endedBy: 'c', why: 'hung-up' });
});

test('T-106: a customer who shows no screen after all is told so, and the agent has nothing to see', async ({
  ann,
  sharing,
}) => {
  await hinder(sharing.page, { refuse: 'NotAllowedError' });
  await sharing.setCobr(screenAlone, noControls);
  await sharing.call('StartCobr');
  await sharing.untilCobr('ended', { why: 'no-permission' });
  await expectTracksOver([sharing.page], 0);
  await ann.say('Nothing here');
  await sharing.until('OnMessageReceived', 'Nothing here');
  await expect(ann.cobrowse).toHaveCount(0);
  expect((await sharing.faces()).cobrConnected).toEqual([]);
});

test.describe('a server of its own', () => {
  test.use({ ownBackEnd: true });

  test('T-101: a server that is killed does not end a screen that is shown', async ({
    ann,
    backEnd,
    sharing,
  }) => {
    await share(sharing, ann);
    await backEnd.node?.kill();
    await expect(ann.page.getByRole('status', { name: 'Connection' })).not.toHaveText('Online');
    await expectGrowth(ann.page, 'framesDecoded');
    await backEnd.node?.start();
    await expect(ann.page.getByRole('status', { name: 'Connection' })).toHaveText('Online', {
      timeout: 20_000,
    });
    await expectGrowth(ann.page, 'framesDecoded');
    await sharing.call('EndCobr', true, false);
    await expectOver(sharing, ann);
  });
});
