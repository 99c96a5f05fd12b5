import { expect, test } from '../support/livechat/test.js';

/** The document’s nine seconds, and what a busy machine adds. */
const NINE_SECONDS = 20_000;

test('T-66, T-146: what the customer’s page gives to End comes back to all pages as the reason', async ({
  chatDesk,
  customer,
  openPage,
}) => {
  await customer.begin();
  await customer.until('OnStartSuccess');
  const tab = await openPage();
  await tab.call('Open');
  await tab.until('OnOpenSuccess');
  const ann = await chatDesk.agent('Ann');
  await ann('accept');
  await customer.until('OnRemoteUserConnected');
  await tab.call('End', 'Thank you');
  await tab.call('End', 'twice');
  for (const page of [customer, tab]) {
    await page.until('OnEnd', 'client', 'Thank you');
    expect(await page.told('OnEnd')).toHaveLength(1);
  }
  const { state, trans } = await chatDesk.chat();
  expect([state, trans.at(-1)?.['type']]).toEqual(['ended', 'disconnect']);
});

test('T-144, T-145: an agent’s end comes once a page, without a reason', async ({
  chatDesk,
  customer,
  openPage,
}) => {
  await customer.begin();
  await customer.until('OnStartSuccess');
  const tab = await openPage();
  await tab.call('Open');
  await tab.until('OnOpenSuccess');
  const ann = await chatDesk.agent('Ann');
  await ann('accept');
  await ann('end');
  for (const page of [customer, tab]) {
    await page.until('OnEnd', 'server', undefined);
    expect((await page.names()).filter((name) => name === 'OnEnd')).toHaveLength(1);
  }
  // After it the page may open, and start anew.
  await customer.call('Open');
  await customer.until('OnOpenFailed', 'NoSessionFound');
  await customer.call('Start', {}, '');
  await expect.poll(() => customer.told('OnStartSuccess')).toHaveLength(2);
});

test('T-148: the company’s end can come at any time after the start: in the queue, and in the chat', async ({
  chatDesk,
  customer,
}) => {
  await chatDesk.agent('Ann');
  await chatDesk.faults({ queueTimeoutMs: 300 });
  await customer.begin();
  await customer.until('OnEnd', 'server', undefined);
  expect(await customer.names()).not.toContain('OnRemoteUserConnected');
});

test('T-168, T-169: after nine seconds without contact the server is offline, and online with the first', async ({
  chatDesk,
  customer,
}) => {
  test.setTimeout(60_000);
  await customer.begin();
  await customer.until('OnStartSuccess');
  const ann = await chatDesk.agent('Ann');
  await ann('accept');
  await customer.until('OnRemoteUserConnected');
  // A link that is open at one end only: no error tells of it.
  const before = Date.now();
  await chatDesk.faults({ silent: true });
  await expect
    .poll(() => customer.told('OnServerStateChanged'), { timeout: NINE_SECONDS })
    .toEqual([['offline']]);
  // Contact was at most one ping ago when it broke.
  expect(Date.now() - before).toBeGreaterThan(5_500);
  await ann('say', { text: 'Are you there?' });
  await customer.call('SendMessage', 'Written meanwhile');
  await chatDesk.faults({});
  await customer.until('OnServerStateChanged', 'online');
  await customer.until('OnMessageReceived', 'Are you there?');
  await customer.until('OnEcho', 'Written meanwhile');
  expect(await customer.told('OnServerStateChanged')).toEqual([['offline'], ['online']]);
  expect(await customer.told('OnMessageReceived')).toHaveLength(1);
  expect(await customer.told('OnEcho')).toHaveLength(1);
});

test('T-147, T-170: a chat that ended meanwhile is lost: online, and right after it OnEnd by lib', async ({
  chatDesk,
  customer,
}) => {
  test.setTimeout(60_000);
  await customer.begin();
  await customer.until('OnStartSuccess');
  const ann = await chatDesk.agent('Ann');
  await ann('accept');
  await customer.until('OnRemoteUserConnected');
  await chatDesk.faults({ offline: true });
  await expect
    .poll(() => customer.told('OnServerStateChanged'), { timeout: NINE_SECONDS })
    .toEqual([['offline']]);
  await ann('end');
  await chatDesk.faults({});
  await customer.until('OnEnd', 'lib', 'SessionLostWhileOffline');
  expect((await customer.names()).slice(-3)).toEqual([
    'OnServerStateChanged',
    'OnServerStateChanged',
    'OnEnd',
  ]);
  expect((await customer.told('OnServerStateChanged')).at(-1)).toEqual(['online']);
});
