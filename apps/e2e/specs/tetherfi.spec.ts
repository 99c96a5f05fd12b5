import { expect, test } from '../support/tetherfi/test.js';

test('a chat is begun with a name, an e-mail address and a topic, waits, and is taken by an agent', async ({
  ann,
  browser,
  chatDesk,
  newTab,
  site,
}) => {
  const other = await browser.newContext();
  const before = await newTab(other);
  await before.open();
  await before.begin({ name: 'Abe' });
  await expect(before.queue).toContainText('1');

  await expect(site.state).toHaveText('Not started');
  await site.begin({ name: 'Zoe', email: 'zoe@example.com', topic: 'Loans' });
  await expect(site.queue).toContainText('2');
  await ann('accept');
  await expect(before.state).toHaveText('With Ann');
  await expect(before.queue).toBeHidden();
  await expect(site.queue).toContainText('1');
  const mine = (await chatDesk.chats()).find(({ state }) => state === 'queued');
  expect(mine?.details).toMatchObject({ eCustName: 'Zoe', eEmail: 'zoe@example.com', pTopic: 'Loans' });
  await ann('accept');
  await expect(site.state).toHaveText('With Ann');
  await expect(site.log).toContainText('Ann has joined');
  await other.close();
});

test('messages go both ways, and own ones say how far they are', async ({ ann, chatDesk, talk }) => {
  await chatDesk.faults({ silent: true });
  await talk.say('Is anybody there?');
  await expect(talk.box).toHaveValue('');
  await expect(talk.message('Is anybody there?')).toContainText('Sending');
  await chatDesk.faults({ silent: false });
  await expect(talk.message('Is anybody there?')).toContainText('Sent', { timeout: 15_000 });
  await ann('say', { text: 'Yes, I am.' });
  await expect(talk.message('Yes, I am.')).toContainText('Ann');
  await expect(talk.message('Yes, I am.').locator('time')).toHaveText(/\d/);
  await talk.box.fill('With the key');
  await talk.box.press('Enter');
  await expect(talk.message('With the key')).toContainText('Sent');
  await expect(talk.messages).toHaveCount(3);
  const { trans } = await chatDesk.chat();
  expect(trans.flatMap(({ msg }) => msg ?? []).map(decodeURIComponent)).toEqual([
    'Is anybody there?',
    'Yes, I am.',
    'With the key',
  ]);
});

test('a line break is typed with Shift, and an empty message is not sent', async ({ talk }) => {
  await talk.box.fill('   ');
  await talk.box.press('Enter');
  await talk.box.fill('one');
  await talk.box.press('Shift+Enter');
  await talk.box.pressSequentially('two');
  await talk.box.press('Enter');
  await expect(talk.message(/one\s*two/)).toContainText('Sent');
  await expect(talk.messages).toHaveCount(1);
});

test('it shows who is typing', async ({ ann, talk }) => {
  await expect(talk.typing).toHaveText('');
  await ann('type', { text: 'start' });
  await expect(talk.typing).toHaveText('Ann is typing');
  await ann('type', { text: 'stop' });
  await expect(talk.typing).toHaveText('');
  await ann('type', { text: 'start' });
  await expect(talk.typing).toHaveText('Ann is typing');
  await ann('say', { text: 'There.' });
  await expect(talk.message('There.')).toHaveCount(1);
  await expect(talk.typing).toHaveText('');
});

test('who ends the chat is said: the customer, the agent, or the server', async ({ ann, chatDesk, talk }) => {
  await talk.button('End chat').click();
  await expect(talk.state).toHaveText('Ended by customer');
  expect((await chatDesk.chats()).map(({ state }) => state)).toEqual(['ended']);

  await talk.begin();
  // The last chat's messages are gone with it.
  await expect(talk.messages).toHaveCount(0);
  await ann('accept');
  await expect(talk.state).toHaveText('With Ann');
  await ann('say', { text: 'Good-bye' });
  await ann('end');
  await expect(talk.state).toHaveText('Ended by agent');
  await expect(talk.message('Good-bye')).toBeVisible();
  await expect(talk.box).toHaveCount(0);

  await chatDesk.faults({ queueTimeoutMs: 300 });
  await talk.button('Start').click();
  await expect(talk.state).toHaveText('Ended by server');
  await expect(talk.chat.getByRole('alert')).toContainText('Nobody was free in time');
});

test('several agents in one chat are all named, and the chat goes on when one leaves', async ({
  ann,
  chatDesk,
  talk,
}) => {
  await chatDesk.agent('Bo');
  await ann('invite', { to: 'Bo' });
  await expect(talk.state).toHaveText('With Ann, Bo');
  await ann('leave');
  await expect(talk.state).toHaveText('With Bo');
  await expect(talk.log).toContainText('Ann has left');
});

test('whatever anybody writes is text', async ({ chatDesk, site }) => {
  const evil = '<img src=x onerror="window.hacked=1">';
  const mallory = await chatDesk.agent(evil);
  await site.begin({ name: evil, topic: evil });
  await mallory('accept');
  await expect(site.state).toHaveText(`With ${evil}`);
  await mallory('say', { text: `${evil}<script>window.hacked=1</script>` });
  await mallory('say', { text: 'javascript:window.hacked=1' });
  await site.say('<b>mine</b> &amp;');
  await expect(site.message('<b>mine</b> &amp;')).toContainText('Sent');
  await expect(site.message(`${evil}<script>window.hacked=1</script>`)).toContainText(evil);
  await mallory('type', { text: 'start' });
  await expect(site.typing).toHaveText(`${evil} is typing`);
  await expect(site.log.locator('img, script, b, a[href^="javascript"]')).toHaveCount(0);
  expect(await site.page.evaluate(() => 'hacked' in window)).toBe(false);
});
