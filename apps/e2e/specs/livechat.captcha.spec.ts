import type { CustomerPage } from '../support/livechat/customerPage.js';
import { expect, test } from '../support/livechat/test.js';

/** Calls a captcha function with an image of the page, and waits until that shows the picture; gives its URL. */
async function show(customer: CustomerPage, name: string): Promise<URL> {
  const src = await customer.page.evaluate(async (called) => {
    const img = document.querySelector('img') ?? document.body.appendChild(new Image());
    const shown = new Promise((resolve, reject) => {
      img.addEventListener('load', resolve, { once: true });
      img.addEventListener('error', reject, { once: true });
    });
    const api = Reflect.get(window, 'livechat') as Record<string, (img: unknown) => void>;
    api[called]?.(img);
    await shown;
    if (img.naturalWidth === 0) throw new Error('The image is empty.');
    return img.src;
  }, name);
  return new URL(src);
}

test.beforeEach(async ({ chatDesk, customer }) => {
  await chatDesk.faults({ captcha: true });
  await customer.call('Open');
  await customer.until('OnOpenFailed', 'NoSessionFound');
});

test('T-23, T-119: setCaptchaImage shows the text of the session, by its servlet with reset=false', async ({
  chatDesk,
  customer,
}) => {
  const url = await show(customer, 'setCaptchaImage');
  expect(url.pathname).toMatch(/CaptchaImageServlet$/);
  expect(url.searchParams.get('reset')).toBe('false');
  const text = await chatDesk.captcha();
  await show(customer, 'setCaptchalImage');
  expect(await chatDesk.captcha()).toBe(text);
});

test('T-120: resetCaptchaImage shows a new one, by reset=true', async ({ chatDesk, customer }) => {
  await show(customer, 'setCaptchaImage');
  const text = await chatDesk.captcha();
  const url = await show(customer, 'resetCaptchaImage');
  expect(url.searchParams.get('reset')).toBe('true');
  const next = await chatDesk.captcha();
  expect(next).not.toBe(text);
  await show(customer, 'resetCaptchalImage');
  expect(await chatDesk.captcha()).not.toBe(next);
});

test('T-121: what the customer reads there starts the chat, in whatever case', async ({
  chatDesk,
  customer,
}) => {
  await show(customer, 'setCaptchaImage');
  const text = await chatDesk.captcha();
  await customer.page.evaluate((entered) => {
    const details = new (Reflect.get(window, 'SessionDetails') as new () => Record<string, unknown>)();
    details['eCustDetails'] = { eCustName: 'Ada' };
    details['eEnteredCaptcha'] = entered;
    (Reflect.get(window, 'livechat') as { Start(details: unknown, history: string): void }).Start(
      details,
      '',
    );
  }, ` ${text.toLowerCase()} `);
  await customer.until('OnStartSuccess');
});

test('T-171: a reset in one tab tells the others to show the image anew, and so does a wrong text', async ({
  chatDesk,
  customer,
  openPage,
}) => {
  const tab = await openPage();
  await tab.call('Open');
  await tab.until('OnOpenFailed', 'NoSessionFound');
  await show(customer, 'setCaptchaImage');
  await show(tab, 'setCaptchaImage');
  await show(customer, 'resetCaptchaImage');
  await tab.until('OnResetCaptcha');
  const text = await chatDesk.captcha();
  await show(tab, 'setCaptchaImage');
  // Shown as it is, so that tabs don't take each other's text away.
  expect(await chatDesk.captcha()).toBe(text);
  expect(await customer.told('OnResetCaptcha')).toEqual([]);
  await tab.call('Start', { eCustDetails: {}, eEnteredCaptcha: '??' }, '');
  await tab.until('OnStartFailed', 'CaptchaDoesNotMatch');
  await expect.poll(() => customer.told('OnResetCaptcha')).toHaveLength(1);
  await expect.poll(() => tab.told('OnResetCaptcha')).toHaveLength(2);
});
