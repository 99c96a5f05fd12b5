import { expect, test } from '../support/livechat/test.js';

test('T-122: lines for the server’s log are sent together, with type, unit and message', async ({
  customer,
}) => {
  await customer.call('Open');
  await customer.until('OnOpenFailed', 'NoSessionFound');
  const sent = customer.page.waitForRequest(/\/tetherfi\/livechat\/log\b/);
  await customer.page.evaluate(() => {
    const api = Reflect.get(window, 'livechat') as { slog(type: string, unit: string, msg: string): void };
    api.slog('info', 'onload', 'The page is there');
    api.slog('warn', 'onclick', 'Slow');
    api.slog('error', 'onsubmit', 'It failed');
  });
  const request = await sent;
  const text = request.postData() ?? '';
  for (const word of [
    'info',
    'warn',
    'error',
    'onload',
    'onclick',
    'onsubmit',
    'The page is there',
    'It failed',
  ])
    expect(text).toContain(word);
  const answer = await request.response();
  expect(answer?.ok()).toBe(true);
});

test('T-125, T-173: a campaign contact is created, and its result is told', async ({ customer }) => {
  await customer.begin();
  await customer.until('OnStartSuccess');
  await customer.call('CreateCampaignContact', { campaign: 'Loans', name: 'Ada', phone: '+65 6123 4567' });
  await customer.until(
    'OnCampaignContactCreated',
    expect.objectContaining({ resultCode: '0', resultMessage: expect.any(String) }),
  );
});
