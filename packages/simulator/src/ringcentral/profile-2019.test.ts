import {
  createBench,
  helpfulHost,
  HISTORY_MS,
  phoneSteps,
  presenceSteps,
  record,
  registration,
} from './test-widget.js';

async function widget2019() {
  const bench = createBench();
  const widget = await bench.openReady('profile=2019');
  return { bench, widget };
}

const frames2019 = new Set([
  'rc-active-call-notify',
  'rc-ringout-call-notify',
  'rc-call-ring-notify',
  'rc-call-init-notify',
  'rc-call-start-notify',
  'rc-call-hold-notify',
  'rc-call-resume-notify',
  'rc-call-end-notify',
  'rc-inbound-message-notify',
  'rc-message-updated-notify',
  'rc-login-status-notify',
  'rc-route-changed-notify',
  'rc-post-message-request',
]);

describe('the widget of 2019', () => {
  test('sends the frames of its time only, requests among them', async () => {
    const { bench, widget } = await widget2019();
    widget.answer(helpfulHost);
    widget.host(registration());
    await bench.clock.advance(HISTORY_MS);
    const id = await bench.inbound();
    await bench.act(id, 'answer', 'agent');
    widget.person({ do: 'mute', call: id });
    await bench.act(id, 'hold', 'agent');
    await bench.act(id, 'hangup');
    await bench.clock.advance(5000);
    expect(
      widget.posted.map((frame) => String(record(frame)['type'])).filter((type) => !frames2019.has(type)),
    ).toEqual([]);
    const frames = widget.take();
    expect(phoneSteps(frames)).toEqual(['ring connecting', 'start connected', 'hold onHold', 'end onHold']);
    expect(presenceSteps(frames)).toEqual(['Ringing', 'CallConnected', 'OnHold', 'NoCall final']);
  });

  test('asks with the bodies of its time', async () => {
    const { bench, widget } = await widget2019();
    widget.answer(helpfulHost);
    widget.host(registration());
    await bench.clock.advance(HISTORY_MS);
    for (const body of widget.requests('/contacts/match'))
      expect(Object.keys(body)).toEqual(['phoneNumbers']);
    for (const body of widget.requests('/callLogger/match'))
      expect(Object.keys(body)).toEqual(['sessionIds']);
    widget.person({ do: 'setting', id: 'Open contact page when call coming', value: false });
    expect(widget.requests('/settings')).toEqual([{ settings: [expect.objectContaining({ value: false })] }]);
  });

  test('S1-11: takes an authorization status without an account, as its document has it', async () => {
    const { widget } = await widget2019();
    widget.host(registration({ authorized: false, authorizedAccount: 'a@example.com' }));
    widget.host({ type: 'rc-adapter-update-authorization-status', authorized: true });
    expect(widget.told.filter((message) => message.kind === 'throw')).toEqual([]);
    expect(widget.tab.service).toMatchObject({ authorized: true, authorizedAccount: 'a@example.com' });
  });

  test('can be told to answer, reject and hang up, and nothing else', async () => {
    const { bench, widget } = await widget2019();
    const id = await bench.inbound();
    const control = (callAction: string, options = {}) =>
      widget.host({ type: 'rc-adapter-control-call', callAction, callId: id, options });
    control('toVoicemail');
    control('forward', { forwardNumber: '101' });
    control('answer');
    control('hold');
    control('mute');
    control('transfer', { transferNumber: '101' });
    widget.host({ type: 'rc-adapter-webphone-sessions-sync' });
    widget.host({ type: 'rc-adapter-set-presence', userStatus: 'Busy' });
    control('hangup');
    expect(phoneSteps(widget.take())).toEqual(['ring connecting', 'start connected', 'end connected']);
    expect(bench.session.state.userStatus).toBe('Available');
  });

  test('an unknown profile is the current one', async () => {
    const bench = createBench();
    const widget = await bench.openReady('profile=1999');
    expect(widget.tab.profile.name).toBe('current');
  });
});
