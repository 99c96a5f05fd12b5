import { expectAccessible } from '../support/axe.js';
import { expect, numbers, test } from '../support/test.js';

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme });

    test('axe finds nothing serious: idle, ringing, active, keypad, dialog, held, ended', async ({
      phone,
      simulator,
    }) => {
      await expectAccessible(phone.page);
      await simulator.ring(numbers.two);
      await expect(phone.incoming).toBeVisible();
      await simulator.message('SMS', numbers.ada, 'Call me after three');
      await expect(phone.messages.filter({ hasText: 'Call me after three' })).toBeVisible();
      await expectAccessible(phone.page);
      await phone.button('Answer').click();
      await phone.button('Keypad').click();
      await expectAccessible(phone.page);
      await phone.button('Transfer').click();
      await expect(phone.page.getByRole('dialog')).toBeVisible();
      await expectAccessible(phone.page);
      await phone.page.keyboard.press('Escape');
      await phone.button('Hold').click();
      await expect(phone.calls).toContainText('On hold');
      await phone.number.fill('doe');
      await expect(phone.page.getByRole('listbox')).toBeVisible();
      await expectAccessible(phone.page);
      await phone.button('Hang up').click();
      await expect(phone.recent()).toBeVisible();
      await expectAccessible(phone.page);
    });

    test('axe finds nothing serious on the start page', async ({ page, app }) => {
      await page.goto(`${app}/`);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await expectAccessible(page);
    });
  });
}

test.describe('at 360 px', () => {
  test.use({ viewport: { width: 360, height: 740 } });

  const overflow = (): number => document.documentElement.scrollWidth - document.documentElement.clientWidth;

  test('nothing is wider than the screen, and a ringing call is on top', async ({ phone, simulator }) => {
    expect(await phone.page.evaluate(overflow)).toBe(0);
    await simulator.ring(numbers.two, 'A caller with a name that is much too long for so narrow a screen');
    await expect(phone.incoming).toBeInViewport();
    await phone.page.mouse.wheel(0, 1_000);
    await expect(phone.incoming).toBeInViewport();
    expect(await phone.page.evaluate(overflow)).toBe(0);
    await expectAccessible(phone.page);
    await phone.incoming.getByRole('button', { name: 'Answer' }).click();
    await phone.button('Keypad').click();
    expect(await phone.page.evaluate(overflow)).toBe(0);
  });

  test('the softphone is a sheet that opens and closes without loading again', async ({ phone }) => {
    let loads = 0;
    phone.page.on('request', (request) => {
      if (request.url().includes('/app.html')) loads += 1;
    });
    await expect(phone.frame).toBeHidden();
    await phone.page.getByRole('button', { name: 'Show the softphone' }).click();
    await expect(phone.frame).toBeInViewport({ ratio: 0.99 });
    await phone.page.getByRole('button', { name: 'Hide the softphone' }).click();
    await expect(phone.frame).toBeHidden();
    expect(loads).toBe(0);
  });
});

test('nothing jumps, as the page loads or as a call comes and goes', async ({
  page,
  unopened: phone,
  simulator,
}) => {
  await page.addInitScript(() => {
    const shifts: number[] = [];
    Object.assign(window, { shifts });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) shifts.push((entry as unknown as { value: number }).value);
    }).observe({ type: 'layout-shift', buffered: true });
  });
  await phone.open();
  const id = await simulator.ring(numbers.ada);
  await expect(phone.incoming).toBeVisible();
  await simulator.act(id, 'cancel');
  await expect(phone.recent()).toBeVisible();
  const moved = await page.evaluate(() =>
    (window as unknown as { shifts: number[] }).shifts.reduce((sum, shift) => sum + shift, 0),
  );
  // 0.1 is what the web calls good; the page stays far below.
  expect(moved).toBeLessThan(0.02);
});

test('with reduced motion nothing moves', async ({ phone, simulator }) => {
  await phone.page.emulateMedia({ reducedMotion: 'reduce' });
  await simulator.ring(numbers.ada);
  await expect(phone.incoming).toBeVisible();
  expect(await phone.page.evaluate(() => document.getAnimations().length)).toBe(0);
});
