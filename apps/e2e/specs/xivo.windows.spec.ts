import { launcher } from '../support/addresses.js';
import { expect } from '../support/test.js';
import { test } from '../support/xivoTest.js';

test('X-15, X-29: a page in a window of its own says by its opener that it is done', async ({
  desktop,
  context,
  session,
  xivo,
}) => {
  const url = `${launcher}/react/xivo?session=${session}`;
  await xivo.config({ answer: { action: 'popup', url, title: 'Popup', autopause: true } });
  const opening = context.waitForEvent('page');
  await xivo.ring('1013');
  const popup = await opening;
  await expect(popup.getByText('1013', { exact: true })).toBeVisible();
  await expect(desktop.agentState).toHaveText(/^On pause/);
  await popup.getByRole('button', { name: 'Done' }).click();
  await expect.poll(async () => (await xivo.state()).panes).toMatchObject([{ state: 'completed' }]);
  await expect(desktop.agentState).toHaveText('Ready');
});

test('X-23: one window is used again, unless the answer wants another one each time', async ({
  desktop: _,
  context,
  session,
  xivo,
}) => {
  const answer = { action: 'popup', url: `${launcher}/react/xivo?session=${session}` } as const;
  const states = async (): Promise<readonly string[]> => (await xivo.state()).panes.map(({ state }) => state);
  await xivo.config({ answer });
  await xivo.ring('1013');
  await expect.poll(states).toEqual(['open']);
  await xivo.ring('1014');
  await expect.poll(states).toEqual(['closed', 'open']);
  // The desktop, and its one window.
  await expect.poll(() => context.pages().length).toBe(2);
  await xivo.config({ answer: { ...answer, multitab: true } });
  await xivo.ring('1015');
  await expect.poll(states).toEqual(['closed', 'open', 'open']);
  await expect.poll(() => context.pages().length).toBe(3);
});

test('a window that the person closes is noticed, and the agent is ready again', async ({
  desktop,
  context,
  session,
  xivo,
}) => {
  const url = `${launcher}/react/xivo?session=${session}`;
  await xivo.config({ answer: { action: 'popup', url, autopause: true } });
  const opening = context.waitForEvent('page');
  await xivo.ring('1013');
  const popup = await opening;
  await expect(desktop.agentState).toHaveText(/^On pause/);
  await popup.close();
  await expect(desktop.agentState).toHaveText('Ready');
  expect((await xivo.state()).panes).toMatchObject([{ state: 'closed' }]);
});

test('X-30, X-31: the login URL gets the agent’s login, token and host, once for each log-in', async ({
  desktop,
  ownService,
  xivo,
}) => {
  const service = await ownService(() => ({}));
  const { origin } = new URL(service.url);
  await xivo.config({
    loginUrl: `${origin}/logininfo?login=%{login}&token=%{token}&xivoccHost=%{xivocchost}`,
  });
  await desktop.button('Log out').click();
  await expect(desktop.agentState).not.toHaveText('Ready');
  expect(service.asked).toEqual([]);
  await desktop.button('Log in').click();
  await expect(desktop.agentState).toHaveText('Ready');
  await expect.poll(() => service.asked.length).toBe(1);
  const query = new URL(service.asked[0]?.path ?? '', origin).searchParams;
  expect([...query.keys()]).toEqual(['login', 'token', 'xivoccHost']);
  expect(query.get('login')).toBe('mwebrtc');
  expect(query.get('token')).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+$/);
  expect(query.get('xivoccHost')).toMatch(/^127\.0\.0\.1/);
});

test('X-31: a login URL that nobody answers holds up no log-in', async ({ desktop, ownService, xivo }) => {
  const service = await ownService(() => undefined);
  await xivo.config({ loginUrl: `${service.url}?login=%{login}` });
  await desktop.button('Log out').click();
  await desktop.button('Log in').click();
  await expect(desktop.agentState).toHaveText('Ready');
  await xivo.config({ loginUrl: 'http://localhost:9/logininfo?login=%{login}' });
  await desktop.button('Log out').click();
  await desktop.button('Log in').click();
  await expect(desktop.agentState).toHaveText('Ready');
  await expect.poll(() => xivo.errors()).toEqual(['login-url']);
});
