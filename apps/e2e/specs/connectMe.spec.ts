import { expectAccessible } from '../support/axe.js';
import { createSoftphonePage } from '../support/softphonePage.js';
import { expect, numbers, signIn, test } from '../support/test.js';
import { vendorPages } from '../support/vendorPages.js';

test('a call rings as two sessions and is one, answered, talked to and hung up', async ({ connectMe }) => {
  const { phone, simulator } = connectMe;
  await simulator.place('inbound', numbers.ada, { legs: 2 });
  const call = phone.call('Ada Lovelace');
  await expect(call).toContainText('Ringing');
  await expect(phone.incoming).toContainText(numbers.ada);
  await expect(phone.calls.getByRole('listitem')).toHaveCount(1);
  await phone.incoming.getByRole('button', { name: 'Answer' }).click();
  await expect(call).toContainText('Active');
  await expect(call.getByRole('timer')).toHaveText('0:02');
  await phone.button('Hang up').click();
  await expect(call).toHaveCount(0);
  await expect(phone.recent()).toContainText('Ada Lovelace');
  await expect(phone.recent()).toContainText('Completed');
  await expect(phone.recentCalls.getByRole('listitem')).toHaveCount(1);
  await expect.poll(async () => (await simulator.calls()).length).toBe(0);
});

test('a call that nobody answers is missed, one that is rejected is rejected', async ({ connectMe }) => {
  const { phone, simulator } = connectMe;
  const id = await simulator.place('inbound', numbers.nobody);
  await expect(phone.incoming).toBeVisible();
  await simulator.act(id, 'cancel');
  await expect(phone.incoming).toHaveCount(0);
  await expect(phone.recent()).toContainText('Missed');

  await simulator.place('inbound', numbers.jennifer);
  await phone.incoming.getByRole('button', { name: 'Reject' }).click();
  await expect(phone.incoming).toHaveCount(0);
  await expect(phone.recent()).toContainText('Rejected');
  await expect(phone.recentCalls.getByRole('listitem')).toHaveCount(2);
});

test('a number is dialled, answered, and the other party hangs up', async ({ connectMe }) => {
  const { phone, simulator } = connectMe;
  await phone.number.fill(numbers.ada);
  await phone.dial.click();
  const call = phone.call('Ada Lovelace');
  await expect(call).toContainText(/Dialing|Ringing/);
  const [vendorCall] = await simulator.calls();
  await simulator.act(vendorCall?.id ?? '', 'answer');
  await expect(call).toContainText('Active');
  await simulator.act(vendorCall?.id ?? '', 'hangup');
  await expect(phone.recent()).toContainText('Outbound');
  await expect(phone.recent()).toContainText('Completed');
});

test('what the vendor can’t do is shown disabled, with the reason', async ({ connectMe }) => {
  const { phone, simulator } = connectMe;
  await simulator.place('inbound', numbers.ada);
  await phone.button('Answer').click();
  await expect(phone.call('Ada Lovelace')).toContainText('Active');
  for (const name of ['Hold', 'Mute', 'Keypad', 'Transfer']) {
    await expect(phone.button(name)).toBeDisabled();
    await expect(phone.button(name)).toHaveAccessibleDescription(/\w/);
  }
  await expect(phone.presence).toHaveCount(0);
});

test('a call answered in the vendor’s own frame is active, and outlives a reload', async ({ connectMe }) => {
  const { phone, simulator } = connectMe;
  await simulator.place('inbound', numbers.ada);
  await expect(phone.incoming).toBeVisible();
  await phone.widget.getByRole('button', { name: 'Answer', exact: true }).first().click();
  await expect(phone.call('Ada Lovelace')).toContainText('Active');
  // Connect Me tells of its calls again when the page comes back.
  await phone.page.reload();
  await expect(phone.call('Ada Lovelace')).toContainText('Active', { timeout: 15_000 });
  expect(await simulator.calls()).toHaveLength(1);
});

test('a wrong password says what to do, and is kept nowhere', async ({ page, app, session }) => {
  const phone = createSoftphonePage(page, app, session, vendorPages.connectMe);
  await page.goto(`${app}/connect-me?session=${session}`);
  await signIn(phone, 'a wrong guess');
  await expect(phone.alert).toContainText('password', { timeout: 10_000 });
  await expect(page.getByRole('textbox', { name: 'Password' })).toHaveValue('');
  const kept = await page.evaluate(() => JSON.stringify([localStorage, sessionStorage].map(Object.entries)));
  expect(kept + (await page.content())).not.toContain('a wrong guess');
});

test('a device that is handed over tells the vendor anew what the page can do', async ({ connectMe }) => {
  const { phone, simulator } = connectMe;
  const told = async (): Promise<unknown> => {
    const frames = (await simulator.frames('in')) as readonly { readonly capabilities?: unknown }[];
    return frames.flatMap(({ capabilities }) => capabilities ?? []).at(-1);
  };
  expect(await told()).toEqual({});
  for (const name of ['Native ringer', 'Speaker', 'Share']) {
    const device = phone.page.getByRole('switch', { name });
    await device.click();
    await expect(device).toHaveAttribute('aria-checked', 'true');
  }
  await expect.poll(told).toEqual({ nativeRinger: true, speaker: true, share: true });
  await phone.page.getByRole('switch', { name: 'Speaker' }).click();
  await expect.poll(told).toEqual({ nativeRinger: true, share: true });
});

test('a conversation opens in the widget', async ({ connectMe: { phone } }) => {
  const form = phone.page.getByRole('form', { name: 'Open conversation' });
  await form.getByRole('textbox', { name: 'Conversation' }).fill('ID00000099@127.0.0.1');
  await form.getByRole('button', { name: 'Open' }).click();
  await expect(phone.widget.getByText('ID00000099@127.0.0.1').first()).toBeVisible();
});

test('axe finds nothing serious', async ({ connectMe: { phone, simulator } }) => {
  await simulator.place('inbound', numbers.ada);
  await expect(phone.incoming).toBeVisible();
  await expectAccessible(phone.page);
});
