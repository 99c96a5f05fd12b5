/** @jest-environment @stryker-mutator/jest-runner/jest-env/jsdom */
import { createOffhook } from '@offhook/core';
import { virtualClock } from '@offhook/testing';
import { ring, start } from './testing/frames.js';
import { ringCentral } from './ringcentral.js';
import { signedIn, widget } from './testing/widget.js';

const webPhone = (status: string): object => ({
  type: 'rc-webphone-connection-status-notify',
  connectionStatus: `connectionStatus-${status}`,
  deviceId: null,
});

const login = (loggedIn: boolean): object => ({
  type: 'rc-login-status-notify',
  loggedIn,
  loginNumber: '+16505550000*101',
  features: { call: true, sms: true },
});

const dialer = (ready: boolean): object => ({ type: 'rc-dialer-status-notify', ready });

describe('the connection', () => {
  it.each([
    ['connecting', 'connecting', 'registering'],
    ['connected', 'ready', 'registered'],
  ])('U-20: a web phone that is %s at the start makes it %s', (status, expected, sip) => {
    const { say, phone, clock } = widget();
    say(login(true), { type: 'rc-calling-settings-notify', callWith: 'browser' }, webPhone('connecting'));
    say(dialer(status === 'connected'), webPhone(status));
    clock.advance(1_000);
    expect(phone.connection.value).toMatchObject({ status: expected, sip });
  });

  it.each([
    'reconnecting',
    'disconnected',
    'connectFailed',
    'connectError',
    'inactive',
    'disconnecting',
    'inactiveDisconnecting',
  ])(
    'U-20: a web phone that is %s after it was connected is offline, once that is no passing thing',
    (status) => {
      const { say, signIn, phone, clock } = widget();
      signIn();
      say(webPhone(status));
      expect(phone.connection.value.status).toBe('ready');
      clock.advance(1_000);
      expect(phone.connection.value).toMatchObject({
        status: 'offline',
        sip: status === 'reconnecting' ? 'registering' : 'lost',
      });
      say(webPhone('connected'));
      expect(phone.connection.value.status).toBe('ready');
    },
  );

  it('U-21: the dialer’s pause blocks dialling, and nothing else', () => {
    const { say, signIn, phone } = widget();
    signIn();
    say(dialer(false));
    expect(phone.can('call.dial')).toMatchObject({ allowed: false, reason: 'not-supported' });
    expect(phone.connection.value.status).toBe('ready');
    say(dialer(true));
    expect(phone.can('call.dial')).toEqual({ allowed: true });
  });

  it('U-22: signing in and out is told, with who it is', () => {
    const { signIn, say, phone } = widget();
    say(login(false));
    expect(phone.connection.value.status).toBe('signed-out');
    signIn();
    expect(phone.connection.value.status).toBe('ready');
    expect(phone.agent.value).toMatchObject({ login: '+16505550000*101', extension: '101' });
    say(login(false));
    expect(phone.connection.value.status).toBe('signed-out');
    expect(phone.can('call.dial')).toMatchObject({ allowed: false, reason: 'auth-required' });
  });

  it('U-23: a sign-in that fails within milliseconds never shows as ready', () => {
    const { say, events, clock, phone } = widget();
    say(login(true));
    clock.advance(3);
    say(login(false));
    clock.advance(5_000);
    const statuses = events.flatMap((event) =>
      event.type === 'connection.changed' ? [event.connection.status] : [],
    );
    expect(statuses).not.toContain('ready');
    expect(phone.connection.value.status).toBe('signed-out');
  });

  it('U-24: the widget asks the page to show the sign-in: its address and one error', () => {
    const { say, told, phone, events } = widget();
    const popup = {
      type: 'rc-login-popup-notify',
      oAuthUri: 'https://platform.ringcentral.com/authorize?x=1',
    };
    say(login(false), popup, popup);
    expect(phone.connection.value).toMatchObject({ status: 'signed-out', signInUrl: popup.oAuthUri });
    expect(told('error')).toEqual(['error']);
    expect(events.find(({ type }) => type === 'error')).toMatchObject({ error: { code: 'auth-required' } });
  });

  it('U-24: an address that is no web address is not shown', () => {
    const { say, phone } = widget();
    say(login(false), { type: 'rc-login-popup-notify', oAuthUri: 'javascript:alert(1)' });
    expect(phone.connection.value).not.toHaveProperty('signInUrl');
  });

  it.each([
    [null, 'unknown'],
    ['Available', 'available'],
    ['Busy', 'busy'],
    ['Offline', 'offline'],
  ])('U-25: presence %s is %s', (userStatus, presence) => {
    const { say, phone } = widget();
    say({
      type: 'rc-adapter-syncPresence',
      telephonyStatus: null,
      userStatus,
      dndStatus: userStatus && 'TakeAllCalls',
      presenceOption: null,
    });
    expect(phone.agent.value.presence).toBe(presence);
  });

  it('U-26: the widget says its size and whether it is open', () => {
    const { say, phone } = widget();
    say({
      type: 'rc-adapter-pushAdapterState',
      size: { width: 320, height: 480 },
      minimized: true,
      closed: false,
    });
    expect(phone.widgets.get('ringcentral').value).toMatchObject({
      open: false,
      size: { width: 320, height: 480 },
    });
  });

  it('U-27: calls that ring another phone can’t be controlled here, and it says why', () => {
    const { signIn, say, phone } = widget();
    signIn();
    say({ type: 'rc-calling-settings-notify', callWith: 'ringout', callingMode: 'ringout' });
    expect(phone.can('call.hold')).toMatchObject({
      allowed: false,
      reason: 'not-supported',
      text: expect.stringContaining('Browser'),
    });
    expect(phone.can('call.dial')).toEqual({ allowed: true });
  });

  it('U-28: an account without a number for texts can’t send them', () => {
    const { signIn, say, phone } = widget();
    signIn();
    say({ type: 'rc-region-settings-notify', countryCode: 'US', areaCode: '' });
    say({ type: 'rc-sms-settings-notify', senderNumber: null, senderNumbers: [] });
    expect(phone.can('inbox.send')).toMatchObject({ allowed: false });
    say({
      type: 'rc-sms-settings-notify',
      senderNumber: '+16505550101',
      senderNumbers: [{ phoneNumber: '+16505550101' }],
    });
    expect(phone.can('inbox.send')).toEqual({ allowed: true });
  });

  it('U-29: frames without state are known, and tell nothing', () => {
    const { signIn, say, told, forget } = widget();
    signIn();
    forget();
    for (const name of [
      'meeting-status-notify',
      'brand-assets-notify',
      'route-changed-notify',
      'adapter-pushLocale',
      'adapter-theme-notify',
      'adapter-side-drawer-open-notify',
    ]) {
      say({ type: `rc-${name}` });
    }
    expect(told()).toEqual([]);
  });

  it('U-32: log frames are known, and tell nothing yet', () => {
    const { signIn, say, told, forget } = widget();
    signIn();
    forget();
    say({ type: 'rc-call-history-synced-notify' }, { type: 'rc-callLogger-auto-log-notify', autoLog: true });
    say({ type: 'rc-messageLogger-auto-log-notify', autoLog: false });
    expect(told()).toEqual([]);
  });

  it('names a frame that it doesn’t know', () => {
    const { say, events } = widget();
    say({ type: 'rc-something-new-notify', secret: 'x' });
    expect(events).toMatchObject([{ type: 'protocol.unknown', name: 'rc-something-new-notify' }]);
    expect(JSON.stringify(events)).not.toContain('secret');
  });

  it('U-19: U-50: two tabs see the same call under the same id, though only one has the phone', () => {
    const frames = [ring(), start()];
    const [one, other] = [widget(), widget()];
    for (const tab of [one, other]) tab.signIn();
    one.say({ type: 'rc-webphone-active-notify', activeId: 'a', currentActive: true }, ...frames);
    other.say({ type: 'rc-webphone-active-notify', activeId: 'a', currentActive: false }, ...frames);
    expect(one.phone.calls.ids.value).toEqual(['ringcentral:s-1']);
    expect(other.phone.calls.ids.value).toEqual(one.phone.calls.ids.value);
    other.say(webPhone('inactive'));
    other.clock.advance(1_000);
    expect(other.phone.connection.value.reason).toMatch(/another tab/i);
  });
});

describe('embedding', () => {
  const origin = 'http://127.0.0.1:4301';

  function deliver(data: unknown, source: Window | null, from = origin): void {
    window.dispatchEvent(new MessageEvent('message', { data, origin: from, source }));
  }

  it('U-51: an iframe of our own, with the attributes that the widget needs', () => {
    const phone = createOffhook({
      connectors: [ringCentral({ origin, clientId: 'app' })],
      clock: virtualClock(),
    });
    const iframe = document.querySelector('iframe');
    expect(iframe?.title).toBe('RingCentral softphone');
    expect(iframe?.src).toBe(`${origin}/app.html?clientId=app`);
    expect(iframe?.allow).toContain('microphone');
    expect(iframe?.getAttribute('sandbox')).toContain('allow-scripts');
    for (const frame of signedIn) deliver(frame, iframe?.contentWindow ?? null);
    expect(phone.connection.value.status).toBe('ready');
    phone.close();
    expect(document.querySelector('iframe')).toBeNull();
  });

  it('S1-1: U-51: the frame that the page’s own adapter.js makes, now or later, and never touches it', () => {
    const phone = createOffhook({
      connectors: [ringCentral({ origin, embed: 'adapter' })],
      clock: virtualClock(),
    });
    expect(document.querySelector('iframe')).toBeNull();
    const iframe = document.createElement('iframe');
    iframe.id = 'rc-widget-adapter-frame';
    document.body.append(iframe);
    deliver(signedIn[0], window);
    expect(phone.connection.value.status).toBe('connecting');
    for (const frame of signedIn) deliver(frame, iframe.contentWindow);
    expect(phone.connection.value.status).toBe('ready');
    phone.attachSoftphone(document.createElement('div'))();
    phone.close();
    expect(iframe.isConnected).toBe(true);
    iframe.remove();
  });

  it('says what to check when the widget never speaks', () => {
    const clock = virtualClock();
    const phone = createOffhook({ connectors: [ringCentral({ origin })], clock });
    clock.advance(60_000);
    expect(phone.connection.value).toMatchObject({
      status: 'failed',
      reason: expect.stringContaining('accepted origins'),
    });
    phone.close();
  });

  it('refuses an address of another origin', () => {
    expect(() => ringCentral({ origin, url: 'https://evil.example/app.html' })).toThrow(/origin/);
  });
});
