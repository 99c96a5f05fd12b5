import { expect, test } from '../support/livechat/test.js';

const lines = (who: string): readonly string[] => Array.from({ length: 15 }, (_, index) => `${who} ${index}`);

test('T-60, T-163, T-164: over a line that loses, doubles, damages and delays, each message comes once and in its order', async ({
  chatDesk,
  customer,
  openPage,
}) => {
  test.setTimeout(90_000);
  await customer.begin();
  await customer.until('OnStartSuccess');
  const ann = await chatDesk.agent('Ann');
  await ann('accept');
  await customer.until('OnRemoteUserConnected');
  const tab = await openPage();
  await tab.call('Open');
  await tab.until('OnOpenSuccess');
  await chatDesk.faults({ drop: 0.1, duplicate: 0.3, malformed: 0.2, reorder: true, delayMs: 20 });
  const [own, answers] = [lines('Ada'), lines('Ann')];
  const sending = customer.page.evaluate((texts) => {
    const api = Reflect.get(window, 'livechat') as { SendMessage(text: string): void };
    for (const text of texts) api.SendMessage(text);
  }, own);
  for (const text of answers) await ann('say', { text });
  await sending;
  const all =
    (page: typeof customer, name: 'OnEcho' | 'OnMessageReceived') => async (): Promise<readonly unknown[]> =>
      (await page.told(name)).map(([text]) => text);
  for (const page of [customer, tab]) {
    await expect.poll(all(page, 'OnEcho'), { timeout: 30_000 }).toEqual(own);
    await expect.poll(all(page, 'OnMessageReceived'), { timeout: 30_000 }).toEqual(answers);
    expect(await page.names()).not.toContain('OnEnd');
  }
});

test('T-131, T-133: of two pages that start at the same moment one wins, and there is one chat', async ({
  chatDesk,
  openPage,
}) => {
  const pages = [await openPage(), await openPage()];
  for (const page of pages) {
    await page.call('Open');
    await page.until('OnOpenFailed', 'NoSessionFound');
  }
  await Promise.all(pages.map((page) => page.call('Start', {}, '')));
  const answers = async (): Promise<readonly unknown[]> => {
    const told = await Promise.all(
      pages.map(async (page) => [
        ...(await page.told('OnStartFailed')),
        ...(await page.told('OnStartSuccess')),
      ]),
    );
    return told
      .flat()
      .map(([code = 'started']) => code)
      .sort();
  };
  await expect.poll(answers).toEqual(['UnOpenedSessionPerformedStart', 'started']);
  expect(await chatDesk.chats()).toHaveLength(1);
});

test('T-203: where no WebSocket can be opened, a chat goes on by plain requests', async ({
  chatDesk,
  context,
  openPage,
}) => {
  test.setTimeout(60_000);
  await context.routeWebSocket(/\/tetherfi\/livechat\/socket/, (socket) => socket.close());
  const customer = await openPage();
  const posted = customer.page.waitForRequest(/\/tetherfi\/livechat\/frames\b/);
  await customer.begin();
  await customer.until('OnStartSuccess');
  expect((await posted).method()).toBe('POST');
  const ann = await chatDesk.agent('Ann');
  await ann('accept');
  await customer.until('OnRemoteUserConnected');
  await customer.call('SendMessage', 'Without a socket');
  await customer.until('OnEcho', 'Without a socket');
  await ann('say', { text: 'As well' });
  await customer.until('OnMessageReceived', 'As well');
  await customer.call('End', 'Done');
  await customer.until('OnEnd', 'client', 'Done');
});
