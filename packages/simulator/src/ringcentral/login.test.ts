import { readRecording, shapeOf } from './recording.js';
import { createBench, HISTORY_MS, READY_MS, record, registration, type AnyRecord } from './test-widget.js';

const recorded = readRecording('startup-login-autolog').get('startup+login') ?? [];

/** In which the recorded host had a part: its own requests and the answers to them. */
const notOurs = new Set(['rc-adapter-message-response', 'rc-post-message-request']);
const key = (frame: AnyRecord) => [frame['type'], frame['connectionStatus']].filter(Boolean).join(' ');

describe('a widget that is loaded', () => {
  test('U-26, U-29: tells the recorded frames in the recorded order, with a restored login', async () => {
    const bench = createBench();
    const widget = bench.open();
    widget.host(registration({ contactsPath: undefined }));
    await bench.clock.advance(HISTORY_MS);
    const wanted = recorded.filter((frame) => !notOurs.has(String(frame['type'])));
    const types = new Set(wanted.map((frame) => frame['type']));
    // The account of the recording had no meeting permission; ours has.
    const told = widget.take().filter((frame) => types.has(frame['type']) && frame['permission'] !== true);
    expect(told.map(key)).toEqual(wanted.map(key));
    for (const [index, frame] of wanted.entries())
      expect([index, shapeOf(told[index])]).toEqual([index, shapeOf(frame)]);
  });

  test('also tells what the recording left out, before the login', () => {
    const widget = createBench().open();
    const types = widget.takeTypes();
    expect(types.slice(0, 5)).toEqual([
      'rc-dialer-status-notify',
      'rc-meeting-status-notify',
      'rc-brand-assets-notify',
      'rc-webphone-connection-status-notify',
      'rc-adapter-pushAdapterState',
    ]);
    expect(types).toEqual(
      expect.arrayContaining(['rc-adapter-pushLocale', 'rc-adapter-theme-notify', 'rc-adapter-syncSize']),
    );
    expect(widget.told).toContainEqual({ kind: 'started' });
  });

  test('U-20, U-21: the dialer is ready just before the web phone is connected', async () => {
    const bench = createBench();
    const widget = bench.open();
    await bench.clock.advance(READY_MS);
    const frames = widget.take();
    const dialer = frames.findIndex(
      (frame) => frame['ready'] === true && frame['type'] === 'rc-dialer-status-notify',
    );
    expect(frames[dialer + 1]).toEqual({
      type: 'rc-webphone-connection-status-notify',
      connectionStatus: 'connectionStatus-connected',
      deviceId: 'dev1',
    });
  });

  test('U-28, U-30, U-32: tells settings, the newest old message, and the history 3.5 s later', async () => {
    const bench = createBench();
    const widget = await bench.openReady();
    expect(widget.of('rc-sms-settings-notify')).toHaveLength(1);
    expect(widget.of('rc-region-settings-notify')).toHaveLength(1);
    expect(record(widget.of('rc-message-updated-notify')[0]?.['message'])).toMatchObject({
      type: 'SMS',
      readStatus: 'Read',
    });
    expect(widget.of('rc-call-history-synced-notify')).toHaveLength(0);
    await bench.clock.advance(HISTORY_MS);
    expect(widget.of('rc-call-history-synced-notify')).toHaveLength(1);
  });

  test('tells of call logging only where a call logger is registered', async () => {
    const bench = createBench();
    const widget = await bench.openReady();
    expect(widget.of('rc-callLogger-auto-log-notify')).toHaveLength(0);
    widget.host(registration());
    expect(widget.of('rc-callLogger-auto-log-notify')).toEqual([
      { type: 'rc-callLogger-auto-log-notify', autoLog: true },
    ]);
  });

  test('numbers to call from are told only with enableFromNumberSetting', async () => {
    const bench = createBench();
    const plain = await bench.openReady();
    expect(plain.of('rc-calling-settings-notify')[0]).toEqual(
      recorded.find((frame) => frame['type'] === 'rc-calling-settings-notify'),
    );
    const flagged = await bench.openReady('enableFromNumberSetting=1');
    expect(flagged.of('rc-calling-settings-notify')[0]).toHaveProperty('fromNumbers');
  });
});

describe('signing out and in', () => {
  test('U-41: logout ends the calls and tells the reverse order; login tells everything anew', async () => {
    const bench = createBench();
    const widget = await bench.openReady();
    await bench.inbound();
    await bench.clock.advance(1000);
    widget.take();
    widget.host({ type: 'rc-adapter-logout' });
    await bench.clock.advance(1000);
    const frames = widget.take().filter((frame) => !/call-|Ring|telephony/.test(String(frame['type'])));
    expect(frames).toEqual([
      {
        type: 'rc-webphone-connection-status-notify',
        connectionStatus: 'connectionStatus-disconnecting',
        deviceId: null,
      },
      { type: 'rc-dialer-status-notify', ready: false },
      {
        type: 'rc-webphone-connection-status-notify',
        connectionStatus: 'connectionStatus-disconnected',
        deviceId: null,
      },
      { type: 'rc-login-status-notify', loggedIn: false, admin: false, features: {}, isFreshLogin: null },
      {
        type: 'rc-adapter-syncPresence',
        telephonyStatus: null,
        userStatus: null,
        dndStatus: null,
        presenceOption: null,
      },
      { type: 'rc-route-changed-notify', path: '/' },
    ]);
    expect(bench.control.calls('demo')).toEqual([]);
    widget.host({ type: 'rc-adapter-login' });
    await bench.clock.advance(READY_MS);
    expect(widget.of('rc-login-status-notify').at(-1)).toMatchObject({ loggedIn: true, isFreshLogin: true });
    expect(widget.of('rc-dialer-status-notify').at(-1)).toEqual({
      type: 'rc-dialer-status-notify',
      ready: true,
    });
  });

  test('a signed-out user stays signed out over a reload', async () => {
    const bench = createBench();
    const widget = await bench.openReady();
    widget.host({ type: 'rc-adapter-logout' });
    widget.close();
    const again = await bench.openReady();
    expect(again.of('rc-login-status-notify')).toEqual([
      { type: 'rc-login-status-notify', loggedIn: false, admin: false, features: {}, isFreshLogin: null },
    ]);
    await expect(bench.inbound()).rejects.toMatchObject({ code: 'signed-out' });
  });

  test('U-24: with disableLoginPopup the host gets the address, and any frame with a callbackUri signs in', async () => {
    const bench = createBench();
    const widget = await bench.openReady('disableLoginPopup=1');
    widget.host({ type: 'rc-adapter-logout' });
    widget.host({ type: 'rc-adapter-login' });
    expect(widget.of('rc-login-popup-notify')).toEqual([
      { type: 'rc-login-popup-notify', oAuthUri: 'http://127.0.0.1:4301/login?session=demo' },
    ]);
    expect(bench.session.state.signedIn).toBe(false);
    widget.host({ type: 'whatever', callbackUri: 'http://localhost:4200/callback?code=1' });
    expect(bench.session.state.signedIn).toBe(true);
  });

  test('a lost phone line makes the dialer unready and comes back', async () => {
    const bench = createBench();
    const widget = await bench.openReady();
    await bench.control.setState({ sip: 'lost' });
    expect(widget.take()).toEqual([
      { type: 'rc-dialer-status-notify', ready: false },
      {
        type: 'rc-webphone-connection-status-notify',
        connectionStatus: 'connectionStatus-disconnected',
        deviceId: null,
      },
    ]);
    await expect(bench.inbound()).rejects.toMatchObject({ code: 'not-ready' });
    await bench.control.setState({ sip: 'registered' });
    await bench.clock.advance(200);
    expect(widget.takeTypes()).toEqual([
      'rc-webphone-connection-status-notify',
      'rc-dialer-status-notify',
      'rc-webphone-connection-status-notify',
    ]);
    await expect(bench.inbound()).resolves.toEqual(expect.any(String));
  });

  test('U-42: presence is set and told; words the vendor does not know are ignored', async () => {
    const bench = createBench();
    const widget = await bench.openReady();
    widget.host({ type: 'rc-adapter-set-presence', userStatus: 'Busy', dndStatus: 'Nonsense' });
    widget.host({ type: 'rc-adapter-set-presence', userStatus: 'Busy', dndStatus: 'DoNotAcceptAnyCalls' });
    expect(
      widget.take().map((frame) => [frame['userStatus'], frame['dndStatus'], frame['presenceOption']]),
    ).toEqual([
      ['Busy', 'TakeAllCalls', 'Busy'],
      ['Busy', 'DoNotAcceptAnyCalls', 'DoNotDisturb'],
    ]);
    await expect(bench.inbound()).rejects.toMatchObject({ status: 409, code: 'do-not-disturb' });
  });

  test('U-43: navigates and goes back; only where it comes to rest is told', async () => {
    const bench = createBench();
    const widget = await bench.openReady();
    for (const path of ['/messages', '/history', 'goBack', '/settings'])
      widget.host({ type: 'rc-adapter-navigate-to', path });
    await bench.clock.advance(500);
    expect(widget.take()).toEqual([{ type: 'rc-route-changed-notify', path: '/settings' }]);
    widget.host({ type: 'rc-adapter-navigate-to', path: 'goBack' });
    await bench.clock.advance(500);
    expect(widget.take()).toEqual([{ type: 'rc-route-changed-notify', path: '/messages' }]);
  });
});
