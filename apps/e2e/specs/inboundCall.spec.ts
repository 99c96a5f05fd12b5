import { expect, numbers, test } from '../support/test.js';

test('a call rings, is answered, held, resumed, muted, unmuted and hung up', async ({ phone, simulator }) => {
  await simulator.ring(numbers.ada, 'WIRELESS CALLER');
  const call = phone.call('Ada Lovelace');
  await expect(call).toContainText('Ringing');
  await expect(call.getByRole('timer')).toHaveCount(0);
  await expect(phone.incoming).toContainText('Ada Lovelace');
  await expect(phone.incoming).toContainText(numbers.ada);

  await phone.incoming.getByRole('button', { name: 'Answer' }).click();
  await expect(phone.incoming).toHaveCount(0);
  await expect(call).toContainText('Active');
  await expect(call.getByRole('timer')).toHaveText(/^\d+:\d\d$/);
  await expect(call.getByRole('timer')).toHaveText('0:02');

  await phone.button('Hold').click();
  await expect(call).toContainText('On hold');
  await expect(phone.button('Hold')).toHaveCount(0);
  await phone.button('Resume').click();
  await expect(call).toContainText('Active');

  await phone.button('Mute').click();
  await expect(phone.button('Unmute')).toBeVisible();
  await phone.button('Unmute').click();
  await expect(phone.button('Mute')).toBeVisible();

  await phone.button('Hang up').click();
  await expect(call).toHaveCount(0);
  await expect(phone.recent()).toContainText('Ada Lovelace');
  await expect(phone.recent()).toContainText('Inbound');
  await expect(phone.recent()).toContainText('Completed');
  await expect(phone.recent()).toContainText(/\d:\d\d/);
  await expect.poll(async () => (await simulator.calls()).length).toBe(0);
});

test('a call is answered and hung up from its card', async ({ phone, simulator }) => {
  await simulator.ring(numbers.nobody);
  await phone.button('Answer').click();
  await expect(phone.call(numbers.nobody)).toContainText('Active');
  await phone.button('Hang up').click();
  await expect(phone.recent()).toContainText('Completed');
});

test('the other party’s hanging up ends the call', async ({ phone, simulator }) => {
  const id = await simulator.ring(numbers.ada);
  await phone.button('Answer').click();
  await expect(phone.call('Ada Lovelace')).toContainText('Active');
  await simulator.act(id, 'hangup');
  await expect(phone.call('Ada Lovelace')).toHaveCount(0);
  await expect(phone.recent()).toContainText('Completed');
});

test('a call that nobody answers is missed, once', async ({ phone, simulator }) => {
  const id = await simulator.ring(numbers.ada);
  // An event tells what was known when it happened: the name must have been found by then.
  await expect(phone.incoming).toContainText('Ada Lovelace');
  await simulator.act(id, 'cancel');
  await expect(phone.incoming).toHaveCount(0);
  await expect(phone.recent()).toContainText('Missed');
  await expect(phone.recentCalls.getByRole('listitem')).toHaveCount(1);
  await expect(phone.events.getByText('call.ended Ada Lovelace Missed')).toHaveCount(1);
});

test('a call that is rejected is told as rejected, once', async ({ phone, simulator }) => {
  await simulator.ring(numbers.ada);
  await phone.incoming.getByRole('button', { name: 'Reject' }).click();
  await expect(phone.incoming).toHaveCount(0);
  await expect(phone.recent()).toContainText('Rejected');
  await expect(phone.recentCalls.getByRole('listitem')).toHaveCount(1);
});

test('a call answered in the vendor’s own frame is active in the app', async ({ phone, simulator }) => {
  await simulator.ring(numbers.ada);
  await expect(phone.incoming).toBeVisible();
  const widget = phone.page.frameLocator('iframe[title="RingCentral softphone"]');
  await widget.getByRole('button', { name: 'Answer', exact: true }).first().click();
  await expect(phone.call('Ada Lovelace')).toContainText('Active');
});

test('the keypad sends its digits to the vendor', async ({ phone, simulator }) => {
  await simulator.ring(numbers.ada);
  await phone.button('Answer').click();
  await phone.button('Keypad').click();
  const keypad = phone.page.getByRole('group', { name: 'Keypad' });
  for (const key of ['1', '2', '3', '4', '5', '6', '7', '8', '9', '*', '0', '#']) {
    await keypad.getByRole('button', { name: key, exact: true }).click();
  }
  const sent = async (): Promise<string> =>
    (await simulator.received('rc-adapter-control-call'))
      .filter(({ callAction }) => callAction === 'dtmf')
      .map(({ options }) => (options as { dtmf: string }).dtmf)
      .join('');
  await expect.poll(sent).toBe('123456789*0#');
  await phone.button('Keypad').click();
  await expect(keypad).toHaveCount(0);
});

test('a call is transferred', async ({ phone, simulator }) => {
  await simulator.ring(numbers.ada);
  await phone.button('Answer').click();
  await phone.button('Transfer').click();
  const dialog = phone.page.getByRole('dialog', { name: 'Transfer' });
  await dialog.getByRole('textbox', { name: 'Number' }).fill('101');
  await dialog.getByRole('button', { name: 'Transfer now' }).click();
  await expect(dialog).toHaveCount(0);
  await expect(phone.call('Ada Lovelace')).toHaveCount(0);
  await expect(phone.recent()).toContainText('Transferred');
});

test('Escape leaves the transfer, and the focus is where it was', async ({ phone, simulator }) => {
  await simulator.ring(numbers.ada);
  await phone.button('Answer').click();
  await phone.button('Transfer').click();
  const dialog = phone.page.getByRole('dialog', { name: 'Transfer' });
  await expect(dialog.getByRole('textbox', { name: 'Number' })).toBeFocused();
  await phone.page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await expect(phone.button('Transfer')).toBeFocused();
  await expect(phone.call('Ada Lovelace')).toContainText('Active');
});
