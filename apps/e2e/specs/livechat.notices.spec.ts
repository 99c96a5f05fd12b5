import type { CustomerPage } from '../support/livechat/customerPage.js';
import { expect, test } from '../support/livechat/test.js';

test.use({ staffed: false });

/** The way of a start that gets no agent: told why, and ended. */
async function expectNotice(customer: CustomerPage, code: string): Promise<void> {
  await customer.until('OnSystemNotification', code);
  await customer.until('OnEnd', 'server', undefined);
  const names = await customer.names();
  expect(names.indexOf('OnStartSuccess')).toBeLessThan(names.indexOf('OnSystemNotification'));
  expect(names.indexOf('OnSystemNotification')).toBeLessThan(names.indexOf('OnEnd'));
  expect(await customer.told('OnSystemNotification')).toEqual([[code]]);
  expect(names).not.toContain('OnRemoteUserConnected');
}

test('T-127, T-154: with nobody logged in, a start is followed by NoStaffedAgents and the end', async ({
  customer,
}) => {
  await customer.begin();
  await expectNotice(customer, 'NoStaffedAgents');
});

test('T-155: with agents, and more waiting than there may be, it is QueueIsTooBig', async ({
  browser,
  chatDesk,
  customer,
  openPage,
}) => {
  await chatDesk.agent('Ann');
  await chatDesk.faults({ queueLimit: 1 });
  await customer.begin();
  await customer.until('OnCallQueued', 1);
  const context = await browser.newContext();
  const second = await openPage({ context });
  await second.begin();
  await expectNotice(second, 'QueueIsTooBig');
  expect(await customer.names()).not.toContain('OnEnd');
  await context.close();
});

test('T-156: after the configured time in the queue it is TimedOutInQueue', async ({
  chatDesk,
  customer,
}) => {
  await chatDesk.agent('Ann');
  await chatDesk.faults({ queueTimeoutMs: 300 });
  await customer.begin();
  await expectNotice(customer, 'TimedOutInQueue');
  expect(await customer.told('OnCallQueued')).toEqual([[1]]);
});

const byFault: readonly { readonly title: string; readonly code: string }[] = [
  {
    title: 'T-152: ErrorInGetAgentDetails comes where an agent’s details cannot be had',
    code: 'ErrorInGetAgentDetails',
  },
  { title: 'T-153: ErrorAgentDetails comes where they are wrong', code: 'ErrorAgentDetails' },
  { title: 'T-157: InternalServerError comes where the server itself fails', code: 'InternalServerError' },
];

for (const { title, code } of byFault) {
  test(title, async ({ chatDesk, customer }) => {
    await chatDesk.agent('Ann');
    await chatDesk.faults({ notification: code });
    await customer.begin();
    await expectNotice(customer, code);
  });
}

test('T-150, T-151: both names of the event are one slot: the handler set last is told, once', async ({
  customer,
}) => {
  await customer.page.evaluate(() => {
    const api = Reflect.get(window, 'livechat') as Record<string, unknown>;
    const told: unknown[] = [];
    Reflect.set(window, 'notices', told);
    api['OnSystemNotification'] = (code: unknown) => told.push(['first', code]);
    api['OnCallbackAutoRegistered'] = (code: unknown) => told.push(['second', code]);
  });
  await customer.begin();
  await customer.until('OnEnd', 'server', undefined);
  expect(await customer.page.evaluate(() => Reflect.get(window, 'notices') as unknown)).toEqual([
    ['second', 'NoStaffedAgents'],
  ]);
});

test('T-46, T-151: a customer who allows it has a callback recorded before the end, and others have not', async ({
  chatDesk,
  customer,
  openPage,
}) => {
  const eMobileNo = '+65 6123 4567';
  await customer.begin({ eMobileNo });
  await expectNotice(customer, 'NoStaffedAgents');
  expect(await chatDesk.callbacks()).toEqual([]);
  await customer.page.close();
  const allows = await openPage();
  await allows.call('Open');
  await allows.until('OnOpenFailed');
  await allows.call('Start', { eCustDetails: { eMobileNo }, enable_autocb: true }, '');
  await expectNotice(allows, 'NoStaffedAgents');
  expect(await chatDesk.callbacks()).toMatchObject([{ by: 's', number: expect.stringContaining('6123') }]);
  // The customer did not ask, and is not told as if.
  expect(await allows.told('OnCallbackRequestStatus')).toEqual([]);
});
