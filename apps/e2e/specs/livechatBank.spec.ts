import type { Page } from '@playwright/test';
import { expectAccessible } from '../support/axe.js';
import { expect, passLogin, startBankChat, test } from '../support/livechat/bankTest.js';

const chatOf = (page: Page) => page.getByRole('region', { name: 'Chat with Harbour Bank' });
const stateOf = (page: Page) => chatOf(page).getByRole('status', { name: 'Chat state' });

test('T-199, T-200, T-203: a customer logs in with a code, chats, and the agent knows who they are', async ({
  bankAgent,
  logIn,
  ownBank,
}) => {
  const page = await logIn();
  await startBankChat(page);
  await expect(stateOf(page)).toHaveText('Waiting');
  await expect
    .poll(() => bankAgent.waiting())
    .toMatchObject([{ name: ownBank.customers[0]!.name, topic: 'Loans' }]);
  await bankAgent.accept();
  await expect(stateOf(page)).toHaveText('With agent');

  await chatOf(page).getByRole('textbox', { name: 'Message' }).fill('Is my loan through?');
  await chatOf(page).getByRole('button', { name: 'Send' }).click();
  await expect.poll(() => bankAgent.messages()).toEqual(['c: Is my loan through?']);
  await bankAgent.say('Yes <b>it is</b>');
  await expect(chatOf(page).getByRole('log')).toContainText('Yes <b>it is</b>');

  // The page comes anew, and so does the chat.
  await page.reload();
  await expect(chatOf(page).getByRole('log')).toContainText('Is my loan through?');
  await expect(stateOf(page)).toHaveText('With agent');
  await chatOf(page).getByRole('button', { name: 'End chat' }).click();
  await expect(stateOf(page)).toHaveText('Ended by customer');
});

test('T-201: the chat’s script is loaded when the chat is asked for, and not before', async ({
  logIn,
  ownBank,
}) => {
  const page = await logIn();
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  const refused: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') refused.push(message.text());
  });
  await page.reload();
  await expect(page.getByRole('button', { name: 'Chat with us' })).toBeVisible();
  await page.waitForLoadState('networkidle');
  expect(asked.filter((url) => url.startsWith(ownBank.proxy))).toEqual([]);
  expect(asked.filter((url) => url.includes('/assets/')).map((url) => new URL(url).pathname)).toEqual([
    '/assets/bank.css',
    '/assets/account.js',
  ]);
  expect(await page.evaluate(() => 'livechat' in window)).toBe(false);

  await page.getByRole('button', { name: 'Chat with us' }).click();
  await expect(stateOf(page)).toHaveText('Not started');
  await expect.poll(() => page.evaluate(() => 'livechat' in window)).toBe(true);
  expect(asked).toContain(`${ownBank.proxy}/tetherfi/livechat/livechat.js`);
  // The page's policy lets all of it through, and the browser nothing else.
  expect(refused).toEqual([]);
});

/** What the page is told of its starts, on the socket. */
function startAnswers(page: Page): readonly string[] {
  const codes: string[] = [];
  page.on('websocket', (socket) =>
    socket.on('framereceived', ({ payload }) => {
      const code = /"t":"no".*"code":"(\w+)"/.exec(String(payload))?.[1];
      // What the look for an earlier chat is answered is none of it.
      if (code !== undefined && code !== 'NoSessionFound') codes.push(code);
    }),
  );
  return codes;
}

/** Lets another answer than the bank's own reach the page. */
const answerWith = (page: Page, details: string) =>
  page.route('**/chat/details', (route) => route.fulfill({ json: { details } }));

/** Has the bank encrypt this page's customer for a token. */
async function sealedFor(page: Page, token: string): Promise<string> {
  const answer = await page.evaluate(async (shown) => {
    const formToken = document.querySelector<HTMLElement>('#chat-open')?.dataset['formToken'] ?? '';
    const response = await fetch('/chat/details', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-form-token': formToken },
      body: JSON.stringify({ token: shown, topic: 'Loans' }),
    });
    return (await response.json()) as { details: string };
  }, token);
  return answer.details;
}

const failure = (page: Page) => chatOf(page).locator('[role="alert"][data-code="StartError"]');

test('T-204, P-2: details that somebody else encrypted, or that were for another token, begin no chat', async ({
  bankAgent,
  logIn,
}) => {
  const page = await logIn();
  const answers = startAnswers(page);
  const real = await sealedFor(page, 't'.repeat(43));
  const [head, , ...rest] = real.split('.');
  const forged = [head, '', ...rest.slice(0, -1), 'A'.repeat(22)].join('.');
  for (const [index, details] of [forged, real].entries()) {
    await answerWith(page, details);
    if (index === 0) await startBankChat(page);
    else await chatOf(page).getByRole('button', { name: 'Start chat' }).click();
    await expect.poll(() => answers).toEqual(Array(index + 1).fill('StartError'));
    await expect(failure(page)).toBeVisible();
    expect(await bankAgent.waiting()).toEqual([]);
    await page.unroute('**/chat/details');
  }
  // The bank's own for this session's token do.
  await chatOf(page).getByRole('button', { name: 'Start chat' }).click();
  await expect(stateOf(page)).toHaveText('Waiting');
});

test('P-2: what began a chat begins no second one', async ({ bankAgent, logIn }) => {
  const page = await logIn();
  const answers = startAnswers(page);
  const kept = page.waitForResponse('**/chat/details');
  await startBankChat(page);
  const { details } = (await (await kept).json()) as { details: string };
  await expect.poll(async () => (await bankAgent.waiting()).length).toBe(1);
  await chatOf(page).getByRole('button', { name: 'End chat' }).click();
  await expect(stateOf(page)).toHaveText('Ended by customer');
  await answerWith(page, details);
  await chatOf(page).getByRole('button', { name: 'Start chat' }).click();
  await expect.poll(() => answers).toEqual(['StartError']);
  await expect(failure(page)).toBeVisible();
  expect(await bankAgent.waiting()).toEqual([]);
});

test('T-199: who isn’t logged in gets nothing through the proxy', async ({ logIn, ownBank, request }) => {
  const at = `${ownBank.proxy}/tetherfi/livechat`;
  for (const path of ['livechat.js', 'status', 'visit', 'events?page=p']) {
    expect((await request.get(`${at}/${path}`)).status(), path).toBe(401);
  }
  const token = await request.post(`${at}/token`, { headers: { origin: ownBank.bank } });
  expect(token.status()).toBe(401);

  // Who signs out is out of the chat too.
  const page = await logIn();
  await startBankChat(page);
  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
  const after = await page.context().request.get(`${at}/visit`);
  expect(after.status()).toBe(401);
});

test('P-1, T-202: another customer reads and writes nothing of a chat', async ({
  bankAgent,
  logIn,
  ownBank,
}) => {
  const [ana, ben] = ownBank.customers;
  const first = await logIn(ana);
  await startBankChat(first);
  await expect.poll(async () => (await bankAgent.waiting()).length).toBe(1);
  const tokenOf = (page: Page) =>
    page.evaluate(
      () =>
        new Promise<string>((resolve) => {
          const api = Reflect.get(window, 'livechat') as {
            GetAccessToken(done: (token: string) => void): void;
          };
          api.GetAccessToken(resolve);
        }),
    );
  const token = await tokenOf(first);

  const second = await logIn(ben);
  await second.getByRole('button', { name: 'Chat with us' }).click();
  await expect(stateOf(second)).toHaveText('Not started');
  await expect.poll(() => second.evaluate(() => 'livechat' in window)).toBe(true);
  expect(await tokenOf(second)).not.toBe(token);
  const answer = await second.evaluate(
    async ([at, stolen]) => {
      const response = await fetch(`${at}/tetherfi/livechat/frames?page=p9`, {
        method: 'POST',
        credentials: 'include',
        headers: { 'content-type': 'application/json', 'x-offhook-token': stolen },
        body: JSON.stringify({ t: 'hello', n: 1, v: 1, page: 'p9', token: stolen }),
      });
      return response.status;
    },
    [ownBank.proxy, token] as const,
  );
  expect(answer).toBe(403);
});

test('the pages are for everybody', async ({ browser, bankAgent, logIn, ownBank }) => {
  const stranger = await (await browser.newContext()).newPage();
  await stranger.goto(ownBank.bank);
  await expectAccessible(stranger);
  const customer = ownBank.customers[1]!;
  await stranger.getByRole('textbox', { name: 'Customer number' }).fill(customer.number);
  await stranger.getByRole('textbox', { name: 'Password' }).fill('wrong');
  await stranger.getByRole('button', { name: 'Continue' }).click();
  await expect(stranger.getByRole('alert')).toBeVisible();
  await expectAccessible(stranger);
  await passLogin(stranger, ownBank, customer);

  const page = await logIn();
  await expectAccessible(page);
  await startBankChat(page);
  await expect(stateOf(page)).toHaveText('Waiting');
  await bankAgent.accept();
  await bankAgent.say('Good morning');
  await expect(chatOf(page).getByRole('log')).toContainText('Good morning');
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await expect(chatOf(page)).toBeHidden();
  await expect(page.getByRole('button', { name: 'Chat with us' })).toBeFocused();
});
