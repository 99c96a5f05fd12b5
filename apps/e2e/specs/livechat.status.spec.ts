import { liveChatPath } from '../support/livechat/liveChatOrigin.js';
import { expect, test } from '../support/livechat/test.js';

const status = `${liveChatPath}/status`;

test('T-22, T-178, T-179: the status says ONLINE, sets no cookie, and is not stored anywhere', async ({
  request,
  session,
}) => {
  const answer = await request.get(status, { params: { session } });
  expect([answer.status(), await answer.text(), answer.statusText()]).toEqual([200, 'ONLINE', 'ONLINE']);
  expect(answer.headers()).toMatchObject({
    'content-type': expect.stringMatching(/^text\/plain/),
    'cache-control': expect.stringContaining('no-store'),
  });
  expect(answer.headers()['set-cookie']).toBeUndefined();
});

test('T-180: a technical limitation is OFFLINE with a message, and still 200', async ({
  chatDesk,
  request,
  session,
}) => {
  await chatDesk.faults({ statusOffline: 'store unavailable' });
  const answer = await request.get(status, { params: { session } });
  expect([answer.status(), await answer.text()]).toEqual([200, 'OFFLINE (store unavailable)']);
});

test.describe('with nobody there', () => {
  test.use({ staffed: false });

  test('T-176, T-181: nobody being there to talk is no technical limitation', async ({
    customer,
    request,
    session,
  }) => {
    await customer.begin();
    await customer.until('OnSystemNotification', 'NoStaffedAgents');
    expect(await (await request.get(status, { params: { session } })).text()).toBe('ONLINE');
  });
});

test('T-182, T-183: a status that cannot be had is no answer of the chat’s', async ({
  chatDesk,
  request,
  session,
}) => {
  await chatDesk.faults({ offline: true });
  expect((await request.get(status, { params: { session } })).status()).toBe(503);
  const missing = await request.get(`${status}/of/nothing`, { params: { session } });
  expect(missing.status()).toBeGreaterThanOrEqual(400);
});

test('T-184: it is read only by GET', async ({ request, session }) => {
  for (const method of ['POST', 'PUT', 'DELETE'])
    expect((await request.fetch(status, { method, params: { session } })).status()).toBe(405);
});
