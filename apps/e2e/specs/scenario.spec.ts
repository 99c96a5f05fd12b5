import type { Locator } from '@playwright/test';
import { expect, numbers, test } from '../support/test.js';

/** What a list says, an entry a line, whatever the markup between the words; talk times differ from run to run. */
const lines = async (entries: Locator): Promise<readonly string[]> =>
  (await entries.allInnerTexts()).map((entry) =>
    entry
      .replace(/\d+:\d\d(:\d\d)?/g, '')
      .replace(/\s+/g, ' ')
      .trim(),
  );

// The same words for each sample app: what differs between two of them fails in one of them.
test('one working day reads the same in every framework', async ({ phone, simulator }) => {
  const { page, calls, recentCalls, events } = phone;
  const cards = calls.getByRole('listitem');

  const missed = await simulator.ring(numbers.nobody);
  await expect(phone.call(numbers.nobody)).toContainText('Ringing');
  await simulator.act(missed, 'cancel');
  await expect(recentCalls.getByRole('listitem')).toHaveCount(1);

  // The host's answer names the caller, after the call has begun.
  await simulator.ring(numbers.ada);
  await expect(phone.call('Ada Lovelace')).toContainText('Ringing');
  await phone.button('Answer').click();
  await expect(phone.call('Ada Lovelace')).toContainText('Active');
  expect(await lines(cards)).toEqual(['AL Ada Lovelace +12165325078 Active']);
  await phone.button('Hang up').click();
  await expect(recentCalls.getByRole('listitem')).toHaveCount(2);

  await phone.number.fill(numbers.jennifer);
  await phone.dial.click();
  const outbound = phone.call('Jennifer Doe');
  await expect(outbound).toContainText('Dialing');
  expect(await lines(cards)).toEqual(['JD Jennifer Doe +34666777888 Dialing']);
  const [vendorCall] = await simulator.calls();
  await simulator.act(vendorCall?.id ?? '', 'answer');
  await expect(outbound).toContainText('Active');
  await phone.button('Hold').click();
  await expect(outbound).toContainText('On hold');
  expect(await lines(cards)).toEqual(['JD Jennifer Doe +34666777888 On hold']);
  await phone.button('Resume').click();
  await expect(outbound).toContainText('Active');
  await phone.button('Mute').click();
  await expect(phone.button('Unmute')).toBeVisible();
  await phone.button('Unmute').click();
  await expect(phone.button('Mute')).toBeVisible();
  await phone.button('Keypad').click();
  await page.getByRole('group', { name: 'Keypad' }).getByRole('button', { name: '5' }).click();
  await phone.button('Transfer').click();
  const dialog = page.getByRole('dialog', { name: 'Transfer' });
  await dialog.getByRole('textbox', { name: 'Number' }).fill(numbers.nobody);
  await dialog.getByRole('button', { name: 'Transfer now' }).click();
  await expect(cards).toHaveCount(0);
  await expect(recentCalls.getByRole('listitem')).toHaveCount(3);

  expect(await lines(recentCalls.getByRole('listitem'))).toEqual([
    'Jennifer Doe Outbound · Transferred',
    'Ada Lovelace Inbound · Completed',
    '+12165329999 Inbound · Missed',
  ]);
  // How many frames tell of one change, when the dialer is free again and when an entry is logged is a matter of timing.
  const log = (await lines(events.locator('> *')))
    .filter((line) => !/^(call\.updated|capabilities\.changed|log\.changed)/.test(line))
    .filter((line, index, all) => line !== all[index - 1]);
  expect(log).toEqual([
    'widget.changed',
    'connection.changed RingCentral Signed out',
    'agent.changed Available',
    'connection.changed RingCentral Connecting',
    'inbox.message.updated +12165325078 SMS',
    'connection.changed RingCentral Connecting',
    'connection.changed RingCentral Ready',
    'call.added +12165329999 Inbound',
    'call.ringing +12165329999',
    'call.ended +12165329999 Missed',
    'call.added +12165325078 Inbound',
    'call.ringing +12165325078',
    'call.active Ada Lovelace',
    'call.ended Ada Lovelace Completed',
    'call.added +34666777888 Outbound',
    'call.dialing +34666777888',
    'call.active Jennifer Doe',
    'call.held Jennifer Doe',
    'call.resumed Jennifer Doe',
    'call.muted Jennifer Doe',
    'call.unmuted Jennifer Doe',
    'call.ended Jennifer Doe Transferred',
  ]);
});
