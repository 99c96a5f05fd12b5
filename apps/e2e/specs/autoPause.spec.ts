import { clickAway } from '../support/clickAway.js';
import { createPanes, plainPane, servePane } from '../support/panes.js';
import { expect, numbers } from '../support/test.js';
import { test } from '../support/xivoTest.js';

test.beforeEach(async ({ context, xivo }) => {
  const url = await servePane(context, 'plain', plainPane('Notes'));
  const answer = {
    action: 'open',
    url,
    title: 'Notes',
    autopause: true,
    autopauseReason: 'backoffice',
  } as const;
  await xivo.config({ answer });
});

test('while pages are open that want it the agent is on pause, and as before when the last is done', async ({
  phone,
  simulator,
}) => {
  const panes = createPanes(phone.page);
  await expect(phone.presence).toHaveValue('available');
  await simulator.ring(numbers.ada);
  await expect(phone.presence).toHaveValue('paused');
  // Nobody can ring the agent now.
  await simulator.place('outbound', numbers.jennifer);
  await expect(panes.tabs).toHaveCount(2);
  await clickAway(panes.page('Notes'), 'Done');
  await expect(panes.tabs).toHaveCount(1);
  await expect(phone.presence).toHaveValue('paused');
  await panes.close.click();
  await expect(phone.presence).toHaveValue('available');
  expect(await simulator.received('rc-adapter-set-presence')).toMatchObject([
    { dndStatus: 'DoNotAcceptAnyCalls' },
    { userStatus: 'Available', dndStatus: 'TakeAllCalls' },
  ]);
});

test('what the agent has chosen since is left alone', async ({ phone, simulator }) => {
  const panes = createPanes(phone.page);
  await simulator.ring(numbers.ada);
  await expect(phone.presence).toHaveValue('paused');
  await phone.presence.selectOption('busy');
  await expect(phone.presence).toHaveValue('busy');
  await panes.close.click();
  await expect(panes.list).toHaveCount(0);
  await simulator.ring(numbers.nobody);
  await expect(panes.tabs).toHaveCount(1);
  await expect(phone.presence).toHaveValue('paused');
  expect(await simulator.received('rc-adapter-set-presence')).toHaveLength(3);
});
