/** @jest-environment @stryker-mutator/jest-runner/jest-env/jsdom */
import { createCurrent, createOffhook, type Authorization, type Provide, type Setting } from '@offhook/core';
import { virtualClock } from '@offhook/testing';
import { NEVER } from 'rxjs';
import type { RingCentralOptions } from '../options.js';
import { ringCentral } from '../ringcentral.js';
import { ring } from '../testing/frames.js';
import { serving, startUp } from '../testing/service.js';
import { signedIn, widget } from '../testing/widget.js';

const nobody = { authorized: false };
const toggle = (): void => {};
const status = createCurrent<Authorization>(nobody);
const switches: readonly Setting[] = [{ id: 'pop', name: 'Pop up', type: 'boolean', value: true }];

const everything: Provide = {
  contacts: { sync: () => NEVER, search: () => NEVER, match: () => NEVER },
  activities: { list: () => NEVER, open: () => NEVER },
  callLog: { write: () => NEVER, match: () => NEVER },
  messageLog: { write: () => NEVER, match: () => NEVER },
  authorization: { status, toggle },
  settings: { values: createCurrent(switches), change: () => NEVER },
  invites: { conference: () => NEVER, meeting: () => NEVER },
};

const provide = (given: Provide, options?: RingCentralOptions) => serving({ provide: given }, options);

const state = startUp.at(-1) ?? {};
const signedOut = { type: 'rc-login-status-notify', loggedIn: false, features: {} };

describe('what is registered', () => {
  it('S1-2, S1-3: is all that there is a handler for, under the service’s name', () => {
    const [all, contacts] = provide(everything).registered();
    expect(all).toEqual({
      name: 'Offhook',
      contactSearchPath: '/contacts/search',
      contactMatchPath: '/contacts/match',
      activitiesPath: '/activities',
      activityPath: '/activity',
      callLoggerPath: '/callLogger',
      callLoggerTitle: 'Log to Offhook',
      callLogEntityMatcherPath: '/callLogger/match',
      messageLoggerPath: '/messageLogger',
      messageLoggerTitle: 'Log to Offhook',
      messageLogEntityMatcherPath: '/messageLogger/match',
      authorizationPath: '/authorize',
      authorizedTitle: 'Sign out of Offhook',
      unauthorizedTitle: 'Sign in to Offhook',
      authorized: false,
      authorizedAccount: '',
      settingsPath: '/settings',
      settings: [{ id: 'pop', name: 'Pop up', type: 'boolean', value: true }],
      conferenceInvitePath: '/conference/invite',
      conferenceInviteTitle: 'Invite with Offhook',
      meetingInvitePath: '/meeting/invite',
      meetingInviteTitle: 'Invite with Offhook',
    });
    expect(contacts).toMatchObject({ name: 'Offhook', contactsPath: '/contacts' });
  });

  it.each<[string, Provide, readonly string[]]>([
    [
      'S1-13, S1-14: a conference invitation',
      { invites: { conference: toggle } },
      ['conferenceInvitePath', 'conferenceInviteTitle'],
    ],
    [
      'S1-15, S1-16: a meeting invitation',
      { invites: { meeting: toggle } },
      ['meetingInvitePath', 'meetingInviteTitle'],
    ],
    ['S1-17: contacts', { contacts: { sync: () => NEVER } }, ['contactsPath']],
    ['S1-30: the search', { contacts: { search: () => NEVER } }, ['contactSearchPath']],
    ['S1-31: the match', { contacts: { match: () => NEVER } }, ['contactMatchPath']],
    ['S1-33: activities', { activities: { list: () => NEVER } }, ['activitiesPath']],
    ['S1-37, S1-38: the call logger', { callLog: { write: toggle } }, ['callLoggerPath', 'callLoggerTitle']],
    [
      'S1-45, S1-46: the message logger',
      { messageLog: { write: toggle } },
      ['messageLoggerPath', 'messageLoggerTitle'],
    ],
    ['nothing', {}, []],
    ['no settings', { settings: { values: createCurrent([]), change: toggle } }, []],
  ])('%s comes alone', (_, given, names) => {
    const found = provide(given).registered();
    expect(found.flatMap((service) => Object.keys(service)).filter((key) => key !== 'name')).toEqual(names);
  });

  it('S1-18, S1-35, S1-56: shows the host’s pictures and names', () => {
    const options = {
      name: 'Acme',
      displayName: 'Acme CRM',
      info: 'Your customers',
      activityName: 'Deals',
      contactIcon: 'https://acme.example/icon.png',
      authorizationLogo: 'http://acme.example/logo.png',
    };
    const [all, contacts] = provide(everything, { service: options }).registered();
    const { contactIcon, ...others } = options;
    expect(all).toMatchObject({ ...others, callLoggerTitle: 'Log to Acme CRM' });
    expect(contacts).toMatchObject({ name: 'Acme', contactIcon });
  });

  it.each([
    [{ contactIcon: 'javascript:alert(1)' }],
    [{ authorizationLogo: 'data:image/png;base64,AA' }],
    [{ contactIcon: '/icon.png' }],
    [{ name: '' }],
    [{ paths: { contactsPath: '/settings' } }],
    [{ paths: { contactsPath: '' } }],
  ])('S1-3: refuses %j', (service) => {
    expect(() => ringCentral({ service })).toThrow(expect.objectContaining({ code: 'invalid-argument' }));
  });

  it('S1-41, S1-42, S1-49: asks for tokens, and for a note, if it is told to', () => {
    const service = { showLogModal: true, recordingWithToken: true, attachmentWithToken: true };
    expect(provide(everything, { service }).registered()[0]).toMatchObject(service);
    expect(Object.keys(provide(everything).registered()[0] ?? {})).not.toEqual(
      expect.arrayContaining(Object.keys(service)),
    );
  });

  it('S1-5: uses paths of the host’s own', async () => {
    const search = jest.fn(() => []);
    const { registered, ask, answers } = provide(
      { contacts: { search } },
      { service: { paths: { contactSearchPath: '/people' } } },
    );
    expect(registered()).toMatchObject([{ contactSearchPath: '/people' }]);
    expect(answers(ask('/people', { searchString: 'ada' }))).toEqual([{ data: [] }]);
    expect(search).toHaveBeenCalledTimes(1);
  });

  it('S1-53, S1-54, S1-55: says who is signed in, with titles of the host’s', () => {
    const service = { authorizedTitle: 'Leave', unauthorizedTitle: 'Enter' };
    const known = createCurrent<Authorization>({ authorized: true, account: 'ada@crm.example' });
    const { registered } = provide({ authorization: { status: known, toggle } }, { service });
    expect(registered()).toEqual([
      {
        name: 'Offhook',
        authorizationPath: '/authorize',
        ...service,
        authorized: true,
        authorizedAccount: 'ada@crm.example',
      },
    ]);
  });

  it('S1-57: contacts never come without the word that nobody is signed in', () => {
    expect(provide(everything).registered().at(-1)).toMatchObject({
      contactsPath: '/contacts',
      authorizationPath: '/authorize',
      authorized: false,
    });
  });
});

describe('when it is registered', () => {
  it('U-47: not before the widget tells its state, or anything that is no sign of its coming up', () => {
    const { say, channel } = widget({}, { provide: everything });
    const names = (): readonly string[] => channel.sent.map((frame) => (frame as { type: string }).type);
    const registration = 'rc-adapter-register-third-party-service';
    say(...startUp.slice(0, -1));
    expect(names()).not.toContain(registration);
    say(state);
    expect(names().filter((name) => name === registration)).toHaveLength(2);
    const late = widget({}, { provide: everything });
    late.say(ring());
    expect(late.channel.sent).toContainEqual(expect.objectContaining({ type: registration }));
  });

  it('U-48: once, however often the widget tells its state or the person signs in and out', () => {
    const { registered, say } = provide(everything);
    const before = registered().length;
    say(state, state, signedOut, ...signedIn, state, signedOut, state);
    say({ type: 'rc-dialer-status-notify', ready: false }, state);
    // A sign-out, and then a widget that is minimised.
    say(
      { type: 'rc-webphone-connection-status-notify', connectionStatus: 'connectionStatus-disconnecting' },
      { type: 'rc-dialer-status-notify', ready: false },
      { type: 'rc-webphone-connection-status-notify', connectionStatus: 'connectionStatus-disconnected' },
      signedOut,
      state,
    );
    expect(registered()).toHaveLength(before);
  });

  it('U-48: anew when the widget was reloaded, and contacts last, on their own', () => {
    const { registered, say, start } = provide(everything);
    say(...signedIn);
    start();
    say(signedOut, ...signedIn);
    expect(registered().map((service) => 'contactsPath' in service)).toEqual([false, true, false, true]);
    expect(Object.keys(registered()[3] ?? {}).filter((key) => key.endsWith('Path'))).toEqual([
      'authorizationPath',
      'contactsPath',
    ]);
  });

  it('U-48: anew when a reloaded widget has lost some words on its way', () => {
    const { registered, start, say } = provide({ contacts: { sync: () => NEVER } });
    say(...signedIn);
    say(...startUp.filter((frame) => !JSON.stringify(frame).includes('brand')));
    expect(registered()).toHaveLength(2);
    start();
    expect(registered()).toHaveLength(3);
  });

  it('S1-2: with the widget of 2019, which tells no state, at its first word and when it signs out or starts', () => {
    const { say, channel } = widget({ profile: '2019' }, { provide: { invites: { meeting: toggle } } });
    const count = (): number =>
      channel.sent.filter((frame) => JSON.stringify(frame).includes('register-third-party')).length;
    say({ type: 'rc-route-changed-notify', path: '/' }, signedOut);
    expect(count()).toBe(1);
    say({ type: 'rc-login-status-notify', loggedIn: true });
    expect(count()).toBe(1);
    say(signedOut);
    expect(count()).toBe(2);
  });

  it('registers nothing, and answers nobody, where nothing is provided', () => {
    const { channel, ask, say, told } = serving({});
    say(...signedIn);
    ask('/contacts', { page: 1 });
    ask('/elsewhere');
    expect(JSON.stringify(channel.sent)).not.toMatch(/third-party|response|unlogged/);
    expect(told('request', 'protocol')).toEqual([]);
  });

  it.each<[string, RingCentralOptions]>([
    ['S1-1: in our own frame', {}],
    ['U-51: in the frame that the page’s own script has made', { embed: 'adapter' }],
  ])('%s', (_, options) => {
    const own = options.embed === 'adapter' ? document.createElement('iframe') : undefined;
    if (own) {
      own.id = 'rc-widget-adapter-frame';
      document.body.append(own);
    }
    const phone = createOffhook({
      connectors: [ringCentral(options)],
      clock: virtualClock(),
      provide: everything,
    });
    const frame = own ?? document.querySelector('iframe');
    const vendor = frame?.contentWindow;
    const posted = jest.spyOn(vendor as Window, 'postMessage').mockImplementation(() => {});
    const origin = 'https://apps.ringcentral.com';
    for (const data of startUp)
      window.dispatchEvent(new MessageEvent('message', { data, origin, source: vendor ?? null }));
    expect(posted).toHaveBeenCalledWith(
      expect.objectContaining({ type: 'rc-adapter-register-third-party-service' }),
      origin,
    );
    expect(posted.mock.calls.map(([, target]) => target)).not.toContain('*');
    phone.close();
    own?.remove();
  });
});
