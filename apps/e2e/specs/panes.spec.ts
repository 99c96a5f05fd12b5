import { expectAccessible } from '../support/axe.js';
import { launcher, serviceOrigin } from '../support/addresses.js';
import { clickAway } from '../support/clickAway.js';
import { createPanes, plainPane, servePane } from '../support/panes.js';
import { expect, numbers } from '../support/test.js';
import { test } from '../support/xivoTest.js';

test('a RingCentral call brings up the page that the service names, and Done takes it away', async ({
  app,
  phone,
  session,
  simulator,
  xivo,
}) => {
  const panes = createPanes(phone.page);
  // Nothing opens by itself.
  const answered = phone.page.waitForResponse(
    (response) => response.url().startsWith(serviceOrigin) && response.request().method() === 'POST',
  );
  await simulator.ring(numbers.nobody);
  expect(await (await answered).json()).toEqual({ action: 'none' });
  const url = `${launcher}${app}/xivo?session=${session}`;
  await xivo.config({ answer: { action: 'open', url, title: 'Customer' } });
  await phone.number.focus();
  await simulator.ring(numbers.ada);
  await expect(panes.tabs).toHaveText(['Customer']);
  await expect(panes.frame('Customer')).toHaveAttribute('title', 'Customer');
  await expect(phone.number).toBeFocused();
  const guest = panes.page('Customer');
  await expect(guest.getByRole('heading', { name: 'Customer' })).toBeVisible();
  await expect(guest.locator('dl')).toContainText(numbers.ada);
  await clickAway(guest, 'Done');
  await expect(panes.list).toHaveCount(0);
  await expect(phone.call('Ada Lovelace')).toContainText('Ringing');
  await expect(phone.events).toContainText('pane.completed Customer');
});

test('a Kunzite call brings up its page once it is answered, and somebody closes it', async ({
  context,
  kunzite: { phone, simulator },
  xivo,
}) => {
  const panes = createPanes(phone.page);
  const url = await servePane(context, 'plain', plainPane('Notes'));
  await xivo.config({ answer: { action: 'open', event: 'EventEstablished', url, title: 'Notes' } });
  await simulator.place('inbound', numbers.ada);
  await expect(phone.events).toContainText('pane.waiting Notes');
  await expect(panes.list).toHaveCount(0);
  await phone.widget.getByRole('button', { name: 'Answer', exact: true }).click();
  await expect(panes.page('Notes').getByRole('heading', { name: 'Notes' })).toBeVisible();
  await panes.close.click();
  await expect(panes.list).toHaveCount(0);
  await expect(phone.events).toContainText('pane.closed Notes');
});

test('tabs are worked by keyboard, pages keep what was written in them, and axe finds nothing serious', async ({
  context,
  phone,
  simulator,
  xivo,
}) => {
  const panes = createPanes(phone.page);
  for (const [title, number] of [
    ['First', numbers.ada],
    ['Second', numbers.jennifer],
  ] as const) {
    const url = await servePane(context, title, `${plainPane(title)}<label>Note <input></label>`);
    await xivo.config({ answer: { action: 'open', url, title } });
    await simulator.ring(number);
    await expect(panes.tab(title)).toHaveAttribute('aria-selected', 'true');
  }
  await panes.page('Second').getByLabel('Note').fill('kept');
  await panes.tab('Second').focus();
  await phone.page.keyboard.press('ArrowLeft');
  await expect(panes.tab('First')).toBeFocused();
  await expect(panes.page('First').getByRole('heading', { name: 'First' })).toBeVisible();
  await expectAccessible(phone.page);
  await phone.page.keyboard.press('ArrowRight');
  await expect(panes.page('Second').getByLabel('Note')).toHaveValue('kept');
  await panes.close.press('Enter');
  await expect(panes.tabs).toHaveText(['First']);
  await expect(panes.tab('First')).toBeFocused();
  await phone.page.setViewportSize({ width: 360, height: 740 });
  // The frames of the panes and of the phone follow their places a frame later.
  await expect
    .poll(() =>
      phone.page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth),
    )
    .toBe(0);
});
