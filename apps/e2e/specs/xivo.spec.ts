import { launcher, serviceOrigin } from '../support/addresses.js';
import { clickAway } from '../support/clickAway.js';
import { json, test } from '../support/xivoTest.js';
import { expect } from '../support/test.js';

/** A page for a pane, as somebody else would write it. */
const page = (text: string): string => `<!doctype html><title>Pane</title><h1>${text}</h1>`;

test('X-1, X-2, X-32: a call that rings makes the desktop ask the service, and a page opens beside it', async ({
  desktop,
  session,
  xivo,
}) => {
  const id = await xivo.ring('1013', 'edition');
  await expect(desktop.calls.getByRole('listitem')).toContainText('1013');
  await expect(desktop.tab('Customer')).toBeVisible();
  const guest = desktop.pane('Customer');
  await expect(guest.getByRole('heading', { name: 'Customer' })).toBeVisible();
  await expect(guest.getByText('1013', { exact: true })).toBeVisible();
  await expect(guest.getByText(/1023$/)).toBeVisible();
  const { serviceCalls, panes } = await xivo.state();
  expect(serviceCalls).toMatchObject([
    { method: 'POST', url: `${serviceOrigin}/xivo?session=${session}`, status: 200 },
  ]);
  expect(panes).toMatchObject([{ callId: id, action: 'open', title: 'Customer', state: 'open' }]);
  // Nobody is asked again, whatever becomes of the call.
  await xivo.act(id, 'answer', 'agent');
  await xivo.act(id, 'hangup');
  await expect(desktop.calls.getByRole('listitem')).toHaveCount(0);
  await expect(desktop.tab('Customer')).toBeVisible();
  expect((await xivo.state()).serviceCalls).toHaveLength(1);
});

test('X-21, X-22, X-29: the agent is on pause while the page is open, and ready again once it is done', async ({
  desktop,
  xivo,
}) => {
  await xivo.ring('1013');
  await expect(desktop.agentState).toHaveText('On pause: backoffice');
  await clickAway(desktop.pane('Customer'), 'Done');
  await expect(desktop.tabs).toHaveCount(0);
  await expect(desktop.agentState).toHaveText('Ready');
  expect((await xivo.state()).panes).toMatchObject([{ state: 'completed' }]);
});

test('X-24: each call has a pane of its own, and the one that is done leaves the other', async ({
  desktop,
  session,
  xivo,
}) => {
  const url = `${launcher}/react/xivo?session=${session}`;
  for (const [title, from] of [
    ['First', '1013'],
    ['Second', '1014'],
  ] as const) {
    await xivo.config({ answer: { action: 'open', url, title } });
    await xivo.ring(from);
    await expect(desktop.tab(title)).toBeVisible();
  }
  await desktop.tab('Second').click();
  const second = desktop.pane('Second');
  await expect(second.getByText('1014', { exact: true })).toBeVisible();
  await clickAway(second, 'Done');
  await expect(desktop.tabs).toHaveText(['First']);
  await expect(desktop.pane('First').getByText('1013', { exact: true })).toBeVisible();
});

test('X-14, X-18: the page opens at the event that the answer names', async ({ desktop, session, xivo }) => {
  const answer = { action: 'open', url: `${launcher}/react/xivo?session=${session}` } as const;
  await xivo.config({ answer: { ...answer, event: 'EventEstablished', title: 'Answered' } });
  const answered = await xivo.ring('1013');
  await expect.poll(async () => (await xivo.state()).panes[0]?.state).toBe('waiting');
  await expect(desktop.tabs).toHaveCount(0);
  await xivo.act(answered, 'answer', 'agent');
  await expect(desktop.tab('Answered')).toBeVisible();

  await xivo.config({ answer: { ...answer, event: 'EventReleased', title: 'Over' } });
  const over = await xivo.ring('1014');
  await expect.poll(async () => (await xivo.state()).panes[1]?.state).toBe('waiting');
  await xivo.act(over, 'cancel');
  await expect(desktop.tab('Over')).toBeVisible();
});

test('X-17: the answer none opens nothing', async ({ desktop, xivo }) => {
  await xivo.config({ answer: { action: 'none' } });
  await xivo.ring('1013');
  await expect.poll(async () => (await xivo.state()).serviceCalls[0]?.status).toBe(200);
  await expect(desktop.calls.getByRole('listitem')).toHaveCount(1);
  await expect(desktop.tabs).toHaveCount(0);
  expect((await xivo.state()).panes).toEqual([]);
});

test('X-3, X-4, X-19: whatever service is configured is asked by POST with JSON, and its relative address is its own', async ({
  desktop,
  ownService,
  xivo,
}) => {
  const service = await ownService(({ method }) => {
    if (method === 'POST') return json({ action: 'open', url: '/thirdparty/open/7', title: 'Own' });
    return method === 'GET' ? { type: 'text/html', body: page('Opened from the service') } : {};
  });
  await xivo.ring('1013');
  await expect(desktop.pane('Own').getByRole('heading', { name: 'Opened from the service' })).toBeVisible();
  const [question] = service.asked.filter(({ method }) => method === 'POST');
  expect(question).toMatchObject({ path: '/ws/endpoint', type: expect.stringMatching(/^application\/json/) });
  expect(service.asked.map(({ method, path }) => `${method} ${path}`)).toContain('GET /thirdparty/open/7');
});

test('X-5, X-6, X-11: the question says who the agent is and which call it is', async ({
  desktop: _,
  ownService,
  xivo,
}) => {
  const service = await ownService(() => json({ action: 'none' }));
  const id = await xivo.ring('1013', 'edition');
  await expect.poll(() => service.asked.some(({ method }) => method === 'POST')).toBe(true);
  const body = JSON.parse(service.asked.find(({ method }) => method === 'POST')?.body ?? '') as unknown;
  expect(body).toMatchObject({
    user: { userId: 54, agentId: 29, firstName: 'James', lastName: 'Bond', fullName: 'James Bond' },
    caller: '1013',
    callee: '1023',
    callDataCallId: id,
    queue: { name: 'edition' },
  });
  expect(id).toMatch(/^\d{9,}\.\d+$/);
});
