import type { FrameLocator, Locator } from '@playwright/test';
import { expectAccessible } from '../support/axe.js';
import {
  expectBothWays,
  expectGrowth,
  expectTracksOver,
  growthOver,
  hinder,
  type Kept,
} from '../support/faces/keepMedia.js';
import { expect, test } from '../support/tetherfi/facesTest.js';

test.setTimeout(90_000);

/** A call stands by now, also on a busy machine; milliseconds. */
const standsWithin = 20_000;

test('a video call: asked about first, then seen, muted, without picture, and hung up', async ({
  agent,
  faces,
}) => {
  const { page } = faces;
  await faces.ask('Video call', 'Deny');
  await expect(faces.call).toHaveCount(0);
  await faces.button('Video call').click();
  await expect(faces.consent).toContainText(
    'Ann will hear you through your microphone and see you through your camera',
  );
  await faces.consent.getByRole('button', { name: 'Allow', exact: true }).click();
  await expect(faces.callState).toContainText('Ann has yet to answer');
  await agent.button('Accept video').click();
  await expect(faces.callState).toContainText('In a call with Ann', { timeout: standsWithin });
  await expect(agent.callState).toContainText('Connected');
  await expectBothWays([page, agent.page]);

  await faces.calling('Mute').click();
  await expect(faces.calling('Unmute')).toBeVisible();
  await expect(agent.callState).toContainText('Zoe is muted');
  await growthOver(agent.page, 'audioEnergy', 25);
  expect(await growthOver(agent.page, 'audioEnergy', 100)).toBeLessThan(0.0001);
  await faces.calling('Camera off').click();
  await expect(agent.callState).toContainText('has the camera off');
  await growthOver(agent.page, 'framesDecoded', 50);
  expect(await growthOver(agent.page, 'framesDecoded', 100)).toBe(0);
  await faces.calling('Unmute').click();
  await faces.calling('Camera on').click();
  await expect(agent.callState).toHaveText('Connected');
  await expectGrowth(agent.page, 'audioEnergy', 'framesDecoded');

  await agent.call('Mute').click();
  await expect(faces.callState).toContainText('Ann is muted');
  await faces.calling('Hang up').click();
  await expect(faces.call).toHaveCount(0);
  await expect(faces.chat).toContainText('You ended the call');
  await expect(agent.callState).toContainText('Zoe has hung up');
  await expectTracksOver([page, agent.page]);
});

test('an audio call opens no camera, on its own page or the next, and has no button for one', async ({
  agent,
  faces,
}) => {
  const expectSoundAlone = async (): Promise<void> => {
    await expect(faces.callState).toContainText('In a call with Ann', { timeout: standsWithin });
    await expectBothWays([faces.page, agent.page], 'audio');
    await expect(faces.calling('Camera off')).toHaveCount(0);
    const kinds = await faces.page.evaluate(() =>
      [...(Reflect.get(window, 'kept') as Kept).tracks].map(({ kind }) => kind),
    );
    expect(new Set(kinds)).toEqual(new Set(['audio']));
  };
  await faces.ask('Audio call', 'Allow');
  await agent.button('Accept video').click();
  await expectSoundAlone();
  await faces.page.getByRole('link', { name: 'Page 3' }).click();
  await expect(faces.page).toHaveURL(/page-3/);
  await expectSoundAlone();
  await agent.call('Hang up').click();
  await expect(faces.chat).toContainText('Ann ended the call');
  await expect(faces.call).toHaveCount(0);
  await expectTracksOver([faces.page, agent.page]);
});

test('an agent’s request is asked about: denied, nothing is opened; allowed, it is a call', async ({
  agent,
  faces,
}) => {
  await agent.button('Start video').click();
  await expect(faces.consent).toContainText('Ann asks for a video call', { timeout: standsWithin });
  await faces.consent.getByRole('button', { name: 'Deny', exact: true }).click();
  await expect(agent.callState).toContainText('Zoe has declined the call');
  await expectTracksOver([faces.page], 0);
  await expectTracksOver([agent.page]);

  await agent.button('Start video').click();
  await faces.consent.getByRole('button', { name: 'Allow', exact: true }).click();
  await expect(faces.callState).toContainText('In a call with Ann', { timeout: standsWithin });
  await expectBothWays([faces.page, agent.page]);
  await agent.button('End chat').click();
  await agent.dialog('End chat').getByRole('button', { name: 'End chat' }).click();
  await expect(faces.state).toHaveText('Ended by agent');
  await expect(faces.call).toHaveCount(0);
  await expectTracksOver([faces.page, agent.page]);
});

test('a call goes on over the site’s pages, and is the same one after a reload', async ({ agent, faces }) => {
  await faces.ask('Video call', 'Allow');
  await agent.button('Accept video').click();
  await expect(faces.callState).toContainText('In a call with Ann', { timeout: standsWithin });
  await faces.page.getByRole('link', { name: 'Page 3' }).click();
  await expect(faces.page).toHaveURL(/page-3/);
  await expect(faces.callState).toContainText('In a call with Ann', { timeout: standsWithin });
  await expectBothWays([faces.page, agent.page]);
  await faces.page.reload();
  await faces.show();
  await expect(faces.callState).toContainText('In a call with Ann', { timeout: standsWithin });
  await expectBothWays([faces.page, agent.page]);
  await faces.calling('Hang up').click();
  await expect(agent.callState).toContainText('Zoe has hung up');
  await expectTracksOver([faces.page, agent.page]);
});

test('without leave for the microphone, and without one, the customer is told what to do', async ({
  agent,
  faces,
}) => {
  await hinder(faces.page, { refuse: 'NotAllowedError' });
  await faces.ask('Video call', 'Allow');
  await expect(faces.chat).toContainText('Allow it beside the page’s address, then call again');
  await expect(faces.call).toHaveCount(0);
  await hinder(faces.page, { refuse: 'NotFoundError' });
  await faces.ask('Video call', 'Allow');
  await expect(faces.chat).toContainText('no microphone or camera was found');
  await expect(faces.call).toHaveCount(0);
  await expectTracksOver([faces.page], 0);
  await expect(agent.button('Accept video')).toHaveCount(0);
  await faces.say('Then I write');
  await expect(agent.log).toContainText('Then I write');
});

test('a screen is shared after consent, shown plainly, and stopped at once', async ({ agent, faces }) => {
  await faces.ask('Share screen', 'Deny');
  await expect(faces.sharing).toHaveCount(0);
  await faces.ask('Share screen', 'Allow');
  await expect(faces.sharing).toContainText('Ann sees your screen', { timeout: standsWithin });
  await expect(agent.screen).toBeVisible();
  await expectGrowth(agent.page, 'videoReceived', 'framesDecoded');
  await expect(agent.cobrowse.locator('iframe')).toHaveCount(0);
  await faces.page.getByRole('button', { name: 'Stop sharing' }).first().click();
  await expect(faces.sharing).toHaveCount(0);
  await expect(agent.screen).toHaveCount(0);
  await expect(faces.chat).toContainText('Nobody sees it any more');
  await expectTracksOver([faces.page]);
});

/** All that an agent could read there. */
const wordsOf = async (replay: FrameLocator): Promise<string> =>
  await replay
    .locator('html')
    .evaluate((html) =>
      [html.textContent, ...[...html.querySelectorAll('input')].map(({ value }) => value)].join(' '),
    );

test('page 2 is seen together: the full name, and never the card number', async ({ agent, faces }) => {
  const { page } = faces;
  await page.getByRole('link', { name: 'Page 2' }).click();
  const form = page.getByRole('form', { name: 'Application' });
  await form.getByRole('textbox', { name: 'Card number' }).fill('4111 1111 1111 1111');
  await faces.ask('Co-browse', 'Allow');
  await expect(faces.sharing).toContainText('Ann sees this page', { timeout: standsWithin });
  await form.getByRole('textbox', { name: 'Full name' }).pressSequentially('Zoe Zhang');
  await form.getByRole('textbox', { name: 'Card number' }).pressSequentially(' 222');
  const { replay } = agent;
  await expect(replay.locator('#full-name')).toHaveValue('Zoe Zhang', { timeout: standsWithin });
  expect(await wordsOf(replay)).not.toMatch(/4111|222/);

  // Styled by the script's own sheet, which the page's policy has to let in.
  await expect(faces.toolbar).toHaveCSS('display', 'flex');
  await faces.toolbar.getByRole('button', { name: 'Draw' }).click();
  await page.mouse.move(200, 300);
  await page.mouse.down();
  await page.mouse.move(300, 340, { steps: 5 });
  await page.mouse.up();
  await expect(agent.cobrowse.locator('path.stroke[data-by=c]')).toHaveCount(1);
  await faces.toolbar.getByRole('button', { name: 'Clear' }).click();
  await expect(agent.cobrowse.locator('path.stroke[data-by=c]')).toHaveCount(0);
  await faces.toolbar.getByRole('button', { name: 'Draw' }).click();
  await page.getByRole('button', { name: 'Stop sharing' }).first().click();
  await expect(faces.sharing).toHaveCount(0);
  await expect(faces.toolbar).toHaveCount(0);
  await expect(agent.cobrowse.locator('iframe')).toHaveCount(0);
});

test('co-browsing goes on over the site’s pages, shows plainly on each, and is stopped at once there', async ({
  agent,
  faces,
}) => {
  const { page } = faces;
  const { replay } = agent;
  const title = (of: string): Locator => replay.getByRole('heading', { level: 1, name: of });
  const titleOf = async (): Promise<string> =>
    (await page.getByRole('heading', { level: 1 }).innerText()).trim();
  const go = async (name: string, path: RegExp): Promise<void> => {
    await page.getByRole('link', { name }).click();
    await expect(page).toHaveURL(path);
    await expect(faces.sharing).toContainText('Ann sees this page', { timeout: standsWithin });
    await expect(faces.sharing).toBeInViewport();
    await expect(title(await titleOf())).toBeVisible({ timeout: standsWithin });
  };
  await faces.ask('Co-browse', 'Allow');
  await expect(faces.sharing).toContainText('Ann sees this page', { timeout: standsWithin });
  await go('Page 3', /page-3/);
  await go('Page 2', /page-2/);
  await expect(faces.consent).toBeHidden();

  // What may be seen was said on another page: it is that alone here, too.
  const form = page.getByRole('form', { name: 'Application' });
  await form.getByRole('textbox', { name: 'Card number' }).pressSequentially('4111');
  await form.getByRole('textbox', { name: 'Full name' }).pressSequentially('Zoe Zhang');
  await expect(replay.locator('#full-name')).toHaveValue('Zoe Zhang', { timeout: standsWithin });
  expect(await wordsOf(replay)).not.toContain('4111');

  await go('Page 3', /page-3/);
  await page.getByRole('button', { name: 'Stop sharing' }).first().click();
  await expect(faces.sharing).toHaveCount(0);
  await expect(faces.toolbar).toHaveCount(0);
  await expect(agent.cobrowse.locator('iframe')).toHaveCount(0);
  await page.getByRole('link', { name: 'Page 2' }).click();
  await expect(page).toHaveURL(/page-2/);
  await expect(faces.state).toHaveText('With Ann');
  await faces.say('Just words now');
  await expect(agent.log).toContainText('Just words now');
  await expect(faces.sharing).toHaveCount(0);
  await expect(agent.cobrowse.locator('iframe')).toHaveCount(0);
});

const overflow = (): number => document.documentElement.scrollWidth - document.documentElement.clientWidth;

for (const colorScheme of ['light', 'dark'] as const) {
  for (const [width, height] of [
    [1280, 800],
    [360, 740],
  ] as const) {
    test.describe(`${colorScheme}, ${width} px wide`, () => {
      test.use({ colorScheme, viewport: { width, height } });

      test('axe finds nothing serious: consent, call, sharing, and after them', async ({ agent, faces }) => {
        const { page } = faces;
        await faces.button('Video call').click();
        await expect(faces.consent).toBeVisible();
        await expectAccessible(page);
        await faces.consent.getByRole('button', { name: 'Allow', exact: true }).click();
        await expect(faces.callState).toContainText('Calling');
        await expectAccessible(page);
        await agent.button('Accept video').click();
        await expect(faces.callState).toContainText('In a call with Ann', { timeout: standsWithin });
        await expect(faces.calling('Hang up')).toBeInViewport();
        await faces.box.scrollIntoViewIfNeeded();
        expect(await page.evaluate(overflow)).toBe(0);
        await expectAccessible(page);
        await expectAccessible(agent.page);
        await faces.calling('Hang up').click();
        await expect(faces.call).toHaveCount(0);
        await expectAccessible(page);
        await faces.ask('Co-browse', 'Allow');
        await expect(faces.sharing).toContainText('Ann sees this page', { timeout: standsWithin });
        await expect(page.getByRole('button', { name: 'Stop sharing' }).first()).toBeInViewport();
        expect(await page.evaluate(overflow)).toBe(0);
        await expectAccessible(page);
        await expectAccessible(agent.page);
      });
    });
  }
}

test('a call and a co-browsed page are had by keyboard alone', async ({ agent, faces }) => {
  const { page } = faces;
  const { keyboard } = page;
  async function tabTo(name: string): Promise<void> {
    const focused = (): Promise<string> =>
      page.evaluate(() => {
        const { activeElement } = document;
        return activeElement?.getAttribute('aria-label') ?? activeElement?.textContent.trim() ?? '';
      });
    for (let press = 0; press < 60; press += 1) {
      if ((await focused()) === name) return;
      await keyboard.press('Tab');
    }
    throw new Error(`${name} is not reached by Tab.`);
  }
  await tabTo('Video call');
  await keyboard.press('Enter');
  await expect(faces.consent).toBeVisible();
  await tabTo('Allow');
  await keyboard.press('Enter');
  await expect(faces.callState).toContainText('Calling');
  await agent.button('Accept video').click();
  await expect(faces.callState).toContainText('In a call with Ann', { timeout: standsWithin });
  await tabTo('Mute');
  await keyboard.press('Enter');
  await expect(agent.callState).toContainText('Zoe is muted');
  await tabTo('Hang up');
  await keyboard.press('Enter');
  await expect(faces.call).toHaveCount(0);
  // The focus is not lost with the buttons.
  await expect.poll(() => page.evaluate(() => document.activeElement !== document.body)).toBe(true);
  await tabTo('Co-browse');
  await keyboard.press('Enter');
  await expect(faces.consent).toBeVisible();
  await keyboard.press('Escape');
  await expect(faces.consent).toBeHidden();
  await expect(faces.sharing).toHaveCount(0);
  await tabTo('Co-browse');
  await keyboard.press('Enter');
  await tabTo('Allow');
  await keyboard.press('Enter');
  await expect(faces.sharing).toContainText('Ann sees this page', { timeout: standsWithin });
  await tabTo('Stop sharing');
  await keyboard.press('Enter');
  await expect(faces.sharing).toHaveCount(0);
});
