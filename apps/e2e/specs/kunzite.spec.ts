import { expectAccessible } from '../support/axe.js';
import { expect, numbers, test } from '../support/test.js';

test('a call rings, is answered in the widget, talked to and hung up', async ({ kunzite }) => {
  const { phone, simulator } = kunzite;
  await simulator.place('inbound', numbers.ada);
  const call = phone.call('Ada Lovelace');
  await expect(call).toContainText('Ringing');
  await expect(phone.incoming).toContainText(numbers.ada);
  await phone.widget.getByRole('button', { name: 'Answer', exact: true }).click();
  await expect(phone.incoming).toHaveCount(0);
  await expect(call).toContainText('Active');
  await expect(call.getByRole('timer')).toHaveText('0:02');
  await phone.widget.getByRole('button', { name: 'Hang up', exact: true }).click();
  await expect(call).toHaveCount(0);
  await expect(phone.recent()).toContainText('Inbound');
  await expect(phone.recent()).toContainText('Completed');
  await expect.poll(async () => (await simulator.calls()).length).toBe(0);
});

test('what the vendor can’t do is shown disabled, with the reason', async ({ kunzite }) => {
  const { phone, simulator } = kunzite;
  await simulator.place('inbound', numbers.ada);
  for (const place of [phone.calls, phone.incoming]) {
    for (const name of ['Answer', 'Reject']) {
      await expect(phone.button(name, place)).toBeDisabled();
      await expect(phone.button(name, place)).toHaveAccessibleDescription(/\w/);
    }
  }
  await expect(phone.presence).toHaveCount(0);
});

test('a call that nobody answers is missed', async ({ kunzite: { phone, simulator } }) => {
  const id = await simulator.place('inbound', numbers.nobody);
  await expect(phone.incoming).toBeVisible();
  await simulator.act(id, 'cancel');
  await expect(phone.incoming).toHaveCount(0);
  await expect(phone.recent()).toContainText('Missed');
  await expect(phone.recentCalls.getByRole('listitem')).toHaveCount(1);
});

test('a contact is found by name and dialled, and the other party answers and hangs up', async ({
  kunzite: { phone, simulator },
}) => {
  await phone.number.pressSequentially('ada');
  const suggestions = phone.page.getByRole('listbox', { name: 'Suggestions' });
  await expect(suggestions.getByRole('option')).toHaveText([/Ada Lovelace.*\+12165325078/]);
  await phone.number.press('ArrowDown');
  await phone.number.press('Enter');
  await phone.dial.click();
  const call = phone.call('Ada Lovelace');
  await expect(call).toContainText('Dialing');
  const [vendorCall] = await simulator.calls();
  await simulator.act(vendorCall?.id ?? '', 'answer');
  await expect(call).toContainText('Active');
  await simulator.act(vendorCall?.id ?? '', 'hangup');
  await expect(phone.recent()).toContainText('Outbound');
  await expect(phone.recent()).toContainText('Completed');
});

test('the widget opens by itself when a call comes', async ({ kunzite: { phone, simulator } }) => {
  await expect(phone.frame).toBeVisible();
  await phone.page.getByRole('button', { name: 'Hide the softphone' }).click();
  await expect(phone.frame).toBeHidden();
  await simulator.place('inbound', numbers.ada);
  await expect(phone.frame).toBeVisible();
  // At the size that the widget asks for.
  await expect.poll(async () => (await phone.frame.boundingBox())?.width).toBe(320);
  await expect.poll(async () => (await phone.frame.boundingBox())?.height).toBe(460);
});

test('contacts are loaded, found in spite of a typo, and the widget is told of them', async ({
  kunzite: { phone, simulator },
}) => {
  const { page } = phone;
  const contacts = page.getByRole('form', { name: 'Contacts' });
  await contacts.getByRole('spinbutton', { name: 'How many' }).fill('3000');
  await contacts.getByRole('button', { name: 'Load' }).click();
  await expect(page.getByRole('status', { name: 'Contacts loaded' })).toHaveText('3000 contacts');

  const search = page.getByRole('searchbox', { name: 'Search contacts' });
  const results = page.getByRole('list', { name: 'Search results' }).getByRole('listitem');
  await search.fill('jenifer');
  await expect(results).toHaveText([/Jennifer Doe.*\+34666555444.*\+34666777888/]);
  await search.fill('grace');
  await expect(results).toHaveCount(50);
  await search.fill('666777');
  await expect(results).toHaveText([/Jennifer Doe/]);
  await search.fill('');
  await expect(results).toHaveCount(0);

  const pushed = async (): Promise<number> => {
    const frames = (await simulator.frames('in')) as readonly {
      readonly type?: string;
      readonly data?: { readonly contacts?: readonly { readonly id?: string }[] };
    }[];
    const ids = frames.flatMap(({ type, data }) => (type === 'contacts' ? (data?.contacts ?? []) : []));
    return new Set(ids.map(({ id }) => id)).size;
  };
  await expect.poll(pushed, { timeout: 15_000 }).toBe(3_000);
});

test('a file of contacts is imported, and each broken card is told of', async ({
  kunzite: { phone, simulator },
}) => {
  const { page } = phone;
  const card = (name: string, number: string): string =>
    `BEGIN:VCARD\r\nVERSION:3.0\r\nFN:${name}\r\nTEL:${number}\r\nEND:VCARD\r\n`;
  const file = `${card('Rosa Parks', '+442079460001')}BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Half a card\r\n`;
  await page.getByLabel('Import contacts').setInputFiles({
    name: 'team.vcf',
    mimeType: 'text/vcard',
    buffer: Buffer.from(file),
  });
  await expect(page.getByText('1 imported, 1 not')).toBeVisible();
  await expect(page.getByText(/^team\.vcf, line 6: /)).toBeVisible();
  await expect(page.getByRole('status', { name: 'Contacts loaded' })).toHaveText('4 contacts');
  await simulator.place('inbound', '+442079460001');
  await expect(phone.call('Rosa Parks')).toContainText('Ringing');
});

test('axe finds nothing serious', async ({ kunzite: { phone, simulator } }) => {
  await simulator.place('inbound', numbers.two);
  await expect(phone.incoming).toBeVisible();
  await phone.page.getByRole('searchbox', { name: 'Search contacts' }).fill('doe');
  await expectAccessible(phone.page);
});
