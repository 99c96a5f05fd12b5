import { expect, test } from '../support/livechat/test.js';

test('T-67, T-139, T-140: opening joins the chat of the same browser, and answers once', async ({
  chatDesk,
  customer,
  openPage,
}) => {
  await customer.begin();
  await customer.until('OnStartSuccess');
  const ann = await chatDesk.agent('Ann');
  await ann('accept');
  const tab = await openPage();
  await tab.call('Open');
  await tab.until('OnOpenSuccess');
  await ann('say', { text: 'Hello both' });
  await tab.until('OnMessageReceived', 'Hello both');
  await customer.until('OnMessageReceived', 'Hello both');
  expect(await tab.told('OnOpenSuccess')).toHaveLength(1);
  expect(await tab.told('OnOpenFailed')).toEqual([]);
  // Answers come to who asked: the other page hears nothing of it.
  expect(await customer.told('OnOpenSuccess')).toEqual([]);
});

test('T-64, T-68, T-142: without a chat it fails with NoSessionFound, and only then may be started', async ({
  customer,
  openPage,
}) => {
  await customer.begin();
  await customer.until('OnStartSuccess');
  expect(await customer.told('OnOpenFailed')).toEqual([['NoSessionFound']]);
  // After success there is nothing to start, in any page of this browser.
  const tab = await openPage();
  await tab.call('Open');
  await tab.until('OnOpenSuccess');
  await tab.call('Start', {}, '');
  await tab.until('OnStartFailed', 'AlreadyStartedAndInSession');
});

test('T-141: where the browser keeps the server’s cookies from it, it fails with CookiesDisabled', async ({
  openPage,
}) => {
  const customer = await openPage({ foreign: true });
  await customer.call('Open');
  await customer.until('OnOpenFailed', 'CookiesDisabled');
});

test('T-143: a page that comes after the end is told AlreadyEndedSession once, and may start after that', async ({
  chatDesk,
  customer,
  openPage,
}) => {
  await customer.begin();
  await customer.until('OnStartSuccess');
  const ann = await chatDesk.agent('Ann');
  await ann('accept');
  await customer.until('OnRemoteUserConnected');
  await customer.page.close({ runBeforeUnload: true });
  await ann('end');
  const next = await openPage();
  await next.call('Open');
  await next.until('OnOpenFailed', 'AlreadyEndedSession');
  await next.call('Open');
  await next.until('OnOpenFailed', 'NoSessionFound');
  await next.call('Start', {}, '');
  await next.until('OnStartSuccess');
});

test('T-160, T-159: a page that has not opened the chat cannot write to it: UnOpenedSessionNotAllowed', async ({
  chatDesk,
  customer,
  openPage,
}) => {
  await customer.begin();
  await customer.until('OnStartSuccess');
  const tab = await openPage();
  await tab.call('SendMessage', 'Let me in');
  await tab.until('OnInternalServerError', 'UnOpenedSessionNotAllowed');
  await tab.call('NotifyTypingStateChange', 0);
  await tab.call('End', 'mine');
  await expect.poll(() => tab.told('OnInternalServerError')).toHaveLength(3);
  expect(await chatDesk.chat()).toMatchObject({ state: 'queued', trans: [] });
  expect(await customer.names()).not.toContain('OnEnd');
});
