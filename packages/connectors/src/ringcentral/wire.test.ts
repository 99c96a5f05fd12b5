import { hasDirection, isPhoneCall, isRingCentralFrame, isSilent, nameOf, phoneEvent } from './wire.js';

describe('the name of a frame', () => {
  it.each([
    ['rc-login-status-notify', 'login-status'],
    ['rc-webphone-sessions-sync', 'webphone-sessions-sync'],
    ['rc-adapter-pushAdapterState', 'adapter-pushAdapterState'],
    ['rc-x-rc-notify-y-notify', 'x-rc-notify-y'],
  ])('of %s is %s', (type, name) => {
    expect(nameOf({ type })).toBe(name);
  });
});

describe('an end of a call', () => {
  it.each(['Inbound', 'Outbound'])('has the direction %s', (direction) => {
    expect(hasDirection({ direction })).toBe(true);
  });

  it.each([undefined, null, '', 'inbound', 'Inbounds', 'xOutbound', ['Inbound'], 7])(
    'has no direction that is %p',
    (direction) => {
      expect(hasDirection({ direction })).toBe(false);
    },
  );
});

describe('a call of the web phone', () => {
  it.each([
    [{ id: 'leg', direction: 'Inbound' }, true],
    [{ id: 'leg' }, false],
    [{ id: '', direction: 'Inbound' }, false],
    [{ direction: 'Inbound' }, false],
    [{}, false],
  ])('%j: %p', (call, expected) => {
    expect(isPhoneCall(call)).toBe(expected);
  });
});

describe('an event of the web phone', () => {
  it.each(['ring', 'init', 'start', 'hold', 'resume', 'mute', 'end'])('is %s', (event) => {
    expect(phoneEvent(`call-${event}`)).toBe(event);
  });

  it.each([
    'call-history-synced',
    'call-ended',
    'active-call',
    'x-call-ring',
    'call-ring-x',
    'call-',
    'ring',
  ])('is not %s', (name) => {
    expect(phoneEvent(name)).toBeUndefined();
  });
});

describe('silence', () => {
  it.each([
    'tick',
    'control-call-error',
    'adapter-pushLocale',
    'expandable-call-note-open',
    'log-modal-loading-off',
    'message-thread',
    'message-thread-entity',
    'callLogger-auto-log',
    'messageLogger-auto-log',
    'call-history-synced',
    'call-drop-voicemail',
    'route-changed',
    'region-settings',
    'meeting-status',
    'brand-assets',
    'analytics-track',
    'post-message-request',
  ])('is kept about %s', (name) => {
    expect(isSilent(name)).toBe(true);
  });

  it.each([
    'logout',
    'routes',
    'postponed-call',
    'something-new',
    'call-parked',
    'my-route',
    'message-updated',
  ])('is not kept about %s, which nobody knows', (name) => {
    expect(isSilent(name)).toBe(false);
  });
});

describe('a frame of the widget', () => {
  it.each([
    { type: 'rc-anything-new' },
    { type: 'rc-adapter_x-Y9' },
    { type: `rc-${'x'.repeat(64)}` },
    { type: 'rc-message-updated-notify' },
    { type: 'rc-call-ring-notify', call: { id: 'leg', direction: 'Inbound' } },
    { type: 'rc-call-history-synced-notify' },
    { type: 'rc-active-call-notify', call: { direction: 'Outbound' } },
    { type: 'rc-ringout-call-notify', call: { direction: 'Outbound' } },
    { type: 'rc-webphone-sessions-sync', calls: [] },
    { type: 'rc-login-status-notify', loggedIn: false },
  ])('is let in: %j', (frame) => {
    expect(isRingCentralFrame(frame)).toBe(true);
  });

  it.each([
    undefined,
    null,
    'rc-anything',
    7,
    [],
    {},
    { type: 7 },
    { type: ['rc-anything'] },
    { type: 'rc-' },
    { type: `rc-${'x'.repeat(65)}` },
    { type: 'x-rc-anything' },
    { type: 'rc-any thing' },
    { type: 'rc-anything\n' },
    { type: 'tick' },
  ])('is not %j', (data) => {
    expect(isRingCentralFrame(data)).toBe(false);
  });

  it.each([
    { type: 'rc-call-ring-notify' },
    { type: 'rc-call-end-notify', call: { id: 'leg' } },
    { type: 'rc-call-mute-notify', call: { direction: 'Inbound' } },
    { type: 'rc-active-call-notify', call: {} },
    { type: 'rc-ringout-call-notify', call: null },
    { type: 'rc-webphone-sessions-sync' },
    { type: 'rc-webphone-sessions-sync', calls: { length: 0 } },
    { type: 'rc-login-status-notify' },
    { type: 'rc-login-status-notify', loggedIn: 'true' },
  ])('is refused without the body that it promises: %j', (frame) => {
    expect(isRingCentralFrame(frame)).toBe(false);
  });
});
