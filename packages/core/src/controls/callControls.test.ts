import type { CallAction } from '../model/command.js';
import { OffhookError } from '../model/error.js';
import { fateOf, settle } from '../testing/promises.js';
import { setUp } from '../testing/setUp.js';
import { callControls } from './callControls.js';

describe('the state', () => {
  it('has the call in focus and what can be done with it', () => {
    const { phone, line } = setUp();
    const { state } = callControls(phone);
    expect(state.value.call).toBeUndefined();
    expect(state.value.can.answer).toMatchObject({ allowed: false, reason: 'invalid-state' });
    const ring = line.ring();
    expect(state.value.call?.id).toBe(ring.id);
    for (const action of Object.keys(state.value.can) as CallAction[]) {
      expect(state.value.can[action]).toEqual(phone.can(`call.${action}`, { call: state.value.call }));
    }
    expect(state.value).toMatchObject({ pending: false, lastError: undefined });
  });

  it('has the call with this id, whatever is in focus, from before it comes', () => {
    const { phone, line } = setUp();
    const { state } = callControls(phone, 'fake:call-2');
    const told: (string | undefined)[] = [];
    state.subscribe(({ call }) => told.push(call?.id));
    line.ring();
    line.ring();
    expect(told).toEqual([undefined, 'fake:call-2']);
  });

  it('follows the connection and what is blocked', () => {
    const { phone, line } = setUp();
    const { state } = callControls(phone);
    line.ring();
    const told: boolean[] = [];
    state.subscribe(({ can }) => told.push(can.answer.allowed));
    line.becomes('offline');
    line.becomes('ready');
    line.emit({ type: 'capabilities', blocked: { 'call.answer': 'No.' } });
    expect(told).toEqual([true, false, true, false]);
  });

  it('is told once for a commit that changes the call and the connection', () => {
    const { phone, line } = setUp();
    line.ring();
    const told: unknown[] = [];
    callControls(phone).state.listen((now) => told.push(now));
    line.emit({ type: 'connection', status: 'offline' }, { type: 'call', ids: ['call-1'], state: 'active' });
    expect(told).toHaveLength(1);
  });

  it('keeps what can be done while that stays the same', () => {
    const { phone, line } = setUp();
    const ring = line.ring();
    ring.answer();
    const { state } = callControls(phone);
    const before = state.value;
    ring.report({ queue: 'sales' });
    expect(state.value).not.toBe(before);
    expect(state.value.can).toEqual(before.can);
    const again = state.value;
    line.emit({ type: 'connection', sip: 'registered' });
    expect(state.value).toBe(again);
  });

  it('gives the same object each time, though nobody subscribes, and has a constant initial value', () => {
    const { phone, line } = setUp();
    line.ring();
    const { state } = callControls(phone);
    expect(state.value).toBe(state.value);
    expect(state.initial).toBe(state.initial);
    expect(state.initial).toMatchObject({ call: undefined, pending: false, lastError: undefined });
  });

  it('completes when the client closes', () => {
    const { phone } = setUp();
    const completed = jest.fn();
    callControls(phone).state.subscribe({ complete: completed });
    phone.close();
    expect(completed).toHaveBeenCalledTimes(1);
  });

  it('two sets of controls share no pending and no error', async () => {
    const { phone, line } = setUp({ line: { response: 'ignore' } });
    line.ring();
    const [one, other] = [callControls(phone), callControls(phone)];
    fateOf(one.answer());
    await settle();
    expect([one.state.value.pending, other.state.value.pending]).toEqual([true, false]);
  });
});

describe('the functions', () => {
  it('are bound, and command the call in focus', async () => {
    const { phone, line } = setUp();
    const ring = line.ring();
    const { answer, mute, unmute, hold, resume, startRecording, stopRecording, sendDtmf, hangUp } =
      callControls(phone);
    for (const act of [
      answer,
      mute,
      unmute,
      hold,
      resume,
      startRecording,
      stopRecording,
      () => sendDtmf('12#'),
      hangUp,
    ]) {
      await expect(act()).resolves.toMatchObject({ ok: true, result: { callId: ring.id } });
    }
    expect(line.sent.map(({ type }) => type)).toEqual([
      'call.answer',
      'call.mute',
      'call.unmute',
      'call.hold',
      'call.resume',
      'call.startRecording',
      'call.stopRecording',
      'call.sendDtmf',
      'call.hangUp',
    ]);
    expect(line.sent).toContainEqual({ type: 'call.sendDtmf', callId: ring.id, digits: '12#' });
  });

  it('refuse a call, send it on, or give it away', async () => {
    const { phone, line } = setUp();
    const { reject, forward, toVoicemail, transfer } = callControls(phone);
    for (const act of [reject, () => forward('102'), toVoicemail]) {
      const ring = line.ring();
      await expect(act()).resolves.toMatchObject({ ok: true, result: { callId: ring.id } });
    }
    line.ring().answer();
    await transfer('103');
    expect(line.sent).toEqual([
      { type: 'call.reject', callId: 'fake:call-1' },
      { type: 'call.forward', callId: 'fake:call-2', to: '102' },
      { type: 'call.toVoicemail', callId: 'fake:call-3' },
      { type: 'call.transfer', callId: 'fake:call-4', to: '103' },
    ]);
  });

  it('take nothing from the event that a button hands them', async () => {
    const { phone, line } = setUp();
    line.ring();
    const onClick = callControls(phone).answer as (event: unknown) => Promise<unknown>;
    await onClick({ type: 'click' });
    expect(line.sent).toEqual([{ type: 'call.answer', callId: 'fake:call-1' }]);
  });

  it('command the call with this id, whatever is in focus', async () => {
    const { phone, line } = setUp();
    line.ring();
    const second = line.ring();
    await callControls(phone, second.id).answer();
    expect(line.sent).toEqual([{ type: 'call.answer', callId: second.id }]);
  });

  it.each(['answer', 'hangUp', 'transfer', 'sendDtmf'] as const)(
    '%s without a call resolves with an error',
    async (action) => {
      const { phone } = setUp();
      const outcome = await callControls(phone)[action]('1');
      expect(outcome).toMatchObject({ ok: false, error: { code: 'invalid-state' } });
    },
  );

  it('resolve with an error where the call with this id is not there', async () => {
    const { phone } = setUp();
    await expect(callControls(phone, 'fake:9').answer()).resolves.toMatchObject({
      ok: false,
      error: { code: 'invalid-argument' },
    });
  });

  it('never reject: they resolve with the error, which stays until the next command', async () => {
    const { phone, line } = setUp({ line: { response: 'wait' } });
    line.ring();
    const { state, answer } = callControls(phone);
    const told: (string | undefined)[] = [];
    state.subscribe(({ pending, lastError }) => told.push(pending ? 'pending' : lastError?.code));
    const refusal = new OffhookError('vendor-error', 'No.');
    const first = fateOf(answer());
    await settle();
    line.refuse(refusal);
    await settle();
    expect(first.value).toEqual({ ok: false, error: refusal });
    expect(state.value.lastError).toBe(refusal);
    const second = fateOf(answer());
    await settle();
    expect(state.value).toMatchObject({ pending: true, lastError: undefined });
    line.acknowledge();
    await settle();
    expect(second.value).toMatchObject({ ok: true });
    expect(told).toEqual([undefined, 'pending', 'vendor-error', 'pending', undefined]);
  });

  it('are pending until the last of several is done', async () => {
    const { phone, line } = setUp({ line: { response: 'wait' } });
    line.ring().answer();
    const { state, mute, sendDtmf } = callControls(phone);
    fateOf(mute());
    fateOf(sendDtmf('1'));
    await settle();
    line.acknowledge();
    await settle();
    expect(state.value.pending).toBe(true);
    line.acknowledge();
    await settle();
    expect(state.value.pending).toBe(false);
  });

  it('keep the error of one while another is still under way', async () => {
    const { phone, line } = setUp({ line: { response: 'wait' } });
    line.ring().answer();
    const { state, mute, sendDtmf } = callControls(phone);
    fateOf(mute());
    fateOf(sendDtmf('1'));
    await settle();
    line.refuse(new OffhookError('vendor-error', 'No.'));
    await settle();
    expect(state.value).toMatchObject({ pending: true, lastError: { code: 'vendor-error' } });
    line.acknowledge();
    await settle();
    expect(state.value).toMatchObject({ pending: false, lastError: { code: 'vendor-error' } });
  });

  it('called from a callback, tell that they are pending without waiting for another commit', async () => {
    const { phone, line } = setUp({ line: { response: 'ignore' } });
    const { state, answer } = callControls(phone);
    const told: boolean[] = [];
    state.listen(({ pending }) => told.push(pending));
    phone.on('call.ringing', () => fateOf(answer()));
    line.ring();
    await settle();
    expect(told.at(-1)).toBe(true);
    expect(state.value.pending).toBe(true);
  });
});
