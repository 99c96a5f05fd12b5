import { serviceView } from './service-view.js';
import { createBench, helpfulHost, HISTORY_MS, registration, type AnyRecord } from './test-widget.js';

async function openWidget(query = '') {
  const bench = createBench();
  const widget = await bench.openReady(query);
  await bench.clock.advance(HISTORY_MS);
  widget.answer(helpfulHost);
  widget.take();
  const register = async (service: AnyRecord) => {
    widget.host({
      type: 'rc-adapter-register-third-party-service',
      service: { name: 'TestService', ...service },
    });
    await bench.clock.advance(100);
  };
  const asked = () =>
    widget
      .take()
      .filter((frame) => frame['type'] === 'rc-post-message-request')
      .map((frame) => frame['path']);
  return { bench, widget, register, asked };
}

describe('one registration after another', () => {
  test('S1-2: adds to what was there', async () => {
    const { widget, register } = await openWidget();
    await register({ callLoggerPath: '/callLogger', callLoggerTitle: 'Log' });
    await register({ messageLoggerPath: '/messageLogger', messageLoggerTitle: 'Log message' });
    expect(serviceView(widget.tab)).toMatchObject({
      callLoggerTitle: 'Log',
      messageLoggerTitle: 'Log message',
    });
  });

  test('S1-41, S1-42: says all about a logger anew: a flag that is not given again is off, a title stays', async () => {
    const { widget, register } = await openWidget();
    await register({
      callLoggerPath: '/callLogger',
      callLoggerTitle: 'Log',
      showLogModal: true,
      recordingWithToken: 1,
    });
    expect(serviceView(widget.tab)?.showLogModal).toBe(true);
    await register({ callLoggerPath: '/callLogger', callLogEntityMatcherPath: '/callLogger/match' });
    expect(serviceView(widget.tab)).toMatchObject({ callLoggerTitle: 'Log', showLogModal: false });
    expect(widget.tab.service?.fields['recordingWithToken']).toBeUndefined();
  });

  test('S1-14, S1-16: an invitation needs a title, and settings at least one', async () => {
    const { bench, register } = await openWidget('profile=2019');
    await register({
      meetingInvitePath: '/meeting/invite',
      conferenceInvitePath: '/conference/invite',
      settingsPath: '/settings',
      settings: [],
    });
    for (const path of ['/meeting/invite', '/conference/invite', '/settings'])
      await expect(bench.control.actions['ask']?.({ path })).rejects.toMatchObject({
        code: 'not-registered',
      });
  });

  test('S1-57: one without an authorization path is authorized, whatever the one before said', async () => {
    const { widget, register, asked } = await openWidget();
    await register({
      authorizationPath: '/authorize',
      authorized: false,
      contactMatchPath: '/contacts/match',
    });
    expect(asked()).toEqual([]);
    await register({ contactsPath: '/contacts' });
    expect(widget.tab.service?.authorized).toBe(true);
    expect(asked()).toEqual(['/contacts/match', '/contacts']);
  });

  test('U-50: only the active tab fetches contacts and asks for matches', async () => {
    const { bench, widget, asked } = await openWidget();
    const second = await bench.openReady();
    widget.host(registration());
    expect(asked()).toEqual([]);
    widget.focus();
    widget.person({ do: 'navigate', path: '/contacts' });
    expect(asked()).toEqual(['/contacts']);
    expect(second.requests('/contacts')).toEqual([]);
  });

  test('U-44: the host may have its contacts fetched again; numbers that nobody knew are asked about too', async () => {
    const { bench, widget, register, asked } = await openWidget();
    await register({ contactsPath: '/contacts', contactMatchPath: '/contacts/match' });
    asked();
    widget.host({ type: 'rc-adapter-sync-third-party-contacts' });
    await bench.clock.advance(100);
    expect(widget.requests('/contacts').at(-1)).toEqual({ page: 1, syncTimestamp: 1111, type: 'api' });
    expect(asked()).toEqual(['/contacts']);
    await bench.clock.advance(6 * 60_000);
    widget.host({ type: 'rc-adapter-sync-third-party-contacts' });
    await bench.clock.advance(100);
    expect(asked()).toEqual(['/contacts', '/contacts/match']);
  });

  test('S1-27: kinds of numbers are brought to those that the vendor knows', async () => {
    const { widget, bench, register } = await openWidget();
    const kinds = ['direct', 'mobilePhone', 'carPhone', undefined];
    widget.answer((path, body) =>
      path === '/contacts'
        ? {
            data: [
              {
                id: '1',
                name: 'Ada',
                phoneNumbers: kinds.map((phoneType) => ({ phoneNumber: '1', phoneType })),
              },
            ],
          }
        : helpfulHost(path, body),
    );
    await register({ contactsPath: '/contacts' });
    await bench.clock.advance(100);
    expect(widget.tab.service?.contacts).toEqual([
      {
        id: '1',
        name: 'Ada',
        phoneNumbers: ['direct', 'mobile', 'other', 'unknown'].map((phoneType) => ({
          phoneNumber: '1',
          phoneType,
        })),
      },
    ]);
  });

  test('S1-35: activities are called after the service until they get a name', async () => {
    const { widget, register } = await openWidget();
    await register({ activitiesPath: '/activities', activityPath: '/activity' });
    expect(serviceView(widget.tab)?.activityName).toBe('TestService');
    await register({ activitiesPath: '/activities', activityPath: '/activity', activityName: 'Cases' });
    expect(serviceView(widget.tab)?.activityName).toBe('Cases');
  });

  test('S1-18, S1-56: pictures are those of the web or embedded ones, others do not show', async () => {
    const { widget, register } = await openWidget();
    await register({
      contactsPath: '/contacts',
      contactIcon: 'javascript:alert(1)',
      authorizationPath: '/authorize',
      authorizationLogo: 'https://example.com/logo.png',
    });
    const view = serviceView(widget.tab);
    expect(view?.contactIcon).toBeUndefined();
    expect(view?.authorization?.logo).toBe('https://example.com/logo.png');
  });

  test('S1-38, S1-46: the host may name the switches for automatic logging, and decide over them', async () => {
    const { bench, widget, register } = await openWidget();
    await register({
      callLoggerPath: '/callLogger',
      callLoggerTitle: 'Log',
      callLoggerAutoSettingLabel: 'Log every call',
      callLoggerAutoSettingReadOnly: true,
      callLoggerAutoSettingReadOnlyValue: false,
    });
    expect(serviceView(widget.tab)?.autoLog).toEqual({
      call: { label: 'Log every call', readOnly: true },
      message: { label: 'Auto log messages', readOnly: false },
    });
    expect(bench.session.state.autoLog.call).toBe(false);
  });
});
