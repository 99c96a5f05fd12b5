import { expect, numbers, test } from '../support/test.js';

test('a call is logged in one row, with its note, whatever the vendor asks and how often', async ({
  phone,
  desk,
  crm,
  simulator,
}) => {
  await expect(desk.logState).toHaveText('Not logged');
  // Without a call there is nothing to write about.
  await expect(desk.note).toBeDisabled();
  await expect(desk.save).toBeDisabled();
  const id = await simulator.ring(numbers.ada);
  await phone.button('Answer').click();
  await desk.note.fill('Wants the blue one');
  await desk.save.click();
  await expect(desk.logState).toHaveText('Saved');
  await expect.poll(async () => (await crm.logs()).map(({ note }) => note)).toEqual(['Wants the blue one']);

  await simulator.act(id, 'hangup');
  await expect(phone.recent()).toContainText('Completed');
  await expect
    .poll(async () => (await crm.logs()).map(({ phase }) => phase))
    .toEqual([expect.stringMatching(/^(final|recording)$/)]);
  // The vendor's own call log comes some seconds later, and asks once more.
  await expect.poll(() => simulator.asked('/callLogger'), { timeout: 15_000 }).toBeGreaterThanOrEqual(4);
  await expect(desk.logState).toHaveText('Saved');
  expect(await crm.logs()).toMatchObject([
    {
      vendor: 'ringcentral',
      sessionId: expect.stringMatching(/^\d{12}$/),
      note: 'Wants the blue one',
      contactId: '3',
      endReason: 'completed',
      remote: { number: numbers.ada },
    },
  ]);
  // The widget knows that it is logged, and of the note.
  await desk.goTo('History');
  const history = desk.widget.getByRole('list', { name: 'History' }).getByRole('listitem');
  await expect(history.filter({ hasText: 'Ada Lovelace' }).first()).toContainText('Logged');
});

test('a missed call is logged when it ends, and noted afterwards', async ({
  phone,
  desk,
  crm,
  simulator,
}) => {
  const id = await simulator.ring(numbers.nobody);
  await expect(phone.incoming).toBeVisible();
  await simulator.act(id, 'cancel');
  await expect(phone.recent()).toContainText('Missed');
  await expect.poll(async () => (await crm.logs()).map(({ endReason }) => endReason)).toEqual(['missed']);
  await desk.note.fill('Call back');
  await desk.save.click();
  await expect.poll(async () => (await crm.logs()).map(({ note }) => note)).toEqual(['Call back']);
});

test('the note belongs to its call: another call begins with none', async ({ phone, desk, simulator }) => {
  await simulator.ring(numbers.ada);
  await phone.button('Answer').click();
  await desk.note.fill('About Ada');
  await simulator.ring(numbers.nobody);
  await expect(phone.incoming).toBeVisible();
  await expect(desk.note).toHaveValue('');
  await phone.incoming.getByRole('button', { name: 'Reject' }).click();
  await expect(phone.contact).toContainText('Ada Lovelace');
});

test('of two contacts the agent chooses one, and the call is logged for that one', async ({
  phone,
  desk,
  crm,
  simulator,
}) => {
  await simulator.ring(numbers.two);
  await phone.button('Answer').click();
  await desk.contact.getByRole('radio', { name: 'Jennifer Doe' }).check();
  await desk.note.fill('Asked for Jennifer');
  await desk.save.click();
  await expect
    .poll(async () => (await crm.logs()).map(({ contactId, note }) => [contactId, note]))
    .toEqual([['2', 'Asked for Jennifer']]);
});

test('while the CRM is down the log waits, over a reload, and is written when it is back', async ({
  phone,
  desk,
  crm,
  simulator,
}) => {
  await crm.faults({ offline: true });
  const id = await simulator.ring(numbers.nobody);
  await phone.button('Answer').click();
  await desk.note.fill('Written down in the storm');
  await desk.save.click();
  await expect(desk.logState).toHaveText(/^\s*Waiting to send \(\d+\)\s*$/);
  await simulator.act(id, 'hangup');
  await expect(phone.recent()).toContainText('Completed');
  await phone.page.reload();
  await phone.ready();
  expect(await crm.logs()).toEqual([]);
  await crm.faults({});
  await expect
    .poll(async () => (await crm.logs()).map(({ note, phase }) => [note, phase]), { timeout: 30_000 })
    .toEqual([['Written down in the storm', expect.stringMatching(/^(final|recording)$/)]]);
});

test('a recording reaches the CRM late, without a token in its link', async ({
  phone,
  desk,
  crm,
  simulator,
}) => {
  const id = await simulator.ring(numbers.ada);
  await phone.button('Answer').click();
  await expect(phone.call('Ada Lovelace')).toContainText('Active');
  await desk.widget.getByRole('button', { name: 'Record', exact: true }).click();
  // The vendor confirms it a moment later, and tells only with the next step of the call.
  await expect.poll(async () => (await simulator.calls()).at(0)?.recording).toBe('recording');
  await simulator.act(id, 'hold', 'agent');
  await simulator.act(id, 'resume', 'agent');
  await expect
    .poll(async () => (await simulator.told('rc-call-resume-notify')).at(-1)?.['call'])
    .toHaveProperty('recordStatus', 'webphone-record-recording');
  await simulator.act(id, 'hangup');
  await expect
    .poll(async () => (await crm.logs()).map(({ phase, recordings }) => [phase, recordings.length]), {
      timeout: 20_000,
    })
    .toEqual([['recording', 1]]);
  expect(JSON.stringify(await crm.logs())).not.toContain('access_token');
});

test('messages are logged by conversation and day', async ({ phone, crm, simulator }) => {
  await simulator.message('SMS', numbers.ada, 'The blue one, please');
  await expect(phone.messages.filter({ hasText: 'The blue one, please' })).toBeVisible();
  await expect
    .poll(async () => (await crm.messages()).flatMap(({ messages }) => messages.map(({ text }) => text)), {
      timeout: 15_000,
    })
    .toContain('The blue one, please');
  const rows = await crm.messages();
  expect(new Set(rows.map(({ conversationLogId }) => conversationLogId)).size).toBe(rows.length);
});
