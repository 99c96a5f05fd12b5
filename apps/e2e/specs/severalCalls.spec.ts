import { expect, numbers, test } from '../support/test.js';

test('answering a second call holds the first, and each has buttons of its own', async ({
  phone,
  simulator,
}) => {
  await simulator.ring(numbers.ada);
  await phone.button('Answer').click();
  const first = phone.call('Ada Lovelace');
  await expect(first).toContainText('Active');

  await simulator.ring(numbers.jennifer);
  const second = phone.call('Jennifer Doe');
  await expect(second).toContainText('Ringing');
  // The newest first.
  await expect(phone.calls.getByRole('listitem').first()).toContainText('Jennifer Doe');

  await phone.button('Answer', second).click();
  await expect(second).toContainText('Active');
  await expect(first).toContainText('On hold');

  await phone.button('Hang up', second).click();
  await expect(second).toHaveCount(0);
  await expect(first).toContainText('On hold');
  await phone.button('Resume', first).click();
  await expect(first).toContainText('Active');
});

test('two callers ring in two dialogs, and one of them goes as it is answered', async ({
  phone,
  simulator,
}) => {
  await simulator.ring(numbers.ada);
  await simulator.ring(numbers.nobody);
  await expect(phone.incoming).toHaveCount(2);
  await phone.incoming.filter({ hasText: numbers.nobody }).getByRole('button', { name: 'Answer' }).click();
  await expect(phone.incoming).toHaveCount(1);
  await expect(phone.incoming).toContainText('Ada Lovelace');
});

test('recent calls stand newest first, each with how it ended', async ({ phone, simulator }) => {
  const missed = await simulator.ring(numbers.ada);
  await expect(phone.incoming).toBeVisible();
  await simulator.act(missed, 'cancel');
  await expect(phone.recent()).toContainText('Missed');

  await simulator.ring(numbers.nobody);
  await phone.incoming.getByRole('button', { name: 'Reject' }).click();
  await expect(phone.recent()).toContainText('Rejected');

  await phone.number.fill(numbers.jennifer);
  await phone.dial.click();
  await expect(phone.call('Jennifer Doe')).toBeVisible();
  const [outbound] = await simulator.calls();
  await simulator.act(outbound?.id ?? '', 'answer');
  await expect(phone.call('Jennifer Doe')).toContainText('Active');
  await simulator.act(outbound?.id ?? '', 'hangup');

  await expect(phone.recentCalls.getByRole('listitem')).toHaveText([
    /Jennifer Doe.*Outbound.*Completed.*\d:\d\d/,
    /\+12165329999.*Inbound.*Rejected.*0:00/,
    /Ada Lovelace.*Inbound.*Missed.*0:00/,
  ]);
});
