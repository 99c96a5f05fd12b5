import { hostHtml } from '../support/livechat/hostHtml.js';
import { expect, test } from '../support/livechat/test.js';

interface Session {
  readonly trans: readonly { readonly type: string; readonly by?: string; readonly msg?: string }[];
}

const texts = ({ trans }: Session): readonly string[] =>
  trans.flatMap(({ msg }) => (msg === undefined ? [] : [decodeURIComponent(msg)]));

test('T-194, T-196, T-198: a chat goes over three pages, with what was said before and after each turn, and ends on the last', async ({
  chatDesk,
  openPage,
  session,
  site,
}) => {
  for (const path of ['/2', '/3']) site.put(path, hostHtml({ session }));
  const customer = await openPage({ at: '/1' });
  const ann = await chatDesk.agent('Ann');
  await customer.begin({ eCustName: 'Ada' });
  await ann('accept');
  await customer.until('OnRemoteUserConnected');
  const said: string[] = [];
  for (const path of ['/2', '/3']) {
    await customer.call('SendMessage', `before ${path}`);
    await customer.until('OnEcho', `before ${path}`);
    said.push(`before ${path}`);
    // As the document has it: Close on the page that is left, Open on the next.
    await customer.call('Close');
    await customer.page.goto(`${site.origin}${path}`);
    await ann('say', { text: `between ${path}` });
    said.push(`between ${path}`);
    await customer.call('Open');
    await customer.until('OnOpenSuccess');
    const [[opened]] = (await customer.told('OnOpenSuccess')) as [[Session]];
    expect(texts(opened)).toEqual(said);
    await ann('say', { text: `after ${path}` });
    await customer.until('OnMessageReceived', `after ${path}`);
    said.push(`after ${path}`);
    // Nothing that was in the session comes once more.
    expect(await customer.told('OnMessageReceived')).toEqual([[`after ${path}`]]);
  }
  await customer.call('End', 'All is said');
  await customer.until('OnEnd', 'client', 'All is said');
  expect((await chatDesk.chat()).state).toBe('ended');
});

test('T-69: the script calls Close by itself when the page is left', async ({ chatDesk, customer }) => {
  await chatDesk.faults({ closeTimerMs: 300 });
  await customer.begin();
  await customer.until('OnStartSuccess');
  await customer.page.goto('about:blank');
  // A page that only vanished would have two minutes.
  await expect.poll(async () => (await chatDesk.chat()).state, { timeout: 15_000 }).toBe('ended');
});

test('T-197: with the Close of the last page a timer begins, and at its end the chat', async ({
  chatDesk,
  customer,
  openPage,
}) => {
  await chatDesk.faults({ closeTimerMs: 400 });
  await customer.begin();
  await customer.until('OnStartSuccess');
  const tab = await openPage();
  await tab.call('Open');
  await tab.until('OnOpenSuccess');
  await customer.call('Close');
  // Another page shows it: no timer.
  await tab.call('SendMessage', 'Still here');
  await tab.until('OnEcho', 'Still here');
  expect((await chatDesk.chat()).state).toBe('queued');
  await tab.call('Close');
  await expect.poll(async () => (await chatDesk.chat()).state).toBe('ended');
  await tab.call('Open');
  await tab.until('OnOpenFailed', 'AlreadyEndedSession');
});

test('T-193, T-195: a new tab and a page behind a link join the chat', async ({
  chatDesk,
  openPage,
  session,
  site,
}) => {
  site.put('/linked', hostHtml({ session }));
  const customer = await openPage({
    at: '/with-links',
    body: '<a href="/linked">Next page</a> <a href="/linked" target="_blank">New tab</a>',
  });
  await customer.begin();
  await customer.until('OnStartSuccess');
  const ann = await chatDesk.agent('Ann');
  await ann('accept');
  const opened = customer.page.context().waitForEvent('page');
  await customer.page.getByRole('link', { name: 'New tab' }).click();
  const tab = await opened;
  await tab.waitForFunction(() => 'told' in window);
  await customer.page.getByRole('link', { name: 'Next page' }).click();
  await customer.page.waitForURL(/linked/);
  for (const page of [tab, customer.page]) {
    const heard = page.evaluate(
      () =>
        new Promise<unknown>((resolve) => {
          const api = Reflect.get(window, 'livechat') as Record<string, unknown> & { Open(): void };
          api['OnOpenSuccess'] = ({ agents }: { agents: readonly { name: string }[] }) =>
            resolve(agents[0]?.name);
          api['OnOpenFailed'] = resolve;
          api.Open();
        }),
    );
    expect(await heard).toBe('Ann');
  }
});

test('T-126, T-164: events go to all open pages of the browser, and to none of another browser', async ({
  browser,
  chatDesk,
  customer,
  openPage,
}) => {
  await customer.begin();
  await customer.until('OnStartSuccess');
  const tab = await openPage();
  await tab.call('Open');
  await tab.until('OnOpenSuccess');
  const other = await openPage({ context: await browser.newContext() });
  await other.begin();
  await other.until('OnStartSuccess');
  const ann = await chatDesk.agent('Ann');
  await ann('accept');
  await ann('say', { text: 'Hello' });
  await tab.call('SendMessage', 'From the tab');
  for (const page of [customer, tab]) {
    await page.until('OnRemoteUserConnected');
    await page.until('OnMessageReceived', 'Hello');
    await page.until('OnEcho', 'From the tab');
    expect(await page.told('OnEcho')).toHaveLength(1);
  }
  expect(await other.names()).not.toContain('OnMessageReceived');
  expect(await other.names()).not.toContain('OnEcho');
  await other.page.context().close();
});
