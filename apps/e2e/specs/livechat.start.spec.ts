import { expect, test } from '../support/livechat/test.js';

test('T-127, T-161, T-177: a start that succeeds is followed by the place in the queue, and a chat is queued like a call', async ({
  chatDesk,
  customer,
}) => {
  await chatDesk.agent('Ann');
  await customer.begin();
  await customer.until('OnCallQueued', 1);
  expect((await customer.names()).slice(0, 3)).toEqual(['OnOpenFailed', 'OnStartSuccess', 'OnCallQueued']);
  expect(await chatDesk.chat()).toMatchObject({ state: 'queued', queuePosition: 1 });
});

test('T-161: the place is told again when it changes, to the page that started, and never to one that opened', async ({
  browser,
  chatDesk,
  customer,
  openPage,
}) => {
  const ann = await chatDesk.agent('Ann');
  await customer.begin({ eCustName: 'First' });
  await customer.until('OnCallQueued', 1);
  const other = await browser.newContext();
  const second = await openPage({ context: other });
  await second.begin({ eCustName: 'Second' });
  await second.until('OnCallQueued', 2);
  const tab = await openPage({ context: other });
  await tab.call('Open');
  await tab.until('OnOpenSuccess');
  await ann('accept');
  await second.until('OnCallQueued', 1);
  await ann('end');
  await ann('accept');
  await tab.until('OnRemoteUserConnected');
  expect(await second.told('OnCallQueued')).toEqual([[2], [1]]);
  expect(await tab.told('OnCallQueued')).toEqual([]);
  await other.close();
});

test('T-63, T-176: details as an object or as JSON start a chat, with a history beside them', async ({
  chatDesk,
  customer,
}) => {
  await customer.begin({ eCustName: 'Ada' }, 'History');
  await customer.until('OnStartSuccess');
  await customer.call('End', 'enough');
  await customer.until('OnEnd', 'client', 'enough');
  await customer.call('Start', JSON.stringify({ eCustName: 'Grace' }), 'History');
  await expect.poll(() => customer.told('OnStartSuccess')).toHaveLength(2);
  const names = (await chatDesk.chats()).map(({ details }) => details['eCustName']);
  expect(names).toEqual(['Ada', 'Grace']);
});

test('T-65, T-202, T-203: the token comes to one of the two callbacks, is the same for all tabs, and another after the chat', async ({
  customer,
  openPage,
}) => {
  const token = async (page: typeof customer): Promise<unknown> =>
    page.page.evaluate(
      () =>
        new Promise((resolve) => {
          const told: unknown[] = [];
          const api = Reflect.get(window, 'livechat') as {
            GetAccessToken(done: (...args: unknown[]) => void, failed: (error: unknown) => void): void;
          };
          // Anything that comes after the first would be in it too.
          const tell = (way: string) => (value: unknown) => {
            told.push([way, value]);
            setTimeout(resolve, 0, told);
          };
          api.GetAccessToken(tell('done'), tell('failed'));
        }),
    );
  await customer.begin();
  await customer.until('OnStartSuccess');
  const first = await token(customer);
  expect(first).toEqual([['done', expect.stringMatching(/^\S{32,}$/)]]);
  const tab = await openPage();
  await tab.call('Open');
  await tab.until('OnOpenSuccess');
  expect(await token(tab)).toEqual(first);
  await customer.call('End');
  await tab.until('OnEnd');
  const later = await token(tab);
  expect(later).toEqual([['done', expect.any(String)]]);
  expect(later).not.toEqual(first);
});

test('T-65: without cookies there is no token, and its error says why', async ({ openPage }) => {
  const customer = await openPage({ foreign: true });
  const told = await customer.page.evaluate(
    () =>
      new Promise((resolve) => {
        const api = Reflect.get(window, 'livechat') as {
          GetAccessToken(done: (token: string) => void, failed: (error: unknown) => void): void;
        };
        api.GetAccessToken(resolve, (error) =>
          resolve({ failed: (error as { readonly code?: unknown }).code }),
        );
      }),
  );
  expect(told).toEqual({ failed: 'CookiesDisabled' });
});

test('T-204: a token that is not this browser’s starts nothing', async ({ chatDesk, customer }) => {
  await customer.begin({ eCustName: 'Eve', pAccessToken: 'somebody-else’s' });
  await customer.until('OnStartFailed', 'StartError');
  expect(await chatDesk.chats()).toEqual([]);
});
