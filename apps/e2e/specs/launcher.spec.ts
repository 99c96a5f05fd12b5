import { expectAccessible } from '../support/axe.js';
import { board, xivoDesktopOrigin } from '../support/addresses.js';
import { expect, numbers, test } from '../support/test.js';

test('the launcher shows the app live beside the board, and a call rings in it', async ({
  page,
  session,
  simulator,
}) => {
  await page.goto(`/?session=${session}`);
  const app = page.frameLocator('iframe[title="React sample app"]');
  await expect(app.getByRole('status', { name: 'Connection' })).toHaveText('Ready', { timeout: 15_000 });
  await expect(
    page.frameLocator('iframe[title="Simulator board"]').getByRole('heading').first(),
  ).toBeVisible();
  await simulator.ring(numbers.ada);
  await app
    .getByRole('alertdialog', { name: 'Incoming call' })
    .getByRole('button', { name: 'Answer' })
    .click();
  await expect(app.getByRole('list', { name: 'Calls', exact: true })).toContainText('Active');
});

test('its links open each page in the same session', async ({ page, session }) => {
  await page.goto(`/?session=${session}`);
  await page.getByRole('link', { name: 'Open RingCentral in React' }).click();
  await expect(page).toHaveURL(`/react/ringcentral?session=${session}`);
});

test('the agents’ desktop is a click away, in the same session', async ({ page, context, session }) => {
  await page.goto(`/?session=${session}`);
  const opening = context.waitForEvent('page');
  await page.getByRole('link', { name: 'Open the XiVO desktop' }).click();
  const desktop = await opening;
  await expect(desktop).toHaveURL(`${xivoDesktopOrigin}/?session=${session}`);
  await expect(desktop.getByRole('status', { name: 'Agent state' })).toHaveText('Ready');
});

test('axe finds nothing serious, and 360 px are wide enough', async ({ page, session }) => {
  await page.goto(`/?session=${session}`);
  await expectAccessible(page);
  await page.setViewportSize({ width: 360, height: 740 });
  expect(
    await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth),
  ).toBe(0);
});

test('the board is worked by keyboard: it rings the page', async ({ phone, context, session }) => {
  const desk = await context.newPage();
  await desk.goto(`${board}/?session=${session}`);
  const place = desk.getByRole('form', { name: 'Place a call' });
  await expectAccessible(desk);
  await place.getByLabel('Number').focus();
  await desk.keyboard.press('Control+A');
  await desk.keyboard.type(numbers.jennifer);
  await desk.keyboard.press('Enter');
  await expect(phone.incoming).toContainText('Jennifer Doe');
});
