import { expect, numbers, test } from '../support/test.js';
import type { SoftphonePage } from '../support/softphonePage.js';

/** Presses Tab until the control with this name has the focus. */
async function tabTo({ page }: SoftphonePage, name: string): Promise<void> {
  for (let presses = 0; presses < 40; presses += 1) {
    await page.keyboard.press('Tab');
    const focused = page.locator(':focus');
    if ((await focused.count()) === 0) continue;
    const label = await focused.evaluate(
      (element) => element.getAttribute('aria-label') ?? element.textContent.trim(),
    );
    if (label === name) return;
  }
  throw new Error(`40 presses of Tab did not reach "${name}".`);
}

test('a whole call by keyboard alone', async ({ phone, simulator }) => {
  const { keyboard } = phone.page;
  await simulator.ring(numbers.ada);
  await expect(phone.incoming).toBeVisible();

  await tabTo(phone, 'Answer');
  await keyboard.press('Enter');
  const call = phone.call('Ada Lovelace');
  await expect(call).toContainText('Active');
  // The button that was pressed is gone; the focus is on the same call, not lost.
  await expect(call.locator(':focus')).toHaveCount(1);

  await tabTo(phone, 'Keypad');
  await keyboard.press('Space');
  await tabTo(phone, '5');
  await keyboard.press('Enter');
  await keyboard.press('#');
  await expect
    .poll(async () =>
      (await simulator.received('rc-adapter-control-call'))
        .filter(({ callAction }) => callAction === 'dtmf')
        .map(({ options }) => (options as { dtmf: string }).dtmf)
        .join(''),
    )
    .toBe('5#');

  await phone.button('Transfer').focus();
  await keyboard.press('Enter');
  const dialog = phone.page.getByRole('dialog', { name: 'Transfer' });
  await expect(dialog).toBeVisible();
  for (let presses = 0; presses < 6; presses += 1) {
    await keyboard.press('Tab');
    // The focus goes round within the dialog, by way of the browser's own controls.
    const outside = await phone.page.evaluate(
      () => document.activeElement !== document.body && document.activeElement?.closest('dialog') === null,
    );
    expect(outside).toBe(false);
  }
  await keyboard.press('Escape');
  await expect(phone.button('Transfer')).toBeFocused();

  await tabTo(phone, 'Hang up');
  await keyboard.press('Enter');
  await expect(phone.recent()).toContainText('Completed');
});

test('the focus of somebody who writes is left alone when it rings', async ({ phone, simulator }) => {
  await phone.number.fill('+1216');
  await simulator.ring(numbers.ada);
  await expect(phone.incoming).toBeVisible();
  await expect(phone.number).toBeFocused();
});

test('each button says its word when it has the focus', async ({ phone, simulator }) => {
  await simulator.ring(numbers.ada);
  await phone.button('Answer').click();
  await phone.button('Mute').focus();
  await phone.page.keyboard.press('Shift+Tab');
  await phone.page.keyboard.press('Tab');
  await expect
    .poll(() => phone.button('Mute').evaluate((button) => getComputedStyle(button, '::after').opacity))
    .toBe('1');
});
