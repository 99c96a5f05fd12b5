import { readFile } from 'node:fs/promises';
import type { WebSocketRoute } from '@playwright/test';
import { expectAccessible } from '../support/axe.js';
import { openAgentPage, signInAgent, type AgentPage } from '../support/livechat/agentPage.js';
import type { CustomerPage } from '../support/livechat/customerPage.js';
import { liveChatOrigin } from '../support/livechat/liveChatOrigin.js';
import { expect, test as base } from '../support/livechat/test.js';

const ada = { eCustName: 'Ada', pTopic: 'Cards', eMobileNo: '+65 6123 4567' };

const test = base.extend<{
  readonly ann: AgentPage;
  /** Ada and Ann, talking. */
  readonly talk: CustomerPage;
}>({
  ann: async ({ browser, session }, use) => {
    const context = await browser.newContext();
    const ann = await openAgentPage(context, session);
    await signInAgent(ann, 'Ann');
    await expect(ann.page.getByRole('status', { name: 'Connection' })).toHaveText('Online');
    await use(ann);
    await context.close();
  },
  talk: async ({ ann, customer }, use) => {
    await customer.begin(ada, 'Ada: My card is lost\nBot: I find somebody for you');
    await ann.accept('Ada');
    await customer.until('OnRemoteUserConnected');
    await use(customer);
  },
});

test.use({ staffed: false });

test('an agent signs in with the right password alone, and is signed in after a reload, in this tab alone', async ({
  browser,
  session,
}) => {
  const context = await browser.newContext();
  const ann = await openAgentPage(context, session);
  await signInAgent(ann, 'Ann', 'wrong');
  await expect(ann.page.getByRole('alert')).toHaveText('User and password don’t belong together.');
  await expectAccessible(ann.page);
  await signInAgent(ann, 'Ann');
  const online = ann.page.getByRole('status', { name: 'Connection' });
  await expect(online).toHaveText('Online');
  await ann.page.reload();
  await expect(online).toHaveText('Online');
  expect(
    await ann.page.evaluate(() => JSON.stringify([Object.keys(localStorage), document.cookie])),
  ).not.toContain('agent.e2e');
  const other = await openAgentPage(context, session);
  await expect(other.button('Sign in')).toBeVisible();
  await ann.button('Sign out').click();
  await expect(ann.button('Sign in')).toBeVisible();
  await context.close();
});

test('who waits is shown with place, name, topic and time, and told in the title', async ({
  ann,
  openPage,
  browser,
}) => {
  await expect(ann.button('Accept')).toBeDisabled();
  await (await openPage()).begin(ada);
  const context = await browser.newContext();
  await (await openPage({ context })).begin({ eCustName: 'Bea', pTopic: 'Loans' });
  await expect(ann.waiting.getByRole('listitem')).toHaveText([
    /^1Ada\s*Cards.*0:\d\d/,
    /^2Bea\s*Loans.*0:\d\d/,
  ]);
  await expect(ann.page).toHaveTitle(/^\(2\) /);
  await expect(ann.page.getByRole('status', { name: 'News' })).toContainText('Bea, Loans');
  await expectAccessible(ann.page);
  await ann.button('Accept Bea').click();
  await expect(ann.tabs.getByRole('tab', { name: 'Bea', selected: true })).toBeVisible();
  await ann.accept('Ada');
  await context.close();
});

test('T-27, T-30, T-42: the agent sees what the customer’s page has told, keys of its own too', async ({
  ann,
  customer,
}) => {
  await customer.begin({ ...ada, eCin: 'C-1815', eCustSeg: 'Gold', branchOfOwn: 'Orchard' });
  await ann.accept('Ada');
  const facts = ann.customer.locator('dl');
  for (const told of ['NameAda', 'TopicCards', 'Customer numberC-1815', 'SegmentGold', 'branchOfOwnOrchard'])
    await expect(facts.locator('div').filter({ hasText: told })).toBeVisible();
});

test('T-63: what the bot was told is before the chat', async ({ ann, talk: _ }) => {
  await expect(ann.log.getByRole('region', { name: 'Before the chat' })).toContainText(
    'Ada: My card is lost\nBot: I find somebody for you',
  );
});

test('messages, typing and app messages go both ways', async ({ ann, talk }) => {
  await ann.box.pressSequentially('Hel');
  await talk.until('OnTypingStateChanged', 0);
  await ann.say('Hello Ada');
  await talk.until('OnMessageReceived', 'Hello Ada');
  await talk.call('NotifyTypingStateChange', 0);
  await expect(ann.page.getByRole('status', { name: 'Typing' })).toHaveText('Ada is typing …');
  await talk.call('SendMessage', 'Hello Ann, see https://example.com/card');
  await expect(ann.log.getByRole('article', { name: /^Ada \d\d:/ })).toContainText('Hello Ann');
  const link = ann.log.getByRole('link', { name: 'https://example.com/card' });
  await expect(link).toHaveAttribute('rel', 'noopener noreferrer');
  await expect(ann.page.getByRole('status', { name: 'Typing' })).toHaveText('');
  await talk.call('SendAppMessage', 'form', { fields: [1, 'two'] });
  await expect(ann.log.getByText('App message: form')).toBeVisible();
  await ann.button('Send app message').click();
  const dialog = ann.dialog('Send app message');
  await dialog.getByRole('textbox', { name: 'Data' }).fill('open the form');
  await dialog.getByRole('button', { name: 'Send app message' }).click();
  await talk.until('OnAppMessageReceived', 'Ann', 'open the form');
  await expectAccessible(ann.page);
});

test('whatever a customer writes stays text, and the page’s policy allows nothing else', async ({
  ann,
  customer,
}) => {
  const refused: string[] = [];
  ann.page.on('console', (message) => {
    if (/Content Security Policy/.test(message.text())) refused.push(message.text());
  });
  const evil = '<img src=x onerror="document.title=\'owned\'">';
  await customer.begin({ eCustName: evil, pTopic: evil, [evil]: evil }, evil);
  await expect(ann.waiting).toContainText(evil);
  await ann.button('Accept').click();
  for (const text of [evil, '<script>document.title="owned"</script>', 'javascript:alert(1)']) {
    await customer.call('SendMessage', text);
    await expect(ann.log.getByText(text, { exact: true }).last()).toBeVisible();
  }
  await customer.call('SendAppMessage', evil, { [evil]: evil });
  await expect(ann.log.getByText(`App message: ${evil}`)).toBeVisible();
  await expect(ann.page.locator('main img, main script')).toHaveCount(0);
  await expect(ann.page).not.toHaveTitle(/owned/);
  expect(refused).toEqual([]);
  const response = await ann.page.request.get(ann.page.url());
  expect(response.headers()['content-security-policy']).toMatch(/default-src 'none'.*script-src 'self'/);
});

test('a colleague is invited, takes over by transfer, and who is left alone waits again', async ({
  ann,
  talk,
  session,
  browser,
}) => {
  const context = await browser.newContext();
  const bob = await openAgentPage(context, session);
  await signInAgent(bob, 'Bob');
  await expect(bob.page.getByRole('status', { name: 'Connection' })).toHaveText('Online');
  await ann.button('Invite').click();
  await expect(ann.dialog('Invite').getByRole('option')).toHaveText(['Bob']);
  await ann.page.keyboard.press('Enter');
  await expect(bob.tabs.getByRole('tab', { name: 'Ada' })).toBeVisible();
  await expect(ann.log).toContainText('Bob joined by invitation.');
  await bob.button('Leave').click();
  await bob.page.keyboard.type('Ann knows more');
  await bob.page.keyboard.press('Enter');
  await talk.until('OnConferenceUserLeft', 'Bob', 'Ann knows more');
  await ann.button('Transfer').click();
  await ann.dialog('Transfer').getByRole('button', { name: 'Transfer' }).click();
  await expect(ann.tabs.getByRole('tab', { name: 'Ada, left' })).toBeVisible();
  await expect(ann.button('Close chat')).toBeFocused();
  await bob.say('Here I am again');
  await talk.until('OnMessageReceived', 'Here I am again');
  await bob.button('Leave').click();
  await bob.dialog('Leave').getByRole('button', { name: 'Leave' }).click();
  await expect(ann.waiting.getByRole('listitem')).toHaveText([/^1Ada/]);
  await context.close();
});

test('ending a chat asks first; it stays to be read until it is closed', async ({ ann, talk }) => {
  await ann.button('End chat').click();
  await ann.page.keyboard.press('Escape');
  await expect(ann.dialog('End chat')).toBeHidden();
  await expect(ann.button('End chat')).toBeFocused();
  await ann.button('End chat').click();
  await ann.dialog('End chat').getByRole('button', { name: 'End chat' }).click();
  await talk.until('OnEnd', 'server', undefined);
  await expect(ann.log).toContainText('An agent ended the chat.');
  await expect(ann.box).toBeHidden();
  await ann.button('Close chat').click();
  await expect(ann.page.getByText('No chat yet')).toBeVisible();
});

test('files go both ways', async ({ ann, talk }) => {
  const chooser = ann.page.waitForEvent('filechooser');
  await ann.button('Attach file').click();
  await (
    await chooser
  ).setFiles({ name: 'fees & rates.txt', mimeType: 'text/plain', buffer: Buffer.from('none') });
  await talk.until('OnUploadComplete');
  const link = ann.log.getByRole('link', { name: 'fees & rates.txt' });
  const download = ann.page.waitForEvent('download');
  await link.click();
  const file = await download;
  expect(file.suggestedFilename()).toBe('fees & rates.txt');
  expect(await readFile(await file.path(), 'utf8')).toBe('none');
  const program = ann.page.waitForEvent('filechooser');
  await ann.button('Attach file').click();
  await (
    await program
  ).setFiles({ name: 'a.exe', mimeType: 'application/x-msdownload', buffer: Buffer.from('MZ') });
  await expect(ann.page.getByRole('list', { name: 'Uploads' }).getByRole('alert')).toBeVisible();
});

test('T-158: an agent records a callback, to the customer’s own number unless told otherwise', async ({
  ann,
  chatDesk,
  talk,
}) => {
  await ann.button('Callback').click();
  const dialog = ann.dialog('Callback');
  await expect(dialog.getByRole('textbox', { name: 'Number' })).toHaveValue('+65 6123 4567');
  await dialog.getByRole('button', { name: 'Record callback' }).click();
  await talk.until('OnCallbackRequestStatus', false, true);
  await expect(ann.log).toContainText('recorded, asked for by an agent');
  expect((await chatDesk.callbacks()).map(({ by }) => by)).toEqual(['a']);
});

test('T-167: earlier chats of the customer are there when the chat is opened', async ({ ann, customer }) => {
  const known = { ...ada, eCin: 'C-1815' };
  await customer.begin(known);
  await ann.accept('Ada');
  await ann.say('100 % of it & more');
  await customer.until('OnMessageReceived', '100 % of it & more');
  await customer.call('End');
  await customer.until('OnEnd');
  await expect(ann.log).toContainText('The customer ended the chat.');
  await customer.call('Start', known, '');
  await ann.accept('Ada');
  const earlier = ann.page.getByRole('list', { name: 'Earlier chats' });
  await earlier.getByRole('group').locator('summary').click();
  await expect(earlier).toContainText('100 % of it & more');
});

test('canned replies come with a slash, and are the agent’s own to change', async ({ ann, talk }) => {
  const { page } = ann;
  await ann.box.press('/');
  const search = page.getByRole('combobox', { name: 'Canned replies' });
  await expect(search).toBeFocused();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Edit', exact: true }).click();
  const dialog = ann.dialog('Edit canned replies');
  await dialog.getByRole('button', { name: 'Add reply' }).click();
  await dialog.getByRole('textbox', { name: 'Name' }).last().fill('Fees');
  await dialog.getByRole('textbox', { name: 'Text' }).last().fill('{name}, there are no fees.');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await page.reload();
  await expect(ann.box).toBeVisible();
  await ann.box.press('/');
  await search.fill('fees');
  await page.keyboard.press('Enter');
  await expect(ann.box).toHaveValue('Ada, there are no fees.');
  await expect(ann.box).toBeFocused();
  await page.keyboard.press('Enter');
  await talk.until('OnMessageReceived', 'Ada, there are no fees.');
});

test('a day’s work by keyboard alone', async ({ ann, openPage, browser }) => {
  const { page } = ann;
  const { keyboard } = page;
  const first = await openPage();
  await first.begin(ada);
  const context = await browser.newContext();
  const second = await openPage({ context });
  await second.begin({ eCustName: 'Bea' });
  await expect(ann.waiting.getByRole('listitem')).toHaveCount(2);
  await keyboard.press('Alt+a');
  await expect(ann.box).toBeFocused();
  await keyboard.type('To Ada');
  await keyboard.press('Enter');
  await first.until('OnMessageReceived', 'To Ada');
  await keyboard.press('Alt+a');
  await expect(ann.tabs.getByRole('tab', { name: 'Bea', selected: true })).toBeVisible();
  await first.call('SendMessage', 'Are you there?');
  await expect(ann.tabs.getByRole('tab', { name: 'Ada, 1 unread' })).toBeVisible();
  await keyboard.press('Alt+n');
  await expect(ann.tabs.getByRole('tab', { name: 'Ada', exact: true, selected: true })).toBeVisible();
  await expect(ann.box).toBeFocused();
  await ann.tabs.getByRole('tab', { name: 'Ada' }).focus();
  await keyboard.press('ArrowRight');
  await expect(ann.tabs.getByRole('tab', { name: 'Bea' })).toBeFocused();
  await keyboard.press('?');
  await expect(ann.dialog('Keyboard help')).toBeVisible();
  await expectAccessible(page);
  await keyboard.press('Escape');
  await keyboard.press('Alt+x');
  await expect(ann.dialog('End chat')).toBeVisible();
  await keyboard.press('Tab');
  await keyboard.press('Enter');
  await second.until('OnEnd');
  await expect(ann.tabs.getByRole('tab', { name: 'Bea, ended' })).toBeVisible();
  await keyboard.press('Alt+x');
  await expect(ann.tabs.getByRole('tab')).toHaveCount(1);
  await context.close();
});

test('in the dark, on a small screen: all is there, and nothing has to be scrolled sideways', async ({
  ann,
  talk: _,
}) => {
  const { page } = ann;
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.setViewportSize({ width: 360, height: 740 });
  await expectAccessible(page);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  await ann.say('From a telephone');
  await expect(ann.log).toContainText('From a telephone');
});

test('a connection that breaks comes back, and nothing is lost or twice', async ({ ann, talk, session }) => {
  const { page } = ann;
  const links: WebSocketRoute[] = [];
  let broken = false;
  await page.routeWebSocket(/agent\/socket/, (link) => {
    if (broken) {
      void link.close();
      return;
    }
    links.push(link);
    link.connectToServer();
  });
  await page.goto(`${liveChatOrigin}/agent?session=${session}`);
  const status = page.getByRole('status', { name: 'Connection' });
  await expect(status).toHaveText('Online');
  broken = true;
  await links.at(-1)?.close();
  await expect(status).toHaveText('Reconnecting …');
  await ann.say('Written in a tunnel');
  await expect(ann.log.getByText('Sending …')).toBeVisible();
  await talk.call('SendMessage', 'Said meanwhile');
  await talk.until('OnEcho', 'Said meanwhile');
  broken = false;
  await talk.until('OnMessageReceived', 'Written in a tunnel');
  await expect(status).toHaveText('Online');
  await expect(ann.log.getByText('Said meanwhile')).toHaveCount(1);
  await expect(ann.log.getByText('Written in a tunnel')).toHaveCount(1);
  await expect(ann.log.getByText('Sending …')).toHaveCount(0);
  expect(await talk.told('OnMessageReceived')).toEqual([['Written in a tunnel']]);
});
