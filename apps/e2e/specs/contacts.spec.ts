import { expect, numbers, test } from '../support/test.js';

test('one contact: its name is the caller’s, over what the vendor says', async ({ phone, simulator }) => {
  await simulator.ring(numbers.ada, 'WIRELESS CALLER');
  await expect(phone.contact).toContainText('Ada Lovelace');
  await expect(phone.call('Ada Lovelace')).toBeVisible();
  await expect(phone.call('WIRELESS CALLER')).toHaveCount(0);
});

test('two contacts: nobody is guessed, and the person chooses', async ({ phone, simulator }) => {
  await simulator.ring(numbers.two);
  await expect(phone.contact).toContainText('2 matches');
  await expect(phone.call(numbers.two)).toBeVisible();
  const matches = phone.contact.getByRole('radiogroup', { name: 'Matches' });
  await expect(matches.getByRole('radio')).toHaveCount(2);
  await matches.getByRole('radio', { name: 'Jennifer Doe' }).check();
  await expect(phone.contact).toContainText(numbers.jennifer);
});

test('no contact: the number is unknown, and the vendor’s name stands', async ({ phone, simulator }) => {
  await simulator.ring(numbers.nobody, 'Ohio Caller');
  await expect(phone.contact).toContainText('Unknown number');
  await expect(phone.call('Ohio Caller')).toContainText(numbers.nobody);
});

test('the contact is that of the call in focus', async ({ phone, simulator }) => {
  await simulator.ring(numbers.ada);
  await phone.button('Answer').click();
  await expect(phone.contact).toContainText('Ada Lovelace');
  await simulator.ring(numbers.nobody);
  await expect(phone.contact).toContainText('Unknown number');
  await phone.incoming.getByRole('button', { name: 'Reject' }).click();
  await expect(phone.contact).toContainText('Ada Lovelace');
});
