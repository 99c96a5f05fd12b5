import { readRecording, shapeOf } from './recording.js';
import { createBench, phoneSteps, record, type AnyRecord } from './test-widget.js';

const recorded = readRecording('inbound-calls');

const recordedCall = (mark: string): AnyRecord =>
  record(recorded.get(mark)?.find((frame) => 'call' in frame)?.['call']);

async function answeredCall() {
  const bench = createBench();
  const widget = await bench.openReady();
  const id = await bench.inbound();
  await bench.act(id, 'answer', 'agent');
  await bench.clock.advance(1000);
  const host = (callAction: string, options?: AnyRecord) =>
    widget.host({ type: 'rc-adapter-control-call', callAction, callId: id, ...(options ? { options } : {}) });
  return { bench, widget, id, host };
}

describe('an inbound call at the web phone', () => {
  test('U-1: rings with a frame of the recorded shape', async () => {
    const bench = createBench();
    const widget = await bench.openReady();
    const id = await bench.inbound();
    const [frame] = widget.of('rc-call-ring-notify');
    const call = record(frame?.['call']);
    expect(shapeOf(call)).toEqual(shapeOf(recordedCall('inbound ring')));
    expect(call['id']).toBe(id);
    expect(call['id']).toBe(`${String(call['callId'])}${String(call['fromTag'])}`);
    expect(call).toMatchObject({
      direction: 'Inbound',
      callStatus: 'webphone-session-connecting',
      to: '16505550000*101',
      from: '+12165325078',
      fromUserName: 'WIRELESS CALLER',
      partyData: { partyId: expect.stringMatching(/^p-\w+-2$/), sessionId: expect.stringMatching(/^s-\w+$/) },
    });
  });

  test('U-3, U-4, U-5: starts, holds and resumes with the recorded statuses and shapes', async () => {
    const { widget, host } = await answeredCall();
    host('hold');
    host('hold');
    host('unhold');
    expect(phoneSteps(widget.take())).toEqual([
      'ring connecting',
      'start connected',
      'hold onHold',
      'resume connected',
    ]);
    for (const [type, mark] of [
      ['rc-call-start-notify', 'answer'],
      ['rc-call-hold-notify', 'hold'],
      ['rc-call-resume-notify', 'unhold'],
    ] as const) {
      expect(shapeOf(record(widget.of(type)[0])['call'])).toEqual(shapeOf(recordedCall(mark)));
    }
    expect(record(widget.of('rc-call-hold-notify')[0]?.['call'])['isOnHold']).toBe(true);
  });

  test('U-6: one frame tells of mute and unmute; onMute takes the place of connected', async () => {
    const { widget, host } = await answeredCall();
    widget.take();
    host('mute');
    host('mute');
    host('unmute');
    const frames = widget.take();
    expect(phoneSteps(frames)).toEqual(['mute onMute', 'mute connected']);
    expect(
      frames.map((frame) => record(frame['call'])['isOnMute']).filter((flag) => flag !== undefined),
    ).toEqual([true, false]);
  });

  test('U-7, U-9: the end is told once, with the last status and a time', async () => {
    const { bench, widget, id, host } = await answeredCall();
    host('hangup');
    await bench.clock.advance(1000);
    const ends = widget.of('rc-call-end-notify').map((frame) => record(frame['call']));
    expect(ends).toHaveLength(1);
    expect(ends[0]).toMatchObject({
      id,
      callStatus: 'webphone-session-connected',
      endTime: expect.any(Number),
    });
    expect(shapeOf(ends[0])).toEqual(shapeOf(recordedCall('hangup')));
  });

  test.each([
    ['U-8: a call that the caller gives up', 'cancel', 'remote', 'caller cancels (missed)'],
    ['U-8: a call that the agent rejects', 'reject', 'agent', 'reject'],
  ] as const)('%s ends twice, 2 ms apart, with different end times', async (_title, action, by, mark) => {
    const bench = createBench();
    const widget = await bench.openReady();
    const id = await bench.inbound();
    await bench.clock.advance(1500);
    const before = bench.clock.now();
    await bench.act(id, action, by);
    expect(widget.of('rc-call-end-notify')).toHaveLength(1);
    await bench.clock.advance(2);
    const ends = widget.of('rc-call-end-notify').map((frame) => record(frame['call']));
    expect(ends.map((call) => call['endTime'])).toEqual([before, before + 2]);
    expect(ends[0]).toMatchObject({ id, callStatus: 'webphone-session-connecting' });
    expect(ends[0]).not.toHaveProperty('startTime');
    expect(ends.map(shapeOf)).toEqual(
      recorded
        .get(mark)
        ?.slice(0, 2)
        .map((frame) => shapeOf(frame['call'])),
    );
    await bench.clock.advance(10_000);
    expect(widget.of('rc-call-end-notify')).toHaveLength(2);
  });

  test('the page that it comes to rest on is told about 400 ms later, as recorded', async () => {
    const { bench, widget, id, host } = await answeredCall();
    expect(widget.of('rc-route-changed-notify').at(-1)).toMatchObject({ path: `/calls/active/${id}` });
    host('hangup');
    await bench.clock.advance(500);
    expect(widget.of('rc-route-changed-notify').at(-1)).toEqual(recorded.get('hangup')?.at(-1));
    const missed = await bench.inbound();
    await bench.act(missed, 'cancel');
    await bench.clock.advance(500);
    expect(widget.of('rc-route-changed-notify').at(-1)).toEqual(recorded.get('reject')?.at(-1));
  });

  test('U-11: answering holds the active call first', async () => {
    const { bench, widget, id } = await answeredCall();
    const second = await bench.inbound({ from: '+12165329999' });
    widget.take();
    widget.host({ type: 'rc-adapter-control-call', callAction: 'answer', callId: second });
    const frames = widget.take();
    expect(phoneSteps(frames)).toEqual(['hold onHold', 'start connected']);
    expect(frames.filter((frame) => 'call' in frame).map((frame) => record(frame['call'])['id'])).toEqual([
      id,
      second,
    ]);
    widget.host({ type: 'rc-adapter-control-call', callAction: 'unhold', callId: id });
    expect(phoneSteps(widget.take())).toEqual(['hold onHold', 'resume connected']);
  });

  test('U-37: transfer, forward and voicemail end the call with their flag', async () => {
    const { bench, widget, host } = await answeredCall();
    host('transfer');
    expect(widget.of('rc-call-end-notify')).toHaveLength(0);
    host('transfer', { transferNumber: '+16505550102' });
    const forwarded = await bench.inbound();
    widget.host({
      type: 'rc-adapter-control-call',
      callAction: 'forward',
      callId: forwarded,
      options: { forwardNumber: '101' },
    });
    const kept = await bench.inbound();
    widget.host({ type: 'rc-adapter-control-call', callAction: 'toVoicemail', callId: kept });
    const flags = widget.of('rc-call-end-notify').map((frame) => {
      const { isOnTransfer, isForwarded, isToVoicemail } = record(frame['call']);
      return [isOnTransfer, isForwarded, isToVoicemail];
    });
    expect(flags).toEqual([
      [true, false, false],
      [false, true, false],
      [false, false, true],
    ]);
  });

  test('U-38: recording changes the status silently and is seen with the next frame; keys leave no frame', async () => {
    const { bench, widget, host } = await answeredCall();
    widget.take();
    host('startRecord');
    host('dtmf', { dtmf: '12#' });
    expect(widget.takeTypes()).toEqual([]);
    widget.host({ type: 'rc-adapter-webphone-sessions-sync' });
    const [pending] = record(widget.take()[0])['calls'] as AnyRecord[];
    expect(pending).toMatchObject({ recordStatus: 'webphone-record-pending' });
    await bench.clock.advance(1000);
    expect(phoneSteps(widget.take())).toEqual([]);
    host('hold');
    expect(record(widget.of('rc-call-hold-notify').at(-1)?.['call'])['recordStatus']).toBe(
      'webphone-record-recording',
    );
    expect(bench.control.calls('demo')[0]).toMatchObject({ dtmf: '12#', recording: 'recording' });
  });

  test('U-33: only recording answers with an error', async () => {
    const { widget, id, host } = await answeredCall();
    host('hold');
    host('startRecord');
    expect(widget.of('rc-control-call-error')).toEqual([
      { type: 'rc-control-call-error', error: 'RecordError', message: expect.any(String), callId: id },
    ]);
  });

  test('U-39: an unknown id, an unknown action and an act that does not fit do nothing at all', async () => {
    const { bench, widget, host, id } = await answeredCall();
    await bench.clock.advance(5000);
    widget.take();
    for (const callAction of ['answer', 'hangup', 'hold', 'mute', 'startRecord', 'transfer']) {
      widget.host({ type: 'rc-adapter-control-call', callAction, callId: 'nobody@nowhere' });
    }
    host('constructor');
    host('explode');
    host('answer');
    host('reject');
    host('toVoicemail');
    widget.host({ type: 'rc-adapter-control-call', callAction: 7, callId: id });
    await bench.clock.advance(5000);
    expect(widget.takeTypes()).toEqual([]);
  });

  test('U-35, U-36: without an id the ringing or the active call is meant', async () => {
    const { bench, widget } = await answeredCall();
    const ringing = await bench.inbound({ from: '+12165329999' });
    widget.take();
    widget.host({ type: 'rc-adapter-control-call', callAction: 'hold' });
    widget.host({ type: 'rc-adapter-control-call', callAction: 'reject' });
    const frames = widget.take();
    expect(phoneSteps(frames)).toEqual(['hold onHold', 'end connecting']);
    expect(record(frames.find((frame) => frame['type'] === 'rc-call-end-notify')?.['call'])['id']).toBe(
      ringing,
    );
  });

  test('U-17, U-18: the live calls are told on request, in the recorded shape, and after a reload', async () => {
    const { bench, widget, id, host } = await answeredCall();
    host('startRecord');
    widget.close();
    const reloaded = await bench.openReady();
    expect(phoneSteps(reloaded.posted.map(record))).toEqual([]);
    reloaded.host({ type: 'rc-adapter-webphone-sessions-sync' });
    const [sync] = reloaded.take();
    expect(shapeOf(sync)).toEqual(shapeOf(recorded.get('sessions sync')?.[0]));
    expect(sync).toMatchObject({ calls: [{ id, callStatus: 'webphone-session-connected' }] });
    reloaded.host({ type: 'rc-adapter-control-call', callAction: 'hangup', callId: id });
    expect(phoneSteps(reloaded.take())).toEqual(['end connected']);
    reloaded.host({ type: 'rc-adapter-webphone-sessions-sync' });
    expect(reloaded.of('rc-webphone-sessions-sync').at(-1)).toEqual({
      type: 'rc-webphone-sessions-sync',
      calls: [],
    });
  });
});

describe('an outbound call at the web phone', () => {
  test('U-2, U-10: begins without ids, says nothing while it rings, then starts and ends', async () => {
    const bench = createBench();
    const widget = await bench.openReady();
    widget.host({ type: 'rc-adapter-new-call', phoneNumber: '+12165325078', toCall: true });
    const [init] = widget.of('rc-call-init-notify');
    const call = record(init?.['call']);
    expect(call).toMatchObject({
      direction: 'Outbound',
      callStatus: 'webphone-session-setup',
      partyData: null,
      to: '+12165325078',
    });
    expect(call).not.toHaveProperty('callId');
    await bench.clock.advance(20_000);
    expect(phoneSteps(widget.take())).toEqual(['init setup']);
    await bench.act(String(call['id']), 'answer');
    await bench.act(String(call['id']), 'hangup');
    await bench.clock.advance(1000);
    const frames = widget.take();
    expect(phoneSteps(frames)).toEqual(['start connected', 'end connected']);
    expect(record(widget.of('rc-call-start-notify')[0]?.['call'])).toMatchObject({
      callId: expect.any(String),
      partyData: { sessionId: expect.stringMatching(/^s-/) },
    });
  });

  test('the dialer is not ready for a moment, as recorded', async () => {
    const bench = createBench();
    const widget = await bench.openReady();
    widget.host({ type: 'rc-adapter-navigate-to', path: '/history' });
    await bench.clock.advance(500);
    widget.take();
    await bench.outbound();
    await bench.clock.advance(500);
    const known = new Set(['rc-dialer-status-notify', 'rc-route-changed-notify']);
    expect(widget.take().filter((frame) => known.has(String(frame['type'])))).toEqual(
      recorded.get('outbound'),
    );
  });

  test.each([
    ['busy', 'busy', 'remote'],
    ['refused by the other end', 'reject', 'remote'],
    ['impossible', 'fail', 'remote'],
    ['given up by the agent', 'cancel', 'agent'],
  ] as const)('a call that is %s ends once, with the status it had', async (_title, action, by) => {
    const bench = createBench();
    const widget = await bench.openReady();
    const id = await bench.outbound();
    await bench.clock.advance(1000);
    await bench.act(id, action, by);
    await bench.clock.advance(1000);
    expect(phoneSteps(widget.take())).toEqual(['init setup', 'end connecting']);
  });

  test('U-34: a wish to dial is ignored when signed out, busy, the number is in a call, or toCall is missing', async () => {
    const bench = createBench();
    const widget = await bench.openReady();
    const dial = (phoneNumber: unknown, toCall: unknown = true) =>
      widget.host({ type: 'rc-adapter-new-call', phoneNumber, toCall });
    dial('+12165325078', false);
    dial('');
    dial(12165325078);
    expect(widget.of('rc-call-init-notify')).toHaveLength(0);
    expect(widget.tab.dialNumber.text).toBe('+12165325078');
    dial('+12165325078');
    dial('+12165329999');
    expect(widget.of('rc-call-init-notify')).toHaveLength(1);
    const [call] = bench.control.calls('demo');
    await bench.act(call?.id ?? '', 'answer');
    dial('+1 (216) 532-5078');
    expect(widget.of('rc-call-init-notify')).toHaveLength(1);
    dial('+12165329999');
    expect(phoneSteps(widget.take()).slice(-2)).toEqual(['hold onHold', 'init setup']);
    widget.host({ type: 'rc-adapter-logout' });
    dial('+34666777888');
    expect(widget.of('rc-call-init-notify')).toHaveLength(2);
  });
});
