import type { Frame } from '@playwright/test';
import { expect, numbers, test } from '../support/test.js';
import type { SoftphonePage } from '../support/softphonePage.js';

/** How often the vendor's page has been loaded, from the first moment on. */
function countLoads({ page }: SoftphonePage): () => number {
  let loads = 0;
  page.on('request', (request) => {
    if (request.url().includes('/app.html')) loads += 1;
  });
  return () => loads;
}

/** The window in the vendor's iframe, as Playwright knows it: another document in it would be another frame. */
const contentFrame = async ({ frame }: SoftphonePage): Promise<Frame | null> =>
  (await frame.elementHandle()).contentFrame();

test('the call goes on while another page shows, in the same window', async ({
  unopened: phone,
  simulator,
}) => {
  const loads = countLoads(phone);
  await phone.open();
  await simulator.ring(numbers.ada);
  await phone.button('Answer').click();
  await expect(phone.call('Ada Lovelace')).toContainText('Active');
  const before = await contentFrame(phone);

  await phone.page.getByRole('link', { name: 'Offhook' }).click();
  await expect(phone.calls).toHaveCount(0);
  await expect(phone.frame).toBeHidden();
  await phone.page.getByRole('link', { name: 'RingCentral', exact: true }).click();

  await expect(phone.call('Ada Lovelace')).toContainText('Active');
  await expect(phone.frame).toBeVisible();
  expect(await contentFrame(phone)).toBe(before);
  expect(loads()).toBe(1);
  await phone.button('Hang up').click();
  await expect(phone.recent()).toContainText('Completed');
});

test('the browser’s own way back keeps the call too', async ({ phone, simulator }) => {
  await simulator.ring(numbers.ada);
  await phone.button('Answer').click();
  await phone.page.getByRole('link', { name: 'Offhook' }).click();
  await expect(phone.calls).toHaveCount(0);
  await phone.page.goBack();
  await expect(phone.call('Ada Lovelace')).toContainText('Active');
});

test('after a reload the call is there again', async ({ phone, simulator }) => {
  await simulator.ring(numbers.ada);
  await phone.button('Answer').click();
  await expect(phone.call('Ada Lovelace')).toContainText('Active');
  await phone.page.reload();
  await expect(phone.call('Ada Lovelace')).toContainText('Active');
  await phone.button('Hang up').click();
  await expect(phone.call('Ada Lovelace')).toHaveCount(0);
  await expect.poll(async () => (await simulator.calls()).length).toBe(0);
});

test('the session stays in the page’s own links', async ({ phone, session }) => {
  await phone.page.getByRole('link', { name: 'Offhook' }).click();
  await expect(phone.page).toHaveURL(new RegExp(`session=${session}`));
  await phone.page.getByRole('link', { name: 'RingCentral', exact: true }).click();
  await expect(phone.page).toHaveURL(new RegExp(`/ringcentral\\?session=${session}`));
});

test('the frame stays over its place when the page moves', async ({ phone }) => {
  const offset = async (): Promise<number> => {
    const region = await phone.page.getByRole('region', { name: 'Softphone' }).boundingBox();
    const frame = await phone.frame.boundingBox();
    return (frame?.y ?? NaN) - (region?.y ?? NaN);
  };
  const before = await offset();
  await phone.page.mouse.wheel(0, 200);
  await expect.poll(offset).toBeCloseTo(before, 0);
  await phone.page.setViewportSize({ width: 900, height: 700 });
  await expect.poll(offset).toBeCloseTo(before, 0);
});
