import { expectAccessible } from '../support/axe.js';
import { launcher } from '../support/addresses.js';
import { blockPopups } from '../support/blockPopups.js';
import { createPanes } from '../support/panes.js';
import { expect, numbers } from '../support/test.js';
import { test } from '../support/xivoTest.js';

test('a popup that the browser blocks is told of, opens by a click, and says that it is done', async ({
  app,
  context,
  unopened: phone,
  session,
  simulator,
  xivo,
}) => {
  const panes = createPanes(phone.page);
  await blockPopups(phone.page);
  await phone.open();
  const url = `${launcher}${app}/xivo?session=${session}`;
  await xivo.config({ answer: { action: 'popup', url, title: 'Customer' } });
  await simulator.ring(numbers.ada);
  await expect(panes.blocked).toContainText('Customer');
  await expectAccessible(phone.page);
  const opening = context.waitForEvent('page');
  await panes.blocked.getByRole('button', { name: 'Open', exact: true }).click();
  const popup = await opening;
  await expect(panes.blocked).toHaveCount(0);
  await expect(panes.tabs).toHaveText(['Customer']);
  await expect(popup.locator('dl')).toContainText(numbers.ada);
  await expectAccessible(popup);
  await popup.getByRole('button', { name: 'Done', exact: true }).click();
  await expect(panes.list).toHaveCount(0);
  await expect(phone.events).toContainText('pane.completed Customer');
});
