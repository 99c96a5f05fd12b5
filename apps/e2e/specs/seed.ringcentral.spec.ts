import { createSeedHost, type SeedHost } from '../support/seedHost.js';
import { readSeedSnippets, ringCentralDocument, type SeedSnippets } from '../support/seedSnippets.js';
import { expect, numbers, test as base } from '../support/test.js';

// The code of the vendor's own document of 2019, read when this runs, against the widget of 2019.
const test = base.extend<{ host: SeedHost; seed: SeedSnippets }>({
  seed: async ({ session: _session }, use) => use(readSeedSnippets()),
  host: async ({ page, request, session }, use) => {
    const host = createSeedHost(page, request, session);
    await use(host);
    await host.close();
  },
});

test.beforeEach(({ session: _session }, testInfo) => {
  testInfo.skip(!ringCentralDocument.isThere, 'the vendors’ documents are not beside the repository');
});

test('S1-1, S1-2, S1-3: the registration by name reaches the frame that the vendor’s script made', async ({
  host,
  seed,
}) => {
  await host.open();
  expect(await host.registered()).toEqual([null]);
  await host.run(seed.plainRegistration);
  expect(await host.registered()).toEqual(['TestService']);
  await host.goTo('Settings');
  await expect(host.widget.getByRole('heading', { name: 'TestService' })).toBeVisible();
});

test('U-47: posted when the frame is inserted, the registration is lost', async ({ host, seed, page }) => {
  // The page runs the document's code at the moment the frame appears in it.
  await host.open(`
    window.addEventListener('load', () => {
      new MutationObserver(() => {
        if (window.ran || !document.querySelector('#rc-widget-adapter-frame')) return;
        window.ran = true;
        ${seed.plainRegistration.code};
      }).observe(document.body, { childList: true, subtree: true });
    });
  `);
  await expect.poll(() => page.evaluate(() => 'ran' in window)).toBe(true);
  expect(await host.registered()).toEqual([null]);
  await host.run(seed.plainRegistration);
  expect(await host.registered()).toEqual(['TestService']);
});

test('S1-13, S1-14: the button of the conference page invites, and the page answers', async ({
  host,
  seed,
}) => {
  await host.open();
  await host.run(seed.listener('/conference/invite'), seed.registration('conferenceInvitePath'));
  await host.goTo('Settings');
  await host.button('Invite with TestService').click();
  const { body, response } = await host.answered('/conference/invite');
  expect(body).toHaveProperty('conference.dialInNumber');
  expect(response).toEqual({ data: 'ok' });
});

test('S1-15, S1-16: the button of the meeting page invites, and the page answers', async ({ host, seed }) => {
  await host.open();
  await host.run(seed.listener('/meeting/invite'), seed.registration('meetingInvitePath'));
  await host.goTo('Settings');
  await host.button('Schedule meeting').click();
  await host.widget.getByRole('textbox', { name: 'Topic' }).fill('Review');
  await host.button('Invite with TestService').click();
  const { body, response } = await host.answered('/meeting/invite');
  expect(body).toHaveProperty('meeting.topic', 'Review');
  expect(response).toEqual({ data: 'ok' });
});

test('S1-17, S1-20, S1-24: the contact shows on the contacts page, and only changes are asked for there', async ({
  host,
  seed,
}) => {
  await host.open();
  await host.run(seed.listener('/contacts'), seed.registration('contactsPath'));
  const first = await host.answered('/contacts');
  expect(first.body).toEqual({ page: 1, syncTimestamp: null });
  expect(first.response).toHaveProperty('nextPage', null);
  await host.goTo('Contacts');
  const contact = host.widget.getByRole('listitem', { name: 'TestService Name' });
  await expect(contact).toContainText('+1234567890');
  await expect.poll(async () => (await host.exchanges('/contacts')).length).toBe(2);
  expect((await host.answered('/contacts')).body['syncTimestamp']).toBe(first.response?.['syncTimestamp']);
  await expect(contact).toHaveCount(1);
});

test('S1-18: the contact carries the picture of the host', async ({ host, seed }) => {
  await host.open();
  await host.run(seed.listener('/contacts'), seed.registration('contactsPath'));
  await host.goTo('Contacts');
  const picture = host.widget.getByRole('listitem', { name: 'TestService Name' }).locator('img');
  await expect(picture).toHaveAttribute('src', /^https:.*\.png$/);
});

test('S1-30: what is typed into the dialer finds the contact', async ({ host, seed }) => {
  await host.open();
  await host.run(seed.listener('/contacts/search'), seed.registration('contactSearchPath'));
  await host.widget.getByRole('textbox', { name: 'Number' }).fill('Test');
  const found = host.widget.getByRole('list', { name: 'Search results' }).getByRole('button');
  await expect(found).toHaveText('TestService Name +1234567890');
  expect((await host.answered('/contacts/search')).body).toEqual({ searchString: 'Test' });
  await found.click();
  await expect(host.widget.getByRole('textbox', { name: 'Number' })).toHaveValue('+1234567890');
});

test('S1-31, S1-32: an incoming call shows the name that the page knows', async ({
  host,
  seed,
  simulator,
}) => {
  await host.open();
  await host.run(seed.listener('/contacts/match'), seed.registration('contactMatchPath'));
  await simulator.ring(numbers.ada);
  await expect(host.widget.getByRole('list', { name: 'Calls' }).getByRole('listitem')).toHaveAccessibleName(
    'TestService 1',
  );
  const { body } = await host.answered('/contacts/match');
  expect(Object.keys(body)).toEqual(['phoneNumbers']);
});

test('S1-33, S1-34, S1-36: the contact’s page lists activities, and the page hears which one is opened', async ({
  host,
  seed,
}) => {
  await host.open();
  await host.run(
    seed.listener('/contacts'),
    seed.listener('/activities'),
    seed.registration('contactsPath'),
    seed.registration('activitiesPath'),
  );
  await host.goTo('Contacts');
  await host.button('TestService Name').click();
  const activities = host.widget.getByRole('list', { name: 'Activities' });
  await activities.getByRole('button', { name: 'Title' }).click();
  expect((await host.answered('/activities')).body).toHaveProperty('contact.id', '123456');
  const { body, response } = await host.answered('/activity');
  expect(body).toEqual({ activity: { id: '123', subject: 'Title', time: 1528854702472 } });
  expect(response).toEqual({ data: 'ok' });
});

test('S1-37, S1-38, S1-39: a call is logged by its button, and by itself while it lives', async ({
  host,
  seed,
  simulator,
}) => {
  await host.open();
  await host.run(seed.listener('/callLogger'), seed.registration('callLoggerPath'));
  await host.goTo('History');
  const history = host.widget.getByRole('list', { name: 'History' });
  await history.getByRole('button', { name: 'Log to TestService' }).first().click();
  const byHand = await host.answered('/callLogger');
  expect(byHand.body).toMatchObject({ triggerType: 'manual', call: { sessionId: '214705503021' } });
  expect(byHand.response).toEqual({ data: 'ok' });
  await host.goTo('Settings');
  await expect(host.widget.getByRole('switch', { name: 'Auto log calls' })).toBeChecked();
  const call = await simulator.ring(numbers.ada);
  await simulator.act(call, 'answer', 'agent');
  await expect
    .poll(async () => (await host.exchanges('/callLogger')).map(({ body }) => body['triggerType']))
    .toEqual(['manual', 'presenceUpdate', 'presenceUpdate']);
  expect((await host.answered('/callLogger')).body).toHaveProperty('call.result', 'CallConnected');
});

test('S1-42: with its log modal a note is asked for and sent along', async ({ host, seed }) => {
  await host.open();
  await host.run(seed.listener('/callLogger'), seed.registration('showLogModal'));
  await host.goTo('History');
  await host.widget.getByRole('button', { name: 'Log to TestService' }).first().click();
  expect(await host.exchanges('/callLogger')).toEqual([]);
  await host.widget.getByRole('textbox', { name: 'Note' }).fill('Promised a call');
  await host.button('Save').click();
  expect((await host.answered('/callLogger')).body).toHaveProperty('note', 'Promised a call');
});

test('S1-43, S1-44: a call of the history is marked as logged', async ({ host, seed }) => {
  await host.open();
  await host.run(seed.listener('/callLogger/match'), seed.registration('callLogEntityMatcherPath'));
  await host.goTo('History');
  const lines = host.widget.getByRole('list', { name: 'History' }).getByRole('listitem');
  await expect(lines.filter({ hasText: 'Logged' })).toHaveCount(1);
  await expect(lines.filter({ hasText: 'Logged' })).toContainText('Accepted');
  expect((await host.answered('/callLogger/match')).body).toEqual({
    sessionIds: ['214705503020', '214705503021'],
  });
});

test('S1-45, S1-46, S1-47: a conversation is logged by its button, by day', async ({ host, seed }) => {
  await host.open();
  await host.run(seed.listener('/messageLogger'), seed.registration('messageLoggerPath'));
  await host.goTo('Messages');
  await host.widget.getByRole('button', { name: 'Log to TestService' }).click();
  const { body, response } = await host.answered('/messageLogger');
  expect(body).toHaveProperty(
    'conversation.conversationLogId',
    expect.stringMatching(/^674035477569017905\/\d{1,2}\/\d{1,2}\/\d{4}$/),
  );
  expect(response).toEqual({ data: 'ok' });
  await host.goTo('Settings');
  await expect(host.widget.getByRole('switch', { name: 'Auto log messages' })).toBeVisible();
});

test('S1-50, S1-51: the page is asked which days it has logged; the document’s own slip sends them to the calls’ path', async ({
  host,
  seed,
}) => {
  await host.open();
  await host.run(
    seed.listener('/messageLogger/match'),
    seed.listener('/callLogger'),
    seed.registration('messageLogEntityMatcherPath'),
  );
  const { body, response } = await host.answered('/messageLogger/match');
  expect(body).toEqual({
    conversationLogIds: [expect.stringMatching(/^674035477569017905\/\d{1,2}\/\d{1,2}\/\d{4}$/)],
  });
  expect(response).toHaveProperty(['data', '674035477569017905/7/2/2019', '0', 'id'], '88888');
  await host.goTo('Messages');
  await host.widget.getByRole('button', { name: 'Log to TestService' }).click();
  expect((await host.answered('/callLogger')).body).toHaveProperty('conversation');
});

test('S1-11, S1-52, S1-53: the authorization button asks, and the pushed status changes it, without an account', async ({
  host,
  seed,
}) => {
  const errors: Error[] = [];
  host.page.on('pageerror', (error) => errors.push(error));
  await host.open();
  await host.run(seed.listener('/authorize'), seed.registration('authorizationPath'));
  await host.goTo('Settings');
  await host.button('Authorize').click();
  const { body, response } = await host.answered('/authorize');
  expect(body).toEqual({ authorized: false });
  expect(response).toEqual({ data: 'ok' });
  await host.run(seed.statusPush);
  await expect(host.button('Unauthorize')).toBeVisible();
  await expect(host.widget.getByText('test@email.com')).toBeVisible();
  expect(errors).toEqual([]);
});

test('S1-54, S1-57: contacts wait for the authorization', async ({ host, seed }) => {
  await host.open();
  await host.run(
    seed.listener('/contacts'),
    seed.registration('contactsPath'),
    seed.registration('authorizationPath'),
  );
  await host.answered('/contacts');
  await host.goTo('Contacts');
  await expect(host.widget.getByText('not authorized')).toBeVisible();
  await expect(host.widget.getByRole('listitem', { name: 'TestService Name' })).toHaveCount(0);
  expect(await host.exchanges('/contacts')).toHaveLength(1);
  await host.run(seed.statusPush);
  await expect(host.widget.getByRole('listitem', { name: 'TestService Name' })).toBeVisible();
  expect(await host.exchanges('/contacts')).toHaveLength(2);
});

test('S1-58, S1-59: the toggle shows, and the page hears of its change', async ({ host, seed }) => {
  await host.open();
  await host.run(seed.listener('/settings'), seed.registration('settingsPath'));
  await host.goTo('Settings');
  const toggle = host.widget.getByRole('switch', { name: 'Open contact page when call coming' });
  await expect(toggle).toBeChecked();
  await toggle.uncheck();
  const { body, response } = await host.answered('/settings');
  expect(body).toMatchObject({ settings: [{ name: 'Open contact page when call coming', value: false }] });
  expect(response).toEqual({ data: 'ok' });
});

test('S1-4, S1-5, S1-8: all of its code on one page: each path is answered, and once', async ({
  host,
  seed,
}) => {
  await host.open();
  await host.run(...seed.all);
  for (const path of [
    '/conference/invite',
    '/meeting/invite',
    '/contacts',
    '/contacts/search',
    '/contacts/match',
    '/activities',
    '/activity',
    '/callLogger',
    '/callLogger/match',
    '/messageLogger/match',
    '/authorize',
    '/settings',
  ]) {
    const asked = await host.ask(path);
    expect(asked, path).toMatchObject({ answered: true, response: { data: expect.anything() } });
    expect(asked, path).not.toHaveProperty('late');
  }
  // The slip of its last message snippet took the place of the path that the one before had registered.
  expect(await host.ask('/messageLogger')).toMatchObject({ error: { code: 'not-registered' } });
});
