import type { Locator } from '@playwright/test';
import type { ChatSite } from '../support/tetherfi/chatSite.js';
import { expect, test } from '../support/tetherfi/test.js';

test('a chat goes on over three pages and a reload, with each message once', async ({
  ann,
  chatDesk,
  talk,
}) => {
  const { page } = talk;
  await talk.say('From the first page');
  await expect(talk.message('From the first page')).toContainText('Sent');
  for (const number of [2, 3]) {
    await page.getByRole('link', { name: `Page ${number}`, exact: true }).click();
    await page.waitForURL(`**/tetherfi/page-${number}?**`);
    await expect(talk.state).toHaveText('With Ann', { timeout: 15_000 });
    await ann('say', { text: `Seen on page ${number}` });
    await expect(talk.message(`Seen on page ${number}`)).toHaveCount(1);
  }
  await page.reload();
  await expect(talk.state).toHaveText('With Ann', { timeout: 15_000 });
  await expect(talk.messages).toContainText(['From the first page', 'Seen on page 2', 'Seen on page 3']);
  await expect(talk.messages).toHaveCount(3);
  await page.getByRole('link', { name: 'Page 1', exact: true }).click();
  await expect(talk.state).toHaveText('With Ann', { timeout: 15_000 });
  await talk.say('And back');
  await expect(talk.message('And back')).toContainText('Sent');
  expect((await chatDesk.chat()).state).toBe('connected');
});

test('a second tab joins the chat, and each message shows once in both', async ({ ann, newTab, talk }) => {
  const tab = await newTab();
  await tab.open('tetherfi/page-2');
  await expect(tab.state).toHaveText('With Ann');
  await ann('say', { text: 'Hello, both tabs' });
  await tab.say('From the second');
  await talk.say('From the first');
  for (const each of [talk, tab]) {
    for (const text of ['Hello, both tabs', 'From the second', 'From the first']) {
      await expect(each.message(text)).toHaveCount(1);
    }
    await expect(each.message('From the second')).toContainText('Sent');
    await expect(each.message('From the first')).toContainText('Sent');
    await expect(each.messages).toHaveCount(3);
  }
  await tab.button('End chat').click();
  await expect(talk.state).toHaveText('Ended by customer');
});

test('it is minimised, says what is new, and is restored with the focus where one writes', async ({
  ann,
  site,
  page,
}) => {
  await expect(site.name).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(site.startForm).toBeHidden();
  await expect(site.launcher).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(site.name).toBeFocused();
  await site.begin();
  await ann('accept');
  await expect(site.state).toHaveText('With Ann');
  await expect(site.box).toBeFocused();
  await site.button('Minimise').click();
  await expect(site.box).toBeHidden();
  await expect(site.state).toHaveText('With Ann');
  await ann('say', { text: 'Are you there?' });
  await expect(site.chat).toContainText('1 new, the last from Ann');
  await site.button('Restore').click();
  await expect(site.box).toBeFocused();
  await expect(site.message('Are you there?')).toBeInViewport();
});

const inside = async ({ page, chat }: ChatSite): Promise<boolean> => {
  const box = await boxOf(chat);
  const { width, height } = page.viewportSize() ?? { width: 0, height: 0 };
  return box.x >= 0 && box.y >= 0 && box.x + box.width <= width && box.y + box.height <= height;
};

const boxOf = async (place: Locator) =>
  (await place.boundingBox()) ?? Promise.reject(new Error('It is not in sight.'));

test('it is dragged, by pointer and by keys, and stays in view', async ({ site, page }) => {
  const home = await boxOf(site.chat);
  const grip = await boxOf(site.chat.getByRole('heading', { name: 'Chat', exact: true }));
  await page.mouse.move(grip.x + 4, grip.y + 4);
  await page.mouse.down();
  await page.mouse.move(grip.x - 96, grip.y - 16, { steps: 4 });
  await expect.poll(async () => (await boxOf(site.chat)).x).toBeCloseTo(home.x - 100, 0);
  await page.mouse.move(-500, -500, { steps: 4 });
  await page.mouse.up();
  await expect.poll(async () => (await boxOf(site.chat)).x).toBeLessThan(home.x - 300);
  expect(await inside(site)).toBe(true);

  await site.handle.focus();
  const left = (await boxOf(site.chat)).x;
  await page.keyboard.press('ArrowRight');
  await expect.poll(async () => (await boxOf(site.chat)).x).toBeGreaterThan(left);
  for (let press = 0; press < 60; press += 1) await page.keyboard.press('ArrowDown');
  for (let press = 0; press < 60; press += 1) await page.keyboard.press('ArrowRight');
  expect(await inside(site)).toBe(true);
  // A smaller window takes it along.
  await page.setViewportSize({ width: 900, height: 700 });
  await expect.poll(() => inside(site)).toBe(true);
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.keyboard.press('Home');
  await expect.poll(async () => (await boxOf(site.chat)).x).toBe(home.x);
});

test('page 2 has a form to fill in meanwhile, which keeps what is in it while the chat goes on', async ({
  ann,
  site,
  page,
}) => {
  await page.getByRole('link', { name: 'Page 2', exact: true }).click();
  await site.show();
  const form = page.getByRole('form', { name: 'Application' });
  await form.getByRole('textbox', { name: 'Full name' }).fill('Zoe Zee');
  await form.getByRole('textbox', { name: 'Card number' }).fill('4111 1111');
  await site.begin();
  await ann('accept');
  await expect(site.state).toHaveText('With Ann');
  await expect(form.getByRole('textbox', { name: 'Full name' })).toHaveValue('Zoe Zee');
  await expect(form.getByRole('textbox', { name: 'Card number' })).toHaveValue('4111 1111');
});
