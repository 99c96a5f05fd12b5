import { port } from '../support/addresses.js';
import { expect, test } from '../support/tetherfi/test.js';

test('a file is attached, announced, and can be fetched', async ({ ann, newTab, talk }) => {
  const tab = await newTab();
  await tab.open('tetherfi/page-2');
  await expect(tab.state).toHaveText('With Ann');
  const chosen = talk.page.waitForEvent('filechooser');
  await talk.button('Attach file').click();
  await (
    await chosen
  ).setFiles({
    name: 'note & <b>.txt',
    mimeType: 'text/plain',
    buffer: Buffer.from('Written down'),
  });
  for (const each of [talk, tab]) {
    const file = each.message('note & <b>.txt');
    await expect(file).toHaveCount(1);
    await expect(file).toContainText('You');
    const fetched = await file.getByRole('link').evaluate(async (link: HTMLAnchorElement) => {
      const response = await fetch(link.href, { credentials: 'include' });
      return response.text();
    });
    expect(fetched).toBe('Written down');
  }
  await ann('say', { text: 'Got it' });
  await expect(talk.message('Got it')).toHaveCount(1);
  await expect(talk.messages).toHaveCount(2);
});

test('a file that isn’t taken says so', async ({ talk }) => {
  const chosen = talk.page.waitForEvent('filechooser');
  await talk.button('Attach file').click();
  await (
    await chosen
  ).setFiles({
    name: 'run.exe',
    mimeType: 'application/x-msdownload',
    buffer: Buffer.from('MZ'),
  });
  await expect(talk.chat.getByRole('listitem').filter({ hasText: 'run.exe' })).toContainText('Not sent');
  await expect(talk.messages).toHaveCount(0);
});

test('a callback is asked for in a dialog, and noted', async ({ chatDesk, talk }) => {
  const opener = talk.button('Request callback');
  await opener.click();
  const dialog = talk.page.getByRole('dialog', { name: 'Request callback' });
  await expect(dialog.getByRole('textbox', { name: 'Phone' })).toBeFocused();
  await talk.page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  // Only the dialog was closed.
  await expect(talk.box).toBeVisible();
  await expect(opener).toBeFocused();
  await opener.click();
  await dialog.getByRole('textbox', { name: 'Phone' }).fill('+12165325078');
  await dialog.getByRole('button', { name: 'Request' }).click();
  await expect(dialog).toBeHidden();
  await expect(talk.callback).toContainText('somebody will call you');
  expect(await chatDesk.callbacks()).toMatchObject([{ number: '+12165325078', by: 'c' }]);
});

test('calls, sharing and co-browsing wait for an agent, with the reason, and can be begun then', async ({
  ann,
  site,
}) => {
  await site.begin();
  const names = ['Audio call', 'Video call', 'Share screen', 'Co-browse'];
  for (const name of names) {
    await expect(site.button(name)).toBeDisabled();
    await expect(site.button(name)).toHaveAccessibleDescription(/\w/);
  }
  await ann('accept');
  await expect(site.state).toHaveText('With Ann');
  for (const name of names) await expect(site.button(name)).toBeEnabled();
});

test('the agent reads what the customer told the bot, and sees them type', async ({
  ann: _ann,
  context,
  session,
  site,
}) => {
  await site.open('tetherfi', '&bot=1');
  await expect(site.chat).toContainText('My card was declined at the station.');
  await site.begin();
  const desk = await context.newPage();
  await desk.goto(`http://localhost:${port + 105}/agent?session=${session}&name=Cleo`);
  await desk.getByRole('textbox', { name: 'Password' }).fill('secret');
  await desk.getByRole('button', { name: 'Sign in' }).click();
  await desk.getByRole('button', { name: 'Accept', exact: true }).click();
  await expect(site.state).toHaveText('With Cleo');
  const log = desk.getByRole('log', { name: 'Messages' });
  await expect(log).toContainText('My card was declined at the station.');
  const typing = desk.getByRole('status', { name: 'Typing' });
  await site.box.pressSequentially('So, ');
  await expect(typing).toContainText('is typing');
  await site.say('So, can you help?');
  await expect(log).toContainText('So, can you help?');
  await expect(typing).toHaveText('');
});

test('two chats at once, each in a tab of its own', async ({ ann, chatDesk, site }) => {
  const bo = await chatDesk.agent('Bo');
  await site.open('tetherfi', '&multichat=true');
  await site.begin({ name: 'Zoe', topic: 'Loans' });
  await ann('accept');
  await expect(site.state).toHaveText('With Ann');
  await site.button('New chat').click();
  await expect(site.state).toHaveText('Not started');
  await expect(site.tabs).toHaveCount(2);
  await site.begin({ name: 'Zoe', topic: 'Cards' });
  await bo('accept');
  await expect(site.state).toHaveText('With Bo');

  await site.say('For Bo');
  await expect(site.message('For Bo')).toContainText('Sent');
  await ann('say', { text: 'From Ann' });
  await bo('say', { text: 'From Bo' });
  await expect(site.message('From Bo')).toHaveCount(1);
  await expect(site.messages).toHaveCount(2);
  await site.tabs.first().focus();
  await site.page.keyboard.press('Enter');
  await expect(site.state).toHaveText('With Ann');
  await site.say('For Ann');
  await expect(site.message('For Ann')).toContainText('Sent');
  await expect(site.message('From Ann')).toHaveCount(1);
  await expect(site.messages).toHaveCount(2);
  const chats = await chatDesk.chats();
  const said = (topic: string): readonly string[] =>
    chats
      .filter(({ details }) => details['pTopic'] === topic)
      .flatMap(({ trans }) => trans.flatMap(({ msg }) => msg ?? []))
      .map(decodeURIComponent)
      .sort();
  expect([said('Loans'), said('Cards')]).toEqual([
    ['For Ann', 'From Ann'],
    ['For Bo', 'From Bo'],
  ]);

  // Both go on, on another page.
  await site.page.getByRole('link', { name: 'Page 3', exact: true }).click();
  await site.page.waitForURL(/page-3.*multichat=true/);
  await expect(site.tabs).toHaveCount(2, { timeout: 15_000 });
  await site.button('End chat').click();
  await expect(site.state).toHaveText('Ended by customer');
  expect((await chatDesk.chats()).filter(({ state }) => state === 'connected')).toHaveLength(1);
});
