import { expectAccessible } from '../support/axe.js';
import { createChatSite } from '../support/tetherfi/chatSite.js';
import { expect, test } from '../support/tetherfi/test.js';

const overflow = (): number => document.documentElement.scrollWidth - document.documentElement.clientWidth;

for (const colorScheme of ['light', 'dark'] as const) {
  for (const [width, height] of [
    [1280, 800],
    [360, 740],
  ] as const) {
    test.describe(`${colorScheme}, ${width} px wide`, () => {
      test.use({ colorScheme, viewport: { width, height } });

      test('axe finds nothing serious: closed, form, captcha, queue, talk, dialog, ended', async ({
        ann,
        app,
        chatDesk,
        page,
        session,
        site,
      }) => {
        await expectAccessible(page);
        await chatDesk.faults({ captcha: true });
        await site.button('Start').click();
        await expect(site.captchaText).toBeVisible();
        await expectAccessible(page);
        await chatDesk.faults({ captcha: false });
        await site.begin();
        await expectAccessible(page);
        await ann('accept');
        await expect(site.state).toHaveText('With Ann');
        await ann('say', { text: 'A word that is so long that it can’t be broken: '.padEnd(200, 'x') });
        await site.say('Hello '.repeat(40));
        await expect(site.message('Hello')).toContainText('Sent');
        await ann('type', { text: 'start' });
        await expect(site.typing).toHaveText('Ann is typing');
        await expect(site.box).toBeInViewport();
        expect(await page.evaluate(overflow)).toBe(0);
        await expectAccessible(page);
        await site.button('Request callback').click();
        await expect(page.getByRole('dialog')).toBeVisible();
        await expectAccessible(page);
        await page.keyboard.press('Escape');
        await ann('end');
        await expect(site.state).toHaveText('Ended by agent');
        await expectAccessible(page);
        await page.keyboard.press('Escape');
        await page.goto(`${app}/tetherfi/page-2?session=${session}`);
        await expect(page.getByRole('form', { name: 'Application' })).toBeVisible();
        expect(await page.evaluate(overflow)).toBe(0);
        await expectAccessible(page);
      });
    });
  }
}

test('a chat is had by keyboard alone', async ({ ann, app, page, session }) => {
  const site = createChatSite(page, app, session);
  const { keyboard } = page;
  async function tabTo(name: string): Promise<void> {
    const wanted = page.getByRole('button', { name, exact: true });
    for (let press = 0; press < 60; press += 1) {
      if (await wanted.evaluate((element) => element === document.activeElement)) return;
      await keyboard.press('Tab');
    }
    throw new Error(`${name} is not reached by Tab.`);
  }
  await page.goto(`${app}/tetherfi?session=${session}`);
  await tabTo('Chat with us');
  await keyboard.press('Enter');
  await expect(site.name).toBeFocused();
  await expect(site.server).toHaveText('Online', { timeout: 15_000 });
  await keyboard.type('Zoe');
  await keyboard.press('Tab');
  await keyboard.type('zoe@example.com');
  await keyboard.press('Tab');
  await keyboard.type('Loans');
  await keyboard.press('Enter');
  await expect(site.state).toHaveText('Waiting');
  await expect(site.box).toBeFocused();
  await ann('accept');
  await expect(site.state).toHaveText('With Ann');
  await keyboard.type('Hello');
  await keyboard.press('Enter');
  await expect(site.message('Hello')).toContainText('Sent');
  await expect(site.box).toBeFocused();
  await tabTo('Request callback');
  await keyboard.press('Enter');
  await expect(page.getByRole('dialog').getByRole('textbox', { name: 'Phone' })).toBeFocused();
  await keyboard.type('+12165325078');
  await keyboard.press('Enter');
  await expect(site.callback).toContainText('somebody will call you');
  await tabTo('End chat');
  await keyboard.press('Enter');
  await expect(site.state).toHaveText('Ended by customer');
  // The button is gone: whoever pressed it is led to the form.
  await expect(site.name).toBeFocused();
});
