import { expect, numbers, test } from '../support/test.js';

test('presence is the vendor’s, and is set', async ({ phone, simulator }) => {
  await expect(phone.presence).toHaveValue('available');
  await phone.presence.selectOption({ label: 'Busy' });
  await expect(phone.presence).toHaveValue('busy');
  await expect(phone.events).toContainText('agent.changed Busy');
  const [frame] = await simulator.received('rc-adapter-set-presence');
  expect(frame).toMatchObject({ userStatus: 'Busy' });
});

test('signed out, the page says so and how to go on; signed in again, calls come', async ({
  phone,
  simulator,
}) => {
  await simulator.state({ signedIn: false });
  await expect(phone.connection).toHaveText('Signed out');
  await phone.number.fill(numbers.ada);
  await phone.dial.click();
  await expect(phone.alert).toContainText(/sign in/i);
  await simulator.state({ signedIn: true });
  await phone.ready();
  await simulator.ring(numbers.ada);
  await expect(phone.incoming).toBeVisible();
});

test('a lost line shows as offline, and comes back', async ({ phone, simulator }) => {
  await simulator.state({ sip: 'lost' });
  await expect(phone.connection).toHaveText('Offline');
  await simulator.state({ sip: 'registered' });
  await phone.ready();
});

test('messages come into the inbox, the newest first', async ({ phone, simulator }) => {
  await simulator.message('SMS', numbers.ada, 'Call me after three');
  await expect(phone.messages.first()).toContainText('SMS');
  await expect(phone.messages.first()).toContainText('Call me after three');
  await simulator.message('VoiceMail', numbers.nobody);
  await expect(phone.messages.first()).toContainText('Voicemail');
  await expect(phone.messages.first()).toContainText(numbers.nobody);
  await simulator.message('Fax', numbers.nobody);
  await expect(phone.messages.first()).toContainText('Fax');
  await expect(phone.messages.nth(2)).toContainText('Call me after three');
  await expect(phone.events).toContainText(`inbox.message.received ${numbers.nobody} Fax`);
});

test('a message is handed to the vendor', async ({ phone, simulator }) => {
  const form = phone.page.getByRole('form', { name: 'Send message' });
  await form.getByRole('textbox', { name: 'To' }).fill(numbers.ada);
  await form.getByRole('textbox', { name: 'Text' }).fill('On my way');
  await form.getByRole('button', { name: 'Send' }).click();
  await expect.poll(async () => simulator.received('rc-adapter-new-sms')).toHaveLength(1);
  const [frame] = await simulator.received('rc-adapter-new-sms');
  expect(frame).toMatchObject({ phoneNumber: numbers.ada, text: 'On my way' });
  await expect(form.getByRole('textbox', { name: 'Text' })).toHaveValue('');
});
