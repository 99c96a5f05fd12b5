import { createDesk } from '../support/livechat/desk.js';
import { createChatSite } from '../support/tetherfi/chatSite.js';
import { startOwnLauncher, type OwnLauncher } from '../support/tetherfi/ownLauncher.js';
import { expect, test as base } from '../support/tetherfi/test.js';

/** A kill would be felt by the tests that run beside this one: it has servers of its own. */
const test = base.extend<{ readonly own: OwnLauncher }>({
  own: async ({ session: _session }, use, { parallelIndex }) => {
    const own = await startOwnLauncher(parallelIndex);
    await use(own);
    await own.close();
  },
});

test('what is written while the connection is lost is sent once when it is back', async ({
  ann,
  chatDesk,
  newTab,
  talk,
}) => {
  const tab = await newTab();
  await tab.open('tetherfi/page-3');
  await expect(tab.state).toHaveText('With Ann');
  await chatDesk.faults({ offline: true });
  await expect(talk.server).toHaveText('Offline', { timeout: 15_000 });
  await expect(talk.state).toHaveText('Connection lost');
  await talk.say('Can you hear me?');
  await tab.say('Or me?');
  await expect(talk.message('Can you hear me?')).toContainText('Sending');
  await ann('say', { text: 'Hello?' });
  await chatDesk.faults({ offline: false });
  for (const each of [talk, tab]) {
    await expect(each.server).toHaveText('Online', { timeout: 15_000 });
    await expect(each.state).toHaveText('With Ann');
    for (const text of ['Can you hear me?', 'Or me?']) {
      await expect(each.message(text)).toContainText('Sent', { timeout: 15_000 });
    }
    await expect(each.message('Hello?')).toHaveCount(1);
    await expect(each.messages).toHaveCount(3);
  }
  const { trans } = await chatDesk.chat();
  expect(
    trans
      .flatMap(({ msg }) => msg ?? [])
      .map(decodeURIComponent)
      .sort(),
  ).toEqual(['Can you hear me?', 'Hello?', 'Or me?']);
});

test('what is written while the connection is lost is sent though the page is loaded again', async ({
  chatDesk,
  talk,
}) => {
  await chatDesk.faults({ offline: true });
  await expect(talk.server).toHaveText('Offline', { timeout: 15_000 });
  await talk.say('Kept for later');
  await expect(talk.message('Kept for later')).toContainText('Sending');
  await talk.page.reload();
  await chatDesk.faults({ offline: false });
  await expect(talk.state).toHaveText('With Ann', { timeout: 30_000 });
  await expect(talk.message('Kept for later')).toContainText('Sent', { timeout: 15_000 });
  await expect(talk.messages).toHaveCount(1);
  await expect
    .poll(async () => (await chatDesk.chat()).trans.flatMap(({ msg }) => msg ?? []))
    .toEqual(['Kept%20for%20later']);
});

test('the back end is killed in the middle of a chat, and nothing is lost or doubled', async ({
  app,
  own,
  page,
  request,
  session,
}) => {
  test.setTimeout(120_000);
  const desk = createDesk(request, session, own.board);
  const ann = await desk.agent('Ann');
  const site = createChatSite(page, `${own.origin}${app}`, session);
  await site.open();
  await site.begin();
  await ann('accept');
  await site.say('before');
  await expect(site.message('before')).toContainText('Sent');
  const restarted = desk.faults({ restart: true });
  await site.say('during');
  await restarted;
  await site.say('after');
  await expect(site.message('after')).toContainText('Sent', { timeout: 30_000 });
  await expect(site.message('during')).toContainText('Sent');
  await ann('say', { text: 'Still here' });
  await expect(site.message('Still here')).toHaveCount(1);
  await expect(site.messages).toContainText(['before', 'during', 'after', 'Still here']);
  await expect(site.messages).toHaveCount(4);
  await expect(site.state).toHaveText('With Ann');
  const { trans } = await desk.chat();
  expect(trans.flatMap(({ msg }) => msg ?? [])).toEqual(['before', 'during', 'after', 'Still%20here']);
});

test('a captcha is asked, refused, shown anew, and read', async ({ ann: _ann, chatDesk, site }) => {
  await chatDesk.faults({ captcha: true });
  await expect(site.captcha).toHaveCount(0);
  await site.fill({ name: 'Zoe' });
  await site.button('Start').click();
  const drawn = (): Promise<number> =>
    site.captcha.evaluate((image: HTMLImageElement) => (image.complete ? image.naturalWidth : 0));
  await expect.poll(drawn).toBeGreaterThan(0);
  await expect(site.captchaText).toBeVisible();

  await site.captchaText.fill('??');
  await site.button('Start').click();
  await expect(site.startForm).toContainText('That was not it');
  // What was filled in is kept; what was wrong is not.
  await expect(site.name).toHaveValue('Zoe');
  await expect(site.captchaText).toHaveValue('');

  await expect.poll(drawn).toBeGreaterThan(0);
  const text = await chatDesk.captcha();
  await site.button('Another image').click();
  await expect.poll(() => chatDesk.captcha()).not.toBe(text);
  await expect.poll(drawn).toBeGreaterThan(0);
  await site.captchaText.fill((await chatDesk.captcha()).toLowerCase());
  await site.button('Start').click();
  await expect(site.state).toHaveText('Waiting');
  await expect(site.captcha).toHaveCount(0);
});

test('with nobody at work the chat ends with the reason, and details can be left', async ({ site }) => {
  await site.fill({ name: 'Zoe' });
  await site.button('Start').click();
  await expect(site.state).toHaveText('Ended by server');
  await expect(site.chat.getByRole('alert')).toContainText('Nobody is at work');
  await expect(site.startForm).toBeVisible();

  const form = site.page.getByRole('form', { name: 'Leave your details' });
  await form.getByRole('textbox', { name: 'Name' }).fill('Zoe');
  await form.getByRole('textbox', { name: 'Phone' }).fill('+12165325078');
  await form.getByRole('button', { name: 'Send details' }).click();
  await expect(form.getByRole('status')).toContainText('Thank you');
  await expect(form.getByRole('textbox', { name: 'Phone' })).toHaveValue('');
});

test('a start that is refused says why and what to do, and can be tried again', async ({
  ann: _ann,
  chatDesk,
  site,
}) => {
  await chatDesk.faults({ startFailed: 'MaxConcurrentSessionCountReached' });
  await site.fill({ name: 'Zoe' });
  await site.button('Start').click();
  await expect(site.alert).toContainText('Too many chats go on now');
  await expect(site.state).toHaveText('Not started');
  await chatDesk.faults({});
  await site.begin();
});
