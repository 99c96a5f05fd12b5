import type { CustomerPage } from '../support/livechat/customerPage.js';
import { expect, test } from '../support/livechat/test.js';

/** Each code by what causes it. */

test('T-128, T-129: details that are neither an object nor JSON nor encrypted fail with StartError', async ({
  chatDesk,
  customer,
}) => {
  await customer.begin('these are no details');
  await customer.until('OnStartFailed', 'StartError');
  expect(await customer.told('OnStartSuccess')).toEqual([]);
  expect(await chatDesk.chats()).toEqual([]);
});

test('T-131: a second start of the page that has a chat fails with AlreadyStartedAndInSession', async ({
  chatDesk,
  customer,
}) => {
  await customer.begin();
  await customer.until('OnStartSuccess');
  await customer.call('Start', {}, '');
  await customer.until('OnStartFailed', 'AlreadyStartedAndInSession');
  expect(await chatDesk.chats()).toHaveLength(1);
});

test('T-132: where the browser keeps the server’s cookies from it, a start fails with CookiesDisabled', async ({
  openPage,
}) => {
  const customer = await openPage({ foreign: true });
  await customer.call('Start', {}, '');
  await customer.until('OnStartFailed', 'CookiesDisabled');
});

test('T-132: and where it has cookies turned off', async ({ context, customer, openPage }) => {
  await customer.page.close();
  await context.addInitScript(() => {
    Object.defineProperty(Navigator.prototype, 'cookieEnabled', { get: () => false });
  });
  const without = await openPage();
  await without.call('Start', {}, '');
  await without.until('OnStartFailed', 'CookiesDisabled');
});

test('T-133: a page that has not opened the chat of its browser cannot start another', async ({
  customer,
  openPage,
}) => {
  await customer.begin();
  await customer.until('OnStartSuccess');
  const tab = await openPage();
  await tab.call('Start', {}, '');
  await tab.until('OnStartFailed', 'UnOpenedSessionPerformedStart');
});

test.describe('with a captcha', () => {
  test.beforeEach(({ chatDesk }) => chatDesk.faults({ captcha: true }));

  /** Opens, and shows the captcha as the document does. */
  async function open(customer: CustomerPage, shows = true): Promise<void> {
    await customer.call('Open');
    await customer.until('OnOpenFailed', 'NoSessionFound');
    if (!shows) return;
    await customer.page.evaluate(async () => {
      const img = document.body.appendChild(new Image());
      const shown = new Promise((resolve) => img.addEventListener('load', resolve, { once: true }));
      (Reflect.get(window, 'livechat') as { setCaptchaImage(img: unknown): void }).setCaptchaImage(img);
      await shown;
    });
  }

  test('T-134: a wrong text fails with CaptchaDoesNotMatch', async ({ customer }) => {
    await open(customer);
    await customer.call('Start', { eCustDetails: {}, eEnteredCaptcha: '??' }, '');
    await customer.until('OnStartFailed', 'CaptchaDoesNotMatch');
  });

  test('T-135: a text where no image was asked for fails with CaptchaNotFound', async ({ customer }) => {
    await open(customer, false);
    await customer.call('Start', { eCustDetails: {}, eEnteredCaptcha: 'ABCD' }, '');
    await customer.until('OnStartFailed', 'CaptchaNotFound');
  });

  test('T-136: no text fails with CaptchaIsEmpty, and the image is still good', async ({
    chatDesk,
    customer,
  }) => {
    await open(customer);
    await customer.call('Start', { eCustDetails: {}, eEnteredCaptcha: ' ' }, '');
    await customer.until('OnStartFailed', 'CaptchaIsEmpty');
    const eEnteredCaptcha = await chatDesk.captcha();
    await customer.call('Start', { eCustDetails: {}, eEnteredCaptcha }, '');
    await customer.until('OnStartSuccess');
  });
});

test('T-137: a customer’s fourth chat at once fails with MaxConcurrentSessionCountReached', async ({
  browser,
  openPage,
}) => {
  const contexts = await Promise.all([1, 2, 3, 4].map(() => browser.newContext()));
  for (const [index, context] of contexts.entries()) {
    const customer = await openPage({ context });
    await customer.begin({ eCin: 'C-1815' });
    if (index < 3) await customer.until('OnStartSuccess');
    else await customer.until('OnStartFailed', 'MaxConcurrentSessionCountReached');
  }
  for (const context of contexts) await context.close();
});

test('T-138: a client id whose chat has ended starts none: AlreadyEndedSession', async ({ openPage }) => {
  const customer = await openPage({ includes: ['multichat=true'], api: 'multilivechat' });
  await customer.call('Open');
  await customer.until('OnOpenFailed', 'NoSessionFound');
  await customer.call('Start', {}, '', 'loans');
  await expect.poll(() => customer.told('OnStartSuccess')).toHaveLength(1);
  await customer.call('End', 'enough');
  await customer.until('OnEnd', 'client', 'enough');
  await customer.call('Start', {}, '', 'loans');
  await customer.until('OnStartFailed', 'AlreadyEndedSession');
});

/** The same by the simulator’s switch: so an app can be tried with each of them. */
const codes = [
  'StartError',
  'ServerInternalConnectivityError',
  'AlreadyStartedAndInSession',
  'CookiesDisabled',
  'UnOpenedSessionPerformedStart',
  'CaptchaDoesNotMatch',
  'CaptchaNotFound',
  'CaptchaIsEmpty',
  'MaxConcurrentSessionCountReached',
  'AlreadyEndedSession',
];

test('T-128, T-130: each of the ten codes can be made to come, also ServerInternalConnectivityError', async ({
  chatDesk,
  customer,
}) => {
  await customer.call('Open');
  await customer.until('OnOpenFailed', 'NoSessionFound');
  for (const startFailed of codes) {
    await chatDesk.faults({ startFailed });
    await customer.call('Start', {}, '');
    await customer.until('OnStartFailed', startFailed);
  }
  expect(await customer.told('OnStartFailed')).toEqual(codes.map((code) => [code]));
  expect(await chatDesk.chats()).toEqual([]);
  await chatDesk.faults({});
  await customer.call('Start', {}, '');
  await customer.until('OnStartSuccess');
});

test('T-130: a server that answers no request fails a start with ServerInternalConnectivityError', async ({
  chatDesk,
  customer,
}) => {
  await chatDesk.faults({ offline: true });
  await customer.call('Start', {}, '');
  await customer.until('OnStartFailed', 'ServerInternalConnectivityError');
});
