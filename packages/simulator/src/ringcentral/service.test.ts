import { readRecording, shapeOf } from './recording.js';
import { serviceView } from './service-view.js';
import {
  ada,
  createBench,
  helpfulHost,
  HISTORY_MS,
  record,
  registration,
  type AnyRecord,
} from './test-widget.js';

const recorded = readRecording('host-services');
const requestPaths = (frames: readonly AnyRecord[]) =>
  frames.filter((frame) => frame['type'] === 'rc-post-message-request').map((frame) => frame['path']);

async function withService(more: AnyRecord = {}, query = '') {
  const bench = createBench();
  const widget = await bench.openReady(query);
  await bench.clock.advance(HISTORY_MS);
  widget.take();
  widget.answer(helpfulHost);
  widget.host(registration(more));
  await bench.clock.advance(100);
  return { bench, widget, requests: requestPaths(widget.take()) };
}

describe('registering a service', () => {
  test('S1-3: is ignored without a name', async () => {
    const { widget, bench } = await withService({ name: '' });
    expect(widget.tab.service).toBeUndefined();
    await expect(bench.control.actions['ask']?.({ path: '/contacts' })).rejects.toMatchObject({
      code: 'not-registered',
    });
  });

  test('S1-11, S1-54, S1-57: unauthorized, everything but the logger buttons sleeps; authorized, all is asked at once in the recorded order', async () => {
    const { bench, widget, requests } = await withService({ authorized: false });
    expect(requests).toEqual([]);
    expect(widget.of('rc-callLogger-auto-log-notify')).toHaveLength(1);
    const from = widget.posted.length;
    widget.answer((path, body) =>
      path === '/contacts' && body['page'] === 1
        ? { data: [ada], nextPage: 2, syncTimestamp: 1111 }
        : helpfulHost(path, body),
    );
    widget.host({
      type: 'rc-adapter-update-authorization-status',
      authorized: true,
      authorizedAccount: 'a@example.com',
    });
    const atOnce = widget.posted.length - from;
    await bench.clock.advance(100);
    const asked = widget.take();
    const wanted = recorded.get('authorized=true') ?? [];
    expect(requestPaths(asked)).toEqual(requestPaths(wanted));
    expect(atOnce).toBe(4);
    // Dates and the page's time stamp differ; numbers, names and ids are those of the recording.
    for (const index of [0, 1, 2, 4])
      expect(record(asked[index])['body']).toEqual(record(wanted[index])['body']);
    expect(shapeOf(asked[3])).toEqual(shapeOf(wanted[3]));
  });

  test('S1-55, U-49: an authorization status without an account throws in the widget and changes nothing', async () => {
    const { widget } = await withService({ authorized: false });
    widget.host({ type: 'rc-adapter-update-authorization-status', authorized: true });
    expect(widget.told).toContainEqual({ kind: 'throw', message: 'Redux error #14' });
    expect(widget.tab.service?.authorized).toBe(false);
    for (const authorizedAccount of [null, '', 'a@example.com']) {
      widget.host({ type: 'rc-adapter-update-authorization-status', authorized: true, authorizedAccount });
      expect(widget.tab.service?.authorized).toBe(true);
      widget.host({
        type: 'rc-adapter-update-authorization-status',
        authorized: false,
        authorizedAccount: '',
      });
      expect(widget.tab.service?.authorized).toBe(false);
    }
  });

  test('an authorization status before a registration with authorization is ignored', async () => {
    const bench = createBench();
    const widget = await bench.openReady();
    widget.host({ type: 'rc-adapter-update-authorization-status', authorized: true });
    widget.host({ type: 'rc-adapter-register-third-party-service', service: { name: 'TestService' } });
    widget.host({
      type: 'rc-adapter-update-authorization-status',
      authorized: false,
      authorizedAccount: 'x',
    });
    expect(widget.told.filter((message) => message.kind === 'throw')).toEqual([]);
    expect(widget.tab.service?.authorized).toBe(true);
  });

  test('U-48: registering contacts a second time throws in the widget and loses the rest', async () => {
    const { widget } = await withService();
    widget.host(registration({ authorized: false, callLoggerTitle: 'Other title' }));
    expect(widget.told).toContainEqual({
      kind: 'throw',
      message: '[Contacts > ContactSource(TestService) > sourceName] already exists',
    });
    expect(widget.tab.service?.authorized).toBe(true);
    expect(widget.tab.service?.fields['callLoggerTitle']).toBe('Log to TestService');
    widget.host({
      type: 'rc-adapter-register-third-party-service',
      service: { name: 'TestService', callLoggerPath: '/callLogger', callLoggerTitle: 'Other title' },
    });
    expect(widget.tab.service?.fields['callLoggerTitle']).toBe('Other title');
    expect(widget.tab.service?.fields['contactsPath']).toBe('/contacts');
  });

  test('is lost with the page', async () => {
    const { bench, widget } = await withService();
    widget.close();
    const again = await bench.openReady();
    expect(again.tab.service).toBeUndefined();
  });

  test('contacts are fetched even before anybody is signed in, matches are not', async () => {
    const bench = createBench();
    const widget = bench.open();
    widget.host(registration());
    expect(requestPaths(widget.take())).toEqual(['/contacts']);
    await bench.clock.advance(50);
    expect(requestPaths(widget.take())).toEqual([]);
    await bench.clock.advance(HISTORY_MS);
    expect(requestPaths(widget.take())).toEqual(
      expect.arrayContaining(['/contacts/match', '/callLogger/match', '/messageLogger/match']),
    );
  });
});

describe('contacts', () => {
  test('S1-19, S1-21, S1-22: every page carries the old time stamp, and the first page’s is the one that is kept', async () => {
    const { bench, widget } = await withService({}, '');
    const pages = (body: AnyRecord) =>
      body['page'] === 1
        ? { data: [{ ...ada, name: 'Ada King' }], nextPage: 2, syncTimestamp: 3333 }
        : { data: [], syncTimestamp: 4444 };
    widget.answer((path, body) => (path === '/contacts' ? pages(body) : helpfulHost(path, body)));
    widget.host({ type: 'rc-adapter-sync-third-party-contacts' });
    await bench.clock.advance(100);
    expect(widget.requests('/contacts').slice(-2)).toEqual([
      { page: 1, syncTimestamp: 1111, type: 'api' },
      { page: 2, syncTimestamp: 1111, type: 'api' },
    ]);
    expect(widget.tab.service?.contactsTimestamp).toBe(3333);
    expect(widget.tab.service?.contacts).toEqual([{ ...ada, name: 'Ada King' }]);
  });

  test('S1-20, S1-23, S1-29: a change merges and deletes; without a time stamp the answer replaces all; no list is no contacts', async () => {
    const { bench, widget } = await withService();
    const sync = async (response: AnyRecord) => {
      widget.answer((path, body) => (path === '/contacts' ? response : helpfulHost(path, body)));
      widget.host({ type: 'rc-adapter-sync-third-party-contacts' });
      await bench.clock.advance(100);
      return widget.tab.service?.contacts.map((contact) => contact['id']);
    };
    expect(await sync({ data: [{ id: '2' }], syncTimestamp: 2 })).toEqual(['123456', '2']);
    expect(await sync({ data: [{ id: '123456', deleted: true }], syncTimestamp: 3 })).toEqual(['2']);
    expect(await sync({ data: [{ id: '7' }] })).toEqual(['7']);
    expect(await sync({ data: 'nonsense', syncTimestamp: 4 })).toEqual([]);
  });

  test('S1-12: a page that comes after 60 s is not listened to and drops the whole sync', async () => {
    const { bench, widget } = await withService();
    widget.answer((path, body) => (path === '/contacts' ? undefined : helpfulHost(path, body)));
    widget.host({ type: 'rc-adapter-sync-third-party-contacts' });
    const request = widget.of('rc-post-message-request').at(-1);
    await bench.clock.advance(60_001);
    widget.host({
      type: 'rc-post-message-response',
      responseId: request?.['requestId'],
      response: { data: [], nextPage: 2, syncTimestamp: 9 },
    });
    await bench.clock.advance(100);
    expect(widget.tab.service?.contacts).toEqual([ada]);
    expect(widget.requests('/contacts')).toHaveLength(2);
  });

  test('S1-31, S1-32: a ringing number is matched once and remembered; nothing is remembered of an empty answer', async () => {
    const { bench, widget } = await withService();
    await bench.inbound({ from: '+34666555444', name: 'John' });
    await bench.clock.advance(100);
    expect(widget.requests('/contacts/match').at(-1)).toEqual({
      phoneNumbers: ['+34666555444'],
      callerIds: { '+34666555444': 'John' },
    });
    const asked = widget.requests('/contacts/match').length;
    await bench.inbound({ from: '+34666555444' });
    await bench.clock.advance(100);
    expect(widget.requests('/contacts/match')).toHaveLength(asked);
    widget.answer((path, body) => (path === '/contacts/match' ? { data: {} } : helpfulHost(path, body)));
    for (let call = 1; call <= 2; call += 1) {
      await bench.inbound({ from: '+441632960961' });
      await bench.clock.advance(100);
      expect(widget.requests('/contacts/match')).toHaveLength(asked + call);
    }
  });

  test('S1-25: the first match is on later web-phone frames, its type told as its kind too', async () => {
    const { bench, widget } = await withService();
    const id = await bench.inbound();
    await bench.clock.advance(100);
    await bench.act(id, 'answer', 'agent');
    expect(record(widget.of('rc-call-start-notify')[0]?.['call'])['contactMatch']).toEqual({
      ...ada,
      entityType: 'TestService',
    });
  });

  test('U-45: the host may ask to be asked again; numbers and calls nobody knows are left out', async () => {
    const { bench, widget } = await withService();
    widget.host({ type: 'rc-adapter-trigger-contact-match', phoneNumbers: ['+12165325078', '+99999999'] });
    widget.host({ type: 'rc-adapter-trigger-call-logger-match', sessionIds: ['214705503020', 'unknown'] });
    await bench.clock.advance(10);
    const wanted = recorded.get('trigger matches') ?? [];
    expect(widget.take().map((frame) => [frame['path'], frame['body']])).toEqual(
      wanted.map((frame) => [frame['path'], frame['body']]),
    );
    widget.host({ type: 'rc-adapter-trigger-contact-match', phoneNumbers: 'all' });
    expect(widget.take()).toEqual([]);
  });

  test('S1-30: typing asks the search after a pause, from three letters on', async () => {
    const { bench, widget } = await withService();
    for (const text of ['t', 'te', 'tes']) widget.person({ do: 'search', text });
    await bench.clock.advance(400);
    const [wanted] = recorded.get('search') ?? [];
    expect(widget.requests('/contacts/search')).toEqual([wanted?.['body']]);
  });

  test('S1-7, S1-10: an answer is its data; one without, or of another kind, is no result and no error', async () => {
    const { bench, widget } = await withService();
    const found = async (response: unknown) => {
      widget.answer((path) => (path === '/contacts/search' ? response : { data: 'ok' }));
      widget.person({ do: 'search', text: '' });
      widget.person({ do: 'search', text: 'Ada' });
      await bench.clock.advance(400);
      return widget.tab.searchResults;
    };
    expect(await found({ data: [ada] })).toEqual([ada]);
    for (const response of [{}, { data: 'ok' }, { error: 'down' }, 'nonsense', null])
      expect(await found(response)).toEqual([]);
    expect(widget.requests('/contacts/search')).toEqual(Array(6).fill({ searchString: 'Ada' }));
    expect(widget.told.filter((message) => message.kind === 'throw')).toEqual([]);
  });

  test('S1-33, S1-34, S1-36: opening a contact asks for activities, opening one of those tells the host', async () => {
    const { bench, widget } = await withService();
    widget.answer((path) =>
      path === '/activities'
        ? { data: [{ id: '123', subject: 'Title', time: 1528854702472 }] }
        : { data: 'ok' },
    );
    widget.person({ do: 'open-contact', contact: '123456' });
    await bench.clock.advance(10);
    widget.person({ do: 'open-activity', activity: '123' });
    expect(widget.requests('/activities')).toEqual([{ contact: ada }]);
    expect(widget.requests('/activity')).toEqual([record(recorded.get('activities')?.[1])['body']]);
  });
});

describe('settings and buttons that the host registered', () => {
  test('S1-58, S1-59, U-46: a toggle is in force at once and tells all and the changed one, as recorded; the host may change it too', async () => {
    const { widget } = await withService();
    const id = 'Open contact page when call coming';
    widget.person({ do: 'setting', id, value: false });
    expect(widget.requests('/settings')).toEqual([record(recorded.get('setting toggle')?.[0])['body']]);
    expect(widget.tab.service?.settings).toEqual([{ id, name: id, type: 'boolean', value: false }]);
    widget.host({ type: 'rc-adapter-update-third-party-settings', settings: [{ name: id, value: true }] });
    expect(widget.tab.service?.settings).toEqual([{ id, name: id, type: 'boolean', value: true }]);
  });

  test('a setting that makes no sense is dropped with a warning in the widget', async () => {
    const { widget } = await withService({
      settings: [{ value: true }, { name: 'A', value: true }, { name: 'B', value: 'text' }],
    });
    expect(widget.tab.service?.settings.map((setting) => setting.name)).toEqual(['A']);
    expect(widget.told.filter((message) => message.kind === 'warn')).toHaveLength(2);
  });

  test('S1-52: the authorization button tells the state it is in, as recorded', async () => {
    const { widget } = await withService();
    widget.person({ do: 'authorize' });
    expect(widget.requests('/authorize')).toEqual([record(recorded.get('authorize click')?.[0])['body']]);
  });

  test('S1-15, S1-16: a meeting invitation goes out with its times; buttons of the host tell who they are', async () => {
    const buttons = [{ id: 'b1', type: 'callAction', label: 'Open case', icon: 'x' }];
    const { widget } = await withService({
      meetingInvitePath: '/meeting/invite',
      meetingInviteTitle: 'Invite',
      buttonEventPath: '/button',
      buttons,
    });
    widget.person({ do: 'invite-meeting', topic: 'Review' });
    const meeting = record(widget.requests('/meeting/invite')[0]?.['meeting']);
    expect(meeting).toMatchObject({
      topic: 'Review',
      location: expect.any(String),
      details: expect.any(String),
    });
    expect(Number(meeting['timeTo'])).toBeGreaterThan(Number(meeting['timeFrom']));
    widget.person({ do: 'button', id: 'b1', resource: '214705503020' });
    expect(widget.requests('/button')).toEqual([
      { button: { id: 'b1', type: 'callAction', label: 'Open case' }, resource: { id: '214705503020' } },
    ]);
  });

  test('S1-13, S1-14: the conference invitation has a button only in the profile of 2019, but is delivered by ask in both', async () => {
    for (const [profile, title] of [
      ['2019', 'Invite with TestService'],
      ['current', undefined],
    ] as const) {
      const { bench, widget } = await withService(
        { conferenceInvitePath: '/conference/invite', conferenceInviteTitle: 'Invite with TestService' },
        `profile=${profile}`,
      );
      expect(serviceView(widget.tab)?.conferenceInviteTitle).toBe(title);
      const asked = bench.control.actions['ask']?.({ path: '/conference/invite', body: { conference: {} } });
      await bench.clock.advance(10);
      await expect(asked).resolves.toMatchObject({ answered: true, response: { data: 'ok' } });
    }
  });
});

describe('deadlines', () => {
  test.each([
    ['current', '/contacts', 60_000],
    ['current', '/contacts/search', 30_000],
    ['current', '/contacts/match', 30_000],
    ['current', '/callLogger', 15_000],
    ['current', '/callLogger/match', 30_000],
    ['current', '/messageLogger', 15_000],
    ['current', '/messageLogger/match', 30_000],
    ['current', '/authorize', 3000],
    ['current', '/settings', 3000],
    ['current', '/activities', 3000],
    ['current', '/activity', 3000],
    ['current', '/meeting/invite', 3000],
    ['current', '/meeting/log', 6000],
    ['2019', '/contacts', 8000],
    ['2019', '/contacts/match', 6000],
    ['2019', '/callLogger', 3000],
    ['2019', '/contacts/search', 3000],
    ['2019', '/callLogger/match', 3000],
    ['2019', '/messageLogger', 3000],
    ['2019', '/messageLogger/match', 3000],
    ['2019', '/conference/invite', 3000],
    ['2019', '/meeting/invite', 3000],
  ])('S1-12: in profile %s an answer on %s is listened to for %i ms', async (profile, path, deadline) => {
    const { bench, widget } = await withService(
      {
        conferenceInvitePath: '/conference/invite',
        conferenceInviteTitle: 'Invite',
        meetingInvitePath: '/meeting/invite',
        meetingInviteTitle: 'Invite',
        meetingLoggerPath: '/meeting/log',
      },
      `profile=${profile}`,
    );
    const ask = async (after: number) => {
      widget.answer(() => undefined);
      const outcome = bench.control.actions['ask']?.({ path, body: {} });
      await bench.clock.settle();
      const { requestId } = record(widget.of('rc-post-message-request').at(-1));
      await bench.clock.advance(after);
      widget.host({ type: 'rc-post-message-response', responseId: requestId, response: { data: 1 } });
      await bench.clock.advance(deadline + 5000);
      return outcome;
    };
    expect(await ask(deadline - 1)).toEqual({ answered: true, response: { data: 1 }, ms: deadline - 1 });
    expect(await ask(deadline + 1)).toEqual({
      answered: true,
      late: true,
      response: { data: 1 },
      ms: deadline + 1,
    });
    expect(await ask(deadline + 4000)).toMatchObject({ answered: false });
  });

  test('S1-6, S1-8, S1-9: answers find their request by id alone, in any order', async () => {
    const { bench, widget } = await withService();
    widget.answer(() => undefined);
    const outcomes = ['/contacts', '/settings'].map((path) => bench.control.actions['ask']?.({ path }));
    await bench.clock.settle();
    const ids = widget
      .of('rc-post-message-request')
      .slice(-2)
      .map((frame) => frame['requestId']);
    widget.host({ type: 'rc-post-message-response', responseId: 'nobody', response: { data: 0 } });
    widget.host({ type: 'rc-post-message-response', responseId: ids[1], response: { data: 2 } });
    widget.host({ type: 'rc-post-message-response', responseId: ids[0], response: { data: 1 } });
    widget.host({ type: 'rc-post-message-response', responseId: ids[0], response: { data: 3 } });
    await expect(outcomes[0]).resolves.toMatchObject({ response: { data: 1 } });
    await expect(outcomes[1]).resolves.toMatchObject({ response: { data: 2 } });
  });
});
