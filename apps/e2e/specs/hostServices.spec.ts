import { expect, numbers, test } from '../support/test.js';

test('the contact’s activities show, and one is opened from the widget', async ({
  phone,
  desk,
  simulator,
}) => {
  await simulator.ring(numbers.ada);
  await expect(desk.contact).toContainText('Ada Lovelace');
  await expect(desk.activities.getByRole('listitem')).toHaveCount(2);
  await phone.incoming.getByRole('button', { name: 'Reject' }).click();

  await desk.goTo('Contacts');
  await desk.widget.getByRole('button', { name: 'Ada Lovelace' }).click();
  // The call itself is one more by now.
  const inWidget = desk.widget.getByRole('list', { name: 'Activities' }).getByRole('button');
  await expect(inWidget).toHaveCount(3);
  await inWidget.last().click();
  await expect.poll(() => simulator.asked('/activity')).toBe(1);
});

test('the widget finds whom the CRM knows: its contacts, what is typed, who calls', async ({
  phone: _,
  desk,
  simulator,
}) => {
  await desk.goTo('Contacts');
  for (const name of ['John Doe', 'Jennifer Doe', 'Ada Lovelace']) {
    await expect(desk.widget.getByRole('listitem', { name })).toBeVisible();
  }
  await desk.goTo('Dialer');
  await desk.widget.getByRole('textbox', { name: 'Number' }).fill('jenn');
  await expect(desk.widget.getByRole('list', { name: 'Search results' })).toContainText('Jennifer Doe');
  await simulator.ring(numbers.ada);
  await expect(desk.widget.getByRole('list', { name: 'Calls' }).getByRole('listitem')).toHaveAccessibleName(
    'Ada Lovelace',
  );
});

test('the switch Authorized is the widget’s button, both ways', async ({ phone: _, desk, simulator }) => {
  await expect(desk.authorized).toBeChecked();
  await desk.authorized.click();
  await expect(desk.authorized).not.toBeChecked();
  await expect
    .poll(async () => (await simulator.received('rc-adapter-update-authorization-status')).at(-1))
    .toMatchObject({ authorized: false, authorizedAccount: expect.any(String) });
  await desk.goTo('Settings');
  await desk.widget.getByRole('button', { name: /^Authorize/ }).click();
  await expect(desk.authorized).toBeChecked();
});

test('the host’s setting is the widget’s, both ways', async ({ phone: _, desk }) => {
  await desk.goTo('Settings');
  const inWidget = desk.widget.getByRole('switch', { name: 'Open contact page when call coming' });
  await expect(desk.openContact).toBeChecked();
  await expect(inWidget).toBeChecked();
  await inWidget.click();
  await expect(desk.openContact).not.toBeChecked();
  await desk.openContact.click();
  await expect(inWidget).toBeChecked();
});

test('invitations to conferences and meetings reach the page', async ({ phone: _, desk, simulator }) => {
  const conference = { dialInNumber: '+16505550100', extensionName: 'Test User', location: 'US' };
  expect(await simulator.ask('/conference/invite', { conference })).toMatchObject({ answered: true });
  await expect(desk.invites).toContainText('+16505550100');
  const meeting = { topic: 'Blue review', location: 'Online', timeFrom: 1_800_000_000_000, details: 'Join' };
  expect(await simulator.ask('/meeting/invite', { meeting })).toMatchObject({ answered: true });
  await expect(desk.invites).toContainText('Blue review');
});

test('a slow CRM leaves no request without an answer', async ({ phone, crm, simulator }) => {
  await crm.faults({ delayMs: 8_000 });
  const asked = await simulator.ask('/activities', { contact: { id: '3', name: 'Ada Lovelace' } });
  expect(asked).toMatchObject({ answered: true, response: { data: [] } });
  expect(asked).not.toHaveProperty('late');
  await expect(phone.events).toContainText('request.late');
  await crm.faults({ offline: true });
  expect(await simulator.ask('/contacts/match', { phoneNumbers: [numbers.ada] })).toMatchObject({
    answered: true,
    response: { data: {} },
  });
  await expect(phone.events).toContainText('contacts.match');
});
