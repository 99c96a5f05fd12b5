import type { BrowserContext, Response } from '@playwright/test';
import { call, expectOver } from '../support/faces/calls.js';
import { form } from '../support/faces/cobrowsing.js';
import { domAlone, noControls, screenAlone } from '../support/faces/customerFaces.js';
import { formControls } from '../support/faces/formHtml.js';
import { expectBothWays, type Kept } from '../support/faces/keepMedia.js';
import { expect, test } from '../support/faces/test.js';

test.setTimeout(90_000);

/** How many bytes each of the vendor's files has that a browser loads for the first time. */
async function filesOf(
  context: BrowserContext,
  open: () => Promise<unknown>,
): Promise<ReadonlyMap<string, number>> {
  const came: Response[] = [];
  context.on('response', (response) => came.push(response));
  await open();
  const files = came
    .map((response) => ({ response, name: new URL(response.url()).pathname }))
    .filter(({ name }) => /^\/tetherfi\/.*\.(?:js|css)$/.test(name));
  return new Map(
    await Promise.all(
      files.map(async ({ response, name }) => {
        expect(response.status(), name).toBe(200);
        return [name, (await response.body()).length] as const;
      }),
    ),
  );
}

const sum = (files: ReadonlyMap<string, number>): number =>
  [...files.values()].reduce((bytes, each) => bytes + each, 0);

test('T-9: what a page loads for the chat and its calls is no more than the documented 180 kB', async ({
  context,
  openPage,
}) => {
  const files = await filesOf(context, () => openPage({ parts: ['chat', 'av'] }));
  expect(files.size).toBe(4);
  expect(sum(files)).toBeLessThanOrEqual(180_000);
});

test('T-15, T-11, T-14: co-browsing’s styles and scripts are at the documented paths, and in all no more than 507 kB', async ({
  context,
  openPage,
}) => {
  const files = await filesOf(context, () => openPage({ parts: ['chat', 'cobrowse'] }));
  expect([...files.keys()].filter((name) => /cobrowse|fontawesome/.test(name)).sort()).toEqual([
    '/tetherfi/Scripts/cobrowse-configurations.js',
    '/tetherfi/Scripts/tetherfi-cobrowse-plugins.min.js',
    '/tetherfi/Scripts/tetherfi-cobrowse.min.js',
    '/tetherfi/Styles/fontawesome-all.min.css',
    '/tetherfi/Styles/tetherfi-cobrowse.min.css',
  ]);
  expect(files.get('/tetherfi/Styles/tetherfi-cobrowse.min.css')).toBeLessThanOrEqual(8_000);
  expect(files.get('/tetherfi/Scripts/tetherfi-cobrowse.min.js')).toBeLessThanOrEqual(113_000);
  expect(sum(files)).toBeLessThanOrEqual(507_000);
});

test('T-12: the configuration’s script gives a page the defaults, which SetCobrConfigs takes as they are', async ({
  ann: _ann,
  meet,
  openPage,
}) => {
  const customer = await meet(await openPage(form));
  const { page } = customer;
  await page.evaluate(() => {
    const api = Reflect.get(window, 'livechat') as Record<string, (...args: readonly unknown[]) => void>;
    api['SetCobrConfigs']?.(Reflect.get(window, 'cobrowseConfigurations'), '', false, false);
  });
  await customer.call('StartCobr');
  await customer.untilCobr('connected', { dom: true, pointer: false, annotate: false });
});

test('T-82, T-86: the document’s sample with its comma, and names of an older set beside it, make a call', async ({
  ann,
  talk,
}) => {
  await talk.setAv({
    MediaTransport: { iceServers: [], stunServer: 'stun.example' },
    MediaCapture: { audio: { enabled: true }, video: { enabled: false }, resolution: 'vga' },
  });
  await call(talk, ann);
  await expectBothWays([talk.page, ann.page], 'audio');
  expect((await talk.faces()).avConnected).toHaveLength(1);
  await talk.call('EndAvCall');
  await expectOver(talk, ann);
  expect((await talk.faces()).avDisconnected).toEqual([0]);
});

test('T-90: the four arguments of SetCobrConfigs are told by their place', async ({
  ann,
  meet,
  openPage,
}) => {
  const customer = await openPage(form);
  await meet(customer);
  await customer.setCobr(domAlone, formControls, true, true);
  await customer.call('StartCobr');
  await customer.untilCobr('connected', { dom: true, pointer: true, annotate: true });
  await expect(customer.page.getByRole('toolbar', { name: 'Annotate' })).toBeVisible();
  await customer.page.getByLabel('Full name').fill('Ada');
  await expect(ann.replay.locator('#full-name')).toHaveValue('Ada');
});

test('T-116: buttons and canvas look as the style sheet says, and the canvas lets clicks through until one draws', async ({
  ann,
  meet,
  openPage,
}) => {
  const { page, ...customer } = await meet(await openPage(form));
  await customer.setCobr(domAlone, formControls, false, true);
  await customer.call('StartCobr');
  await expect(ann.replay.locator('#full-name')).toBeVisible();
  const pen = page.getByRole('toolbar', { name: 'Annotate' }).getByRole('button', { name: 'Draw' });
  await expect(pen).toHaveCSS('column-gap', '6px');
  await expect(page.locator('.offhook-cobrowse-toolbar')).toHaveCSS('border-top-left-radius', '12px');
  const canvas = page.locator('svg.offhook-cobrowse-drawing');
  await expect(canvas).toHaveCSS('pointer-events', 'none');
  await page.getByLabel('Full name').click();
  await expect(page.getByLabel('Full name')).toBeFocused();
});

test('T-94, T-92: a screen without sound asks for none, and goes by the page’s own ICE servers', async ({
  ann,
  meet,
  openPage,
}) => {
  const customer = await meet(await openPage(form));
  const iceServers = [{ urls: 'turn:127.0.0.1:9', username: 'name', credential: 'id' }];
  await customer.setCobr(
    { ...screenAlone, MediaTransport: { iceServers, iceTransportPolicy: 'all' } },
    noControls,
  );
  await customer.call('StartCobr');
  await customer.untilCobr('connected');
  await expect(ann.screen).toBeVisible();
  const { asked, told } = await customer.page.evaluate(() => {
    const kept = Reflect.get(window, 'kept') as Kept;
    return { asked: kept.asked, told: kept.configs.flatMap((config) => config?.iceServers ?? []) };
  });
  expect(asked).toMatchObject([{ name: 'getDisplayMedia', constraints: { audio: false } }]);
  expect(told.map((server) => ({ ...server, urls: [server.urls].flat() }))).toEqual([
    { ...iceServers[0], urls: ['turn:127.0.0.1:9'] },
  ]);
});

for (const [rows, more, wanted] of [
  ['T-95', { autoGainControl: false }, { autoGainControl: false }],
  ['T-96, T-97', {}, { autoGainControl: true, noiseSuppression: true, echoCancellation: true }],
  [
    'T-96, T-97',
    { noiseSuppression: false, echoCancellation: false },
    { autoGainControl: true, noiseSuppression: false, echoCancellation: false },
  ],
] as const) {
  test(`${rows}: the sound of a screen is asked for with the page’s constraints: ${JSON.stringify(more)}`, async ({
    meet,
    openPage,
  }) => {
    const customer = await meet(await openPage(form));
    const { video } = screenAlone.MediaCapture as { readonly video: object };
    await customer.setCobr(
      { ...screenAlone, MediaCapture: { audio: { enabled: true, ...more }, video } },
      noControls,
    );
    await customer.call('StartCobr');
    await customer.untilCobr('connected');
    const asked = await customer.page.evaluate(() => (Reflect.get(window, 'kept') as Kept).asked);
    expect(asked).toMatchObject([{ name: 'getDisplayMedia', constraints: { audio: wanted } }]);
  });
}

test('T-102: sound is sent with no more than the limit for it', async ({ ann, talk }) => {
  await talk.setAv({
    MediaCapture: { audio: { enabled: true }, video: { enabled: false } },
    ...{ Network: { Bandwidth: { SingleAudioTrackLimit: 8 } } },
  });
  await call(talk, ann);
  await expectBothWays([talk.page, ann.page], 'audio');
  const limits = await talk.page.evaluate(() =>
    (Reflect.get(window, 'kept') as Kept).connections
      .flatMap((connection) => connection.getSenders())
      .filter(({ track }) => track?.kind === 'audio')
      .flatMap((sender) => sender.getParameters().encodings.map(({ maxBitrate }) => maxBitrate)),
  );
  expect(limits).toEqual([8_000]);
  await talk.call('EndAvCall');
  await expectOver(talk, ann);
});

test('P-21: however often a page says that its customer types, it is told once, and taken back by what is sent', async ({
  ann: _ann,
  talk,
}) => {
  const typing = (): readonly number[] =>
    talk.sent
      .map((frame) => JSON.parse(frame) as { readonly t: string; readonly state?: number })
      .filter(({ t }) => t === 'typing')
      .map(({ state }) => Number(state));
  for (let key = 0; key < 5; key += 1) await talk.call('NotifyTypingStateChange', 0);
  await expect.poll(typing).toEqual([0]);
  await talk.call('SendMessage', 'Hello', 'm1');
  await talk.until('OnEcho');
  expect(typing()).toEqual([0, 1]);
});
