import { expectAccessible } from '../support/axe.js';
import { launcher } from '../support/addresses.js';
import { clickAway } from '../support/clickAway.js';
import { expect } from '../support/test.js';
import { test } from '../support/xivoTest.js';

test('in the desktop’s pane it shows the call, and Done gives the pane back', async ({
  app,
  desktop,
  session,
  xivo,
}) => {
  const url = `${launcher}${app}/xivo?session=${session}`;
  await xivo.config({ answer: { action: 'open', url, title: 'Ada’s file', autopause: true } });
  await xivo.ring('1013', 'edition');
  const guest = desktop.pane('Ada’s file');
  await expect(guest.getByRole('heading', { name: 'Ada’s file' })).toBeVisible();
  const facts = guest.locator('dl');
  for (const [term, detail] of [
    ['Caller', '1013'],
    ['Callee', /1023$/],
    ['Queue', /edition/i],
    ['XIVO_USERID', '54'],
  ] as const) {
    await expect(facts.locator('dt', { hasText: term }).locator('+ dd')).toHaveText(detail);
  }
  // The ticket is in no address that the page keeps.
  expect(await guest.locator('html').evaluate(() => location.href)).not.toContain('ticket');
  await clickAway(guest, 'Done');
  await expect(desktop.tabs).toHaveCount(0);
  await expect(desktop.agentState).toHaveText('Ready');
});

test('opened elsewhere it says what to do, in 360 px too, and axe finds nothing serious', async ({
  app,
  page,
  session,
}) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto(`${app}/xivo?session=${session}&call=1724763376.29`);
  await expect(page.getByRole('alert').first()).toHaveText(/desktop/i);
  await expectAccessible(page);
  expect(
    await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth),
  ).toBe(0);
});

test('opened on its own it shows who logged in, and the calls as they come and go', async ({
  app,
  context,
  desktop,
  session,
  xivo,
}) => {
  const page = await context.newPage();
  await page.goto(`${app}/xivo?session=${session}`);
  const login = page.getByRole('status', { name: 'Logged in as', exact: true });
  const calls = page.getByRole('list', { name: 'Calls', exact: true }).getByRole('listitem');
  await expect(page.getByRole('status', { name: 'Connection', exact: true })).toHaveText('Ready');
  await expect(login).toHaveText('nobody yet');
  await desktop.page.bringToFront();
  await desktop.button('Log out').click();
  await desktop.button('Log in').click();
  await expect(login).toHaveText('mwebrtc');

  const url = `${launcher}${app}/xivo?session=${session}`;
  await xivo.config({ answer: { action: 'open', url, title: 'Customer' } });
  await xivo.ring('1013', 'edition');
  await expect(calls).toHaveAccessibleName('1013');
  await expect(calls).toHaveText(/1023.*Ringing/);
  await expectAccessible(page);
  await clickAway(desktop.pane('Customer'), 'Done');
  await expect(calls).toHaveCount(0);
  await expect(page.getByRole('list', { name: 'Recent calls', exact: true })).toContainText('1013');
});
