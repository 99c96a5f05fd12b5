import { expectAccessible } from '../support/axe.js';
import { board } from '../support/addresses.js';
import { expect, test } from '../support/livechat/test.js';

test('the board plays the agents: it takes a chat, talks and ends it, by keyboard', async ({
  customer,
  page,
  session,
}) => {
  await page.goto(`${board}/?vendor=tetherfi&session=${session}`);
  await page.getByRole('textbox', { name: 'Name' }).fill('Ann');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('list', { name: 'Agents' })).toContainText('Ann');
  await customer.begin({ eCustName: 'Ada Lovelace' });
  const card = page.getByRole('list', { name: 'Chats' }).getByRole('listitem', { name: 'Ada Lovelace' });
  await card.getByRole('combobox', { name: 'As' }).selectOption('Ann');
  await card.getByRole('button', { name: 'Accept' }).press('Enter');
  await customer.until('OnRemoteUserConnected');
  await card.getByRole('textbox', { name: 'Text' }).fill('How can I help?');
  await card.getByRole('button', { name: 'Say' }).press('Enter');
  await customer.until('OnMessageReceived', 'How can I help?');
  await customer.call('SendMessage', 'By phone & soon');
  await expect(card.getByRole('list', { name: 'Messages of Ada Lovelace' })).toContainText('By phone & soon');
  await expectAccessible(page);
  await card.getByRole('button', { name: 'End', exact: true }).press('Enter');
  await customer.until('OnEnd', 'server', undefined);
  await expect(card).toContainText('ended');
});

test('the board sets faults of the chat, and tells what a request was refused for', async ({
  chatDesk,
  customer,
  page,
  session,
}) => {
  await page.goto(`${board}/?vendor=tetherfi&session=${session}`);
  const faults = page.getByRole('form', { name: 'Faults' });
  await faults.getByRole('combobox', { name: 'Each start fails with' }).selectOption('StartError');
  await faults.getByRole('button', { name: 'Apply faults' }).click();
  await expect(page.getByText('On: startFailed StartError')).toBeVisible();
  await customer.begin();
  await customer.until('OnStartFailed', 'StartError');
  await faults.getByRole('button', { name: 'Clear faults' }).click();
  await expect(page.getByText('No faults')).toBeVisible();
  await customer.call('Start', {}, '');
  await customer.until('OnStartSuccess');
  expect((await chatDesk.chat()).state).toBe('queued');
  await expectAccessible(page);
});
