import { expect, numbers, test } from '../support/test.js';
import { ringCentralOrigin } from '../support/addresses.js';

test('a command that the vendor ignores is told within 10 s', async ({ phone, simulator }) => {
  await simulator.ring(numbers.ada);
  await expect(phone.incoming).toBeVisible();
  await simulator.faults({ silent: true });
  await phone.incoming.getByRole('button', { name: 'Answer' }).click();
  await expect(phone.alert).toBeVisible({ timeout: 10_000 });
  await expect(phone.alert).toContainText('RingCentral');
  await expect(phone.call('Ada Lovelace')).toContainText('Ringing');
  await phone.alert.getByRole('button', { name: 'Dismiss' }).click();
  await expect(phone.alert).toHaveCount(0);

  await simulator.faults({ silent: false });
  await phone.incoming.getByRole('button', { name: 'Answer' }).click();
  await expect(phone.call('Ada Lovelace')).toContainText('Active');
});

test('dialling that the vendor ignores is told within 10 s, and no call shows', async ({
  phone,
  simulator,
}) => {
  await simulator.faults({ silent: true });
  await phone.number.fill(numbers.ada);
  await phone.dial.click();
  await expect(phone.alert).toBeVisible({ timeout: 10_000 });
  await expect(phone.calls.getByRole('listitem')).toHaveCount(0);
});

test('malformed frames break nothing and change nothing', async ({ phone, simulator }) => {
  const errors: Error[] = [];
  phone.page.on('pageerror', (error) => errors.push(error));
  await simulator.ring(numbers.ada);
  await phone.button('Answer').click();
  await expect(phone.call('Ada Lovelace')).toContainText('Active');
  for (const frame of [
    { type: 'rc-call-end-notify' },
    { type: 'rc-call-ring-notify', call: null },
    { type: 'rc-call-start-notify', call: { id: 7 } },
    { type: 'rc-call-hold-notify', call: [] },
    { type: 'rc-active-call-notify', call: { telephonyStatus: { toString: 'NoCall' } } },
    { type: 'rc-telephony-session-notify', telephonySession: 'ended' },
    { type: 'rc-login-status-notify', loggedIn: 'yes' },
  ]) {
    await simulator.emit(frame);
  }
  await expect(phone.events).toContainText('protocol.rejected malformed');
  await simulator.faults({ malformed: 1 });
  await simulator.message('SMS', numbers.ada, 'Mangled on its way');
  await simulator.faults({ malformed: 0 });
  await expect(phone.call('Ada Lovelace')).toContainText('Active');
  await expect(phone.connection).toHaveText('Ready');
  await phone.button('Hang up').click();
  await expect(phone.recent()).toContainText('Completed');
  expect(errors).toEqual([]);
});

test('duplicated, late and reordered frames still make one call of one history', async ({
  phone,
  simulator,
}) => {
  await simulator.faults({ duplicate: 1, delayMs: 40, reorder: true });
  const id = await simulator.ring(numbers.ada);
  await expect(phone.call('Ada Lovelace')).toHaveCount(1);
  await phone.button('Answer').click();
  await expect(phone.call('Ada Lovelace')).toContainText('Active');
  await simulator.act(id, 'hangup');
  await expect(phone.call('Ada Lovelace')).toHaveCount(0);
  await expect(phone.recentCalls.getByRole('listitem')).toHaveCount(1);
  await expect(phone.recent()).toContainText('Completed');
});

test('with half of its frames lost the page lives on, and is right again once they come', async ({
  phone,
  simulator,
}) => {
  await simulator.faults({ drop: 0.5 });
  const lost = await simulator.ring(numbers.ada);
  await simulator.act(lost, 'cancel');
  await simulator.faults({ drop: 0 });
  await simulator.ring(numbers.nobody);
  await phone.incoming.filter({ hasText: numbers.nobody }).getByRole('button', { name: 'Answer' }).click();
  await expect(phone.call(numbers.nobody)).toContainText('Active');
});

test('a frame of the right shape that the page itself posts is refused', async ({ phone }) => {
  await phone.page.evaluate(() => {
    window.postMessage(
      {
        type: 'rc-call-ring-notify',
        call: {
          id: 'forged',
          direction: 'Inbound',
          from: '+12165325078',
          to: '101',
          callStatus: 'webphone-session-connecting',
        },
      },
      location.origin,
    );
  });
  await expect(phone.events).toContainText(/protocol\.rejected (origin|source)/);
  await expect(phone.calls.getByRole('listitem')).toHaveCount(0);
  await expect(phone.incoming).toHaveCount(0);
});

test('a frame from the right origin, but of another window, is refused', async ({ phone, session }) => {
  await phone.page.evaluate(
    ({ origin, session }) => {
      const other = document.createElement('iframe');
      other.src = `${origin}/app.html?session=${session}-other`;
      other.title = 'another';
      document.body.append(other);
    },
    { origin: ringCentralOrigin, session },
  );
  await expect(phone.events).toContainText('protocol.rejected source');
  await expect(phone.calls.getByRole('listitem')).toHaveCount(0);
});
