import { drawAsAgent, form } from '../support/faces/cobrowsing.js';
import type { ConsoleFaces } from '../support/faces/consoleFaces.js';
import { createCustomerFaces, domAlone, type CustomerFaces } from '../support/faces/customerFaces.js';
import { formControls } from '../support/faces/formHtml.js';
import { violationsOf } from '../support/faces/keepMedia.js';
import { expect, test } from '../support/faces/test.js';

test.setTimeout(90_000);

/** Starts it, once the two windows have found each other. */
async function startPaired(shown: CustomerFaces): Promise<void> {
  await shown.setCobr(domAlone, formControls, true, true);
  await expect
    .poll(
      async () => {
        const last = (await shown.faces()).cobr.at(-1);
        if (last === undefined || last['code'] === 'NotConnected') await shown.call('StartCobr');
        return last?.phase;
      },
      { message: 'the other window is shown', timeout: 20_000 },
    )
    .toBe('connected');
}

/** Ann sees the form in the other window, and not the chat's; then it ends, and the chat goes on. */
async function expectShown(shown: CustomerFaces, chat: CustomerFaces, ann: ConsoleFaces): Promise<void> {
  await expect(ann.replay.getByText('Fill it in at your own pace.')).toBeVisible();
  await shown.page.getByLabel('Full name').pressSequentially('Elsewhere');
  await expect(ann.replay.locator('#full-name')).toHaveValue('Elsewhere');
  await expect(ann.replay.getByText('The chat’s own window')).toHaveCount(0);
  await drawAsAgent(ann);
  await expect(shown.page.locator('.offhook-cobrowse-stroke-a')).toHaveCount(1);
  await shown.call('EndCobr', true, false);
  await shown.untilCobr('ended');
  await expect(ann.cobrowse.locator('iframe')).toHaveCount(0);
  await ann.say('The chat goes on');
  await chat.until('OnMessageReceived', 'The chat goes on');
}

const chatWindow = { parts: ['chat'], body: '<p>The chat’s own window</p>' } as const;

test('T-16, T-118: another window with the co-browse scripts alone is shown in place of the chat’s', async ({
  ann,
  meet,
  openPage,
}) => {
  const chat = await meet(await openPage(chatWindow));
  const shown = await openPage({ ...form, parts: ['cobrowse'], at: '/form' });
  await startPaired(shown);
  await expectShown(shown, chat, ann);
  expect(await violationsOf(shown.page)).toEqual([]);
});

test('T-118: a window of another origin is shown where both sides name each other', async ({
  ann,
  front,
  meet,
  openPage,
  putPage,
}) => {
  const { foreignOrigin, origin } = front;
  const query = `&cobrowse=${encodeURIComponent(foreignOrigin)}`;
  const chat = await meet(await openPage({ ...chatWindow, query }));
  const at = putPage({ ...form, parts: ['cobrowse'], at: '/form', chatOrigin: origin });
  const opened = chat.page.waitForEvent('popup');
  await chat.page.evaluate((url) => void window.open(url), foreignOrigin + at);
  const shown = createCustomerFaces(await opened, []);
  await shown.page.waitForLoadState();
  await startPaired(shown);
  await expectShown(shown, chat, ann);
});
