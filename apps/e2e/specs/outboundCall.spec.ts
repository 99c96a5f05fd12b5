import { expect, numbers, test } from '../support/test.js';

test('a number is dialled, however it is written, and talked to', async ({ phone, simulator }) => {
  await phone.number.fill('+1 (216) 532-5078');
  await phone.dial.click();
  const call = phone.call('Ada Lovelace');
  await expect(call).toContainText('Dialing');
  await expect(phone.number).toHaveValue('');
  const [vendorCall] = await simulator.calls();
  expect(vendorCall?.direction).toBe('outbound');
  await simulator.act(vendorCall?.id ?? '', 'answer');
  await expect(call).toContainText('Active');
  await expect(call.getByRole('timer')).toHaveText(/^0:\d\d$/);
  await phone.button('Hang up').click();
  await expect(phone.recent()).toContainText('Outbound');
  await expect(phone.recent()).toContainText('Completed');
});

test('a contact is found by name and dialled by keyboard', async ({ phone }) => {
  await phone.number.pressSequentially('ada');
  const suggestions = phone.page.getByRole('listbox', { name: 'Suggestions' });
  await expect(suggestions.getByRole('option')).toHaveText([/Ada Lovelace.*\+12165325078/]);
  await phone.number.press('ArrowDown');
  await phone.number.press('Enter');
  await expect(phone.number).toHaveValue(numbers.ada);
  await expect(suggestions).toHaveCount(0);
  await phone.number.press('Enter');
  await expect(phone.call('Ada Lovelace')).toContainText('Dialing');
});

test('a contact is chosen with the mouse', async ({ phone }) => {
  await phone.number.fill('666777');
  await phone.page.getByRole('option', { name: 'Jennifer Doe' }).click();
  await expect(phone.number).toHaveValue(numbers.jennifer);
  await expect(phone.number).toBeFocused();
});

test('a call that we give up before the answer is cancelled', async ({ phone }) => {
  await phone.number.fill(numbers.nobody);
  await phone.dial.click();
  await expect(phone.call(numbers.nobody)).toContainText('Dialing');
  await phone.button('Hang up').click();
  await expect(phone.call(numbers.nobody)).toHaveCount(0);
  await expect(phone.recent()).toContainText('Outbound');
  await expect(phone.recent()).toContainText('Cancelled');
});

test('nothing is dialled without a number, and the page says what to give', async ({ phone, simulator }) => {
  await phone.dial.click();
  await expect(phone.alert).toContainText('Give a number');
  expect(await simulator.calls()).toEqual([]);
  await phone.alert.getByRole('button', { name: 'Dismiss' }).click();
  await expect(phone.alert).toHaveCount(0);
});
