import { expect, numbers, test } from '../support/test.js';

test('the page speaks a second language, at once and after a reload', async ({ phone, simulator }) => {
  await simulator.ring(numbers.ada);
  await expect(phone.incoming).toBeVisible();
  await phone.page.getByRole('combobox', { name: 'Language' }).selectOption('Español');
  const calls = phone.page.getByRole('list', { name: 'Llamadas', exact: true });
  await expect(calls.getByRole('listitem', { name: 'Ada Lovelace' })).toContainText('Sonando');
  await calls.getByRole('button', { name: 'Contestar' }).click();
  await expect(calls).toContainText('Activa');
  await expect(phone.page.locator('html')).toHaveAttribute('lang', 'es');

  await phone.page.reload();
  await expect(phone.page.getByRole('status', { name: 'Conexión' })).toHaveText('Listo');
  await phone.page.getByRole('combobox', { name: 'Idioma' }).selectOption('English');
  await phone.ready();
});

test('light and dark follow the system until one is chosen', async ({ phone }) => {
  const background = (): Promise<string> =>
    phone.page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  await phone.page.emulateMedia({ colorScheme: 'light' });
  const light = await background();
  await phone.page.emulateMedia({ colorScheme: 'dark' });
  const dark = await background();
  expect(dark).not.toBe(light);
  await phone.page.getByRole('combobox', { name: 'Theme' }).selectOption('Light');
  expect(await background()).toBe(light);
  await phone.page.reload();
  expect(await background()).toBe(light);
});
