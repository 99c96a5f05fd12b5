import type { CallReport } from '../model/report.js';
import type { Command, CommandType } from '../model/command.js';
import { OffhookError } from '../model/error.js';
import { commandTypes } from '../testing/commandTypes.js';
import { fateOf, settle } from '../testing/promises.js';
import { setUp, type SetUpOptions } from '../testing/setUp.js';

const callId = 'fake:1';
const ringing: Partial<CallReport> = { state: 'ringing', direction: 'inbound' };
const active: Partial<CallReport> = { state: 'active' };

/** For each command: where it makes sense, the report that shows its effect, and the command itself. */
const table: Record<
  Exclude<CommandType, 'call.dial' | `${'chat' | 'video' | 'screen' | 'cobrowse'}.${string}`>,
  { readonly command: Command; readonly from?: Partial<CallReport>; readonly effect?: Partial<CallReport> }
> = {
  'call.answer': { command: { type: 'call.answer', callId }, from: ringing, effect: active },
  'call.reject': { command: { type: 'call.reject', callId }, from: ringing, effect: { state: 'ended' } },
  'call.hangUp': { command: { type: 'call.hangUp', callId }, from: active, effect: { state: 'ended' } },
  'call.hold': { command: { type: 'call.hold', callId }, from: active, effect: { state: 'held' } },
  'call.resume': { command: { type: 'call.resume', callId }, from: { state: 'held' }, effect: active },
  'call.mute': { command: { type: 'call.mute', callId }, from: active, effect: { muted: true } },
  'call.unmute': {
    command: { type: 'call.unmute', callId },
    from: { ...active, muted: true },
    effect: { muted: false },
  },
  'call.sendDtmf': { command: { type: 'call.sendDtmf', callId, digits: '12#' }, from: active },
  'call.transfer': {
    command: { type: 'call.transfer', callId, to: '102' },
    from: active,
    effect: { state: 'ended' },
  },
  'call.forward': {
    command: { type: 'call.forward', callId, to: '102' },
    from: ringing,
    effect: { state: 'ended' },
  },
  'call.toVoicemail': {
    command: { type: 'call.toVoicemail', callId },
    from: ringing,
    effect: { state: 'ended' },
  },
  'call.startRecording': {
    command: { type: 'call.startRecording', callId },
    from: active,
    effect: { recording: 'on' },
  },
  'call.stopRecording': {
    command: { type: 'call.stopRecording', callId },
    from: { ...active, recording: 'on' },
    effect: { recording: 'off' },
  },
  'agent.signIn': { command: { type: 'agent.signIn' } },
  'agent.signOut': { command: { type: 'agent.signOut' } },
  'agent.setPresence': { command: { type: 'agent.setPresence', presence: 'busy' } },
  'inbox.send': { command: { type: 'inbox.send', to: '102', text: 'Hello' } },
  'conversation.open': { command: { type: 'conversation.open', uri: '/conversations/1' } },
  'contacts.push': { command: { type: 'contacts.push' } },
  'device.delegate': { command: { type: 'device.delegate', device: 'ringer', on: true } },
  'device.setSpeaker': { command: { type: 'device.setSpeaker', on: true } },
  'device.setRinger': { command: { type: 'device.setRinger', on: true } },
  'pane.complete': { command: { type: 'pane.complete' } },
};
const all = Object.values(table);
const onCalls = all.flatMap(({ command, from, effect }) =>
  from ? [{ type: command.type, command, from, effect }] : [],
);
const shown = onCalls.flatMap((each) => (each.effect ? [{ ...each, effect: each.effect }] : []));

/** A client whose vendor takes commands and says nothing, with a call in this state. */
function quiet(from: Partial<CallReport> | undefined, options: SetUpOptions = {}) {
  const made = setUp({ line: { response: 'ignore' }, ...options });
  const report = (facts: Partial<CallReport>): void => made.line.emit({ type: 'call', ids: ['1'], ...facts });
  if (from !== undefined) report(from);
  return { ...made, report };
}

it('the table has every command but those on chats', () => {
  const types = commandTypes.filter((type) => !/^(chat|video|screen|cobrowse)\./.test(type));
  expect([...Object.keys(table), 'call.dial'].sort()).toEqual(types.sort());
});

describe('a command on a call', () => {
  it.each(shown)('$type resolves when its effect is observed', async ({ command, from, effect }) => {
    const { phone, line, report, clock } = quiet(from);
    const fate = fateOf(phone.execute(command));
    await settle();
    expect(line.sent).toEqual([command]);
    expect(fate.state).toBe('pending');
    report({ queue: 'sales' });
    await settle();
    expect(fate.state).toBe('pending');
    report(effect);
    await settle();
    expect(fate).toMatchObject({ state: 'resolved', value: { callId, by: 'observed' } });
    expect(clock.pending).toBe(0);
  });

  it.each(shown)(
    '$type resolves as already where its effect is there, and sends nothing',
    async ({ command, from, effect }) => {
      const { phone, line, report } = quiet(from);
      report(effect);
      await expect(phone.execute(command)).resolves.toEqual({ callId, by: 'already' });
      expect(line.sent).toEqual([]);
    },
  );

  it.each(shown)(
    '$type rejects as not observed when the time is up, and a late effect still shows',
    async ({ command, from, effect }) => {
      const { phone, report, clock } = quiet(from);
      const fate = fateOf(phone.execute(command));
      await settle();
      clock.advance(7_999);
      await settle();
      expect(fate.state).toBe('pending');
      clock.advance(1);
      await settle();
      expect(fate.state).toBe('not-observed');
      expect(clock.pending).toBe(0);
      report(effect);
      expect(phone.calls.get(callId).value).toMatchObject(effect);
    },
  );

  it.each(onCalls)('$type resolves when the vendor acknowledges it', async ({ command, from }) => {
    const { phone, line } = quiet(from, { line: { response: 'wait' } });
    const fate = fateOf(phone.execute(command));
    await settle();
    expect(fate.state).toBe('pending');
    line.acknowledge();
    await settle();
    expect(fate).toMatchObject({ state: 'resolved', value: { callId, by: 'acknowledged' } });
  });

  it.each(onCalls)('$type rejects with what the vendor refuses it with', async ({ command, from }) => {
    const { phone, line, clock } = quiet(from, { line: { response: 'wait' } });
    const refusal = new OffhookError('vendor-error', 'Not today.', { vendorCode: '603' });
    const fate = fateOf(phone.execute(command));
    await settle();
    line.refuse(refusal);
    await settle();
    expect(fate).toMatchObject({ state: 'vendor-error', error: refusal });
    expect(clock.pending).toBe(0);
  });

  it.each(onCalls)('$type rejects at once where it fits no call in that state', async ({ command }) => {
    const from =
      command.type === 'call.hangUp'
        ? undefined
        : ({
            state: 'dialing',
            direction: 'outbound',
            muted: command.type === 'call.unmute',
            recording: command.type === 'call.stopRecording' ? 'on' : 'off',
          } as const);
    const { phone, line } = quiet(from);
    const fate = fateOf(phone.execute(command));
    await settle();
    expect(fate.state).toBe(from === undefined ? 'invalid-argument' : 'invalid-state');
    expect(line.sent).toEqual([]);
  });

  it.each(shown.filter(({ effect }) => effect.state !== 'ended'))(
    '$type rejects when the call ends instead',
    async ({ command, from }) => {
      const { phone, report } = quiet(from);
      const fate = fateOf(phone.execute(command));
      await settle();
      report({ state: 'ended' });
      await settle();
      expect(fate.state).toBe('invalid-state');
    },
  );

  it('sendDtmf, whose effect no state shows, resolves as sent', async () => {
    const { phone, line, clock } = quiet(active);
    const command: Command = { type: 'call.sendDtmf', callId, digits: '12#' };
    await expect(phone.execute(command)).resolves.toEqual({ callId, by: 'sent' });
    expect(line.sent).toEqual([command]);
    expect(clock.pending).toBe(0);
  });

  it('that hangs up is observed though no ended call is kept', async () => {
    const { phone, report } = quiet(active, { recentLimit: 0 });
    const fate = fateOf(phone.execute({ type: 'call.hangUp', callId }));
    await settle();
    report({ state: 'ended' });
    await settle();
    expect(fate).toMatchObject({ state: 'resolved', value: { by: 'observed' } });
  });

  it('that nobody knows is an invalid argument', async () => {
    const { phone } = quiet(undefined);
    await expect(phone.execute({ type: 'call.answer', callId: 'fake:9' })).rejects.toMatchObject({
      code: 'invalid-argument',
    });
  });

  it('may name the call by any of its ids', async () => {
    const { phone, line, report } = quiet({ ...ringing, ids: ['1', 'other'] });
    const fate = fateOf(phone.execute({ type: 'call.answer', callId: 'fake:other' }));
    await settle();
    expect(line.sent).toHaveLength(1);
    report(active);
    await settle();
    expect(fate).toMatchObject({ state: 'resolved', value: { callId, by: 'observed' } });
  });
});

describe('a command to the agent’s connector', () => {
  it('setPresence is observed, or already so', async () => {
    const { phone, line } = quiet(undefined);
    const command: Command = { type: 'agent.setPresence', presence: 'busy' };
    const fate = fateOf(phone.execute(command));
    await settle();
    line.emit({ type: 'agent', presence: 'available' });
    await settle();
    expect(fate.state).toBe('pending');
    line.emit({ type: 'agent', presence: 'busy' });
    await settle();
    expect(fate).toMatchObject({ state: 'resolved', value: { by: 'observed' } });
    expect(fate.value).not.toHaveProperty('callId');
    await expect(phone.execute(command)).resolves.toEqual({ by: 'already' });
  });

  it('signIn and signOut are observed in the connection, or already so', async () => {
    const { phone, line } = quiet(undefined, { line: { response: 'ignore', status: 'signed-out' } });
    await expect(phone.execute({ type: 'agent.signOut' })).resolves.toEqual({ by: 'already' });
    const signingIn = fateOf(phone.execute({ type: 'agent.signIn' }));
    await settle();
    line.becomes('ready');
    await settle();
    expect(signingIn).toMatchObject({ state: 'resolved', value: { by: 'observed' } });
    await expect(phone.execute({ type: 'agent.signIn' })).resolves.toEqual({ by: 'already' });
    const signingOut = fateOf(phone.execute({ type: 'agent.signOut' }));
    await settle();
    line.becomes('signed-out');
    await settle();
    expect(signingOut).toMatchObject({ state: 'resolved', value: { by: 'observed' } });
  });

  it.each(['inbox.send', 'conversation.open', 'pane.complete'] as const)(
    '%s, whose effect no state shows, resolves as sent',
    async (type) => {
      const { phone, line } = quiet(undefined);
      await expect(phone.execute(table[type].command)).resolves.toEqual({ by: 'sent' });
      expect(line.sent).toEqual([table[type].command]);
    },
  );
});

describe('waiting', () => {
  it('takes 8 seconds unless the client or the command says otherwise', async () => {
    const { phone, clock } = quiet(ringing, { commandTimeoutMs: 500 });
    const short = fateOf(phone.execute({ type: 'call.answer', callId }, { timeoutMs: 100 }));
    const usual = fateOf(phone.execute({ type: 'call.answer', callId }));
    await settle();
    clock.advance(100);
    await settle();
    expect([short.state, usual.state]).toEqual(['not-observed', 'pending']);
    clock.advance(400);
    await settle();
    expect(usual.state).toBe('not-observed');
  });

  it('can be given up; what the vendor was told still takes effect', async () => {
    const { phone, line, report, clock } = quiet(ringing);
    const abort = new AbortController();
    const fate = fateOf(phone.execute({ type: 'call.answer', callId }, { signal: abort.signal }));
    await settle();
    abort.abort();
    await settle();
    expect(fate.state).toBe('aborted');
    expect([line.sent.length, clock.pending]).toEqual([1, 0]);
    report(active);
    expect(phone.focus.value?.state).toBe('active');
  });

  it('is over before it begins where the signal was raised already: nothing is sent', async () => {
    const { phone, line, clock } = quiet(ringing);
    const fate = fateOf(phone.execute({ type: 'call.answer', callId }, { signal: AbortSignal.abort() }));
    await settle();
    expect(fate.state).toBe('aborted');
    expect([line.sent.length, clock.pending]).toEqual([0, 0]);
  });

  it('leaves no listener on the signal', async () => {
    const { phone, report } = quiet(ringing);
    const { signal } = new AbortController();
    const [added, removed] = [
      jest.spyOn(signal, 'addEventListener'),
      jest.spyOn(signal, 'removeEventListener'),
    ];
    const fate = fateOf(phone.execute({ type: 'call.answer', callId }, { signal }));
    await settle();
    report(active);
    await settle();
    expect(fate.state).toBe('resolved');
    expect(added).toHaveBeenCalled();
    expect(removed.mock.calls.map(([, listener]) => listener)).toEqual(
      added.mock.calls.map(([, listener]) => listener),
    );
  });

  it('two for the same effect are both told', async () => {
    const { phone, line, report } = quiet(ringing);
    const fates = [1, 2].map(() => fateOf(phone.execute({ type: 'call.answer', callId })));
    await settle();
    report(active);
    await settle();
    expect(fates.map(({ state }) => state)).toEqual(['resolved', 'resolved']);
    expect(line.sent).toHaveLength(2);
  });
});

describe('a connector that throws', () => {
  it.each([
    ['an error of ours', new OffhookError('auth-required', 'Sign in first.'), 'auth-required'],
    ['any other error', new Error('broken pipe'), 'vendor-error'],
    ['what is no error at all', 'oops', 'vendor-error'],
  ])('%s rejects the command with %s', async (_, thrown, code) => {
    const { phone, line, clock } = quiet(ringing);
    jest.spyOn(line.sent as Command[], 'push').mockImplementation(() => {
      throw thrown;
    });
    const fate = fateOf(phone.execute({ type: 'call.answer', callId }));
    await settle();
    expect(fate.state).toBe(code);
    expect(fate.error).toBe(thrown instanceof OffhookError ? thrown : fate.error);
    if (!(thrown instanceof OffhookError)) expect(fate.error).toMatchObject({ cause: thrown });
    expect(clock.pending).toBe(0);
  });
});

describe('what a command tells of the end of its call', () => {
  it.each([
    ['call.reject', ringing, 'rejected'],
    ['call.toVoicemail', ringing, 'rejected'],
    ['call.hangUp', ringing, 'rejected'],
    ['call.hangUp', { state: 'dialing', direction: 'outbound' } as const, 'cancelled'],
    ['call.hangUp', active, 'completed'],
    ['call.transfer', active, 'transferred'],
    ['call.forward', ringing, 'transferred'],
  ] as const)('%s: %j ends as %s', async (type, from, reason) => {
    const { phone, report } = quiet(from);
    fateOf(phone.execute(table[type].command));
    await settle();
    report({ state: 'ended' });
    expect(phone.recentCalls.value[0]).toMatchObject({ endReason: reason, endReasonFrom: 'inferred' });
  });

  it('is nothing when it was given up before it was sent', async () => {
    const { phone, report } = quiet(ringing);
    const fate = fateOf(phone.execute({ type: 'call.reject', callId }, { signal: AbortSignal.abort() }));
    await settle();
    expect(fate.state).toBe('aborted');
    report({ state: 'ended' });
    expect(phone.recentCalls.value[0]?.endReason).toBe('missed');
  });

  it('is nothing when the vendor refused it', async () => {
    const { phone, line, report } = quiet(ringing, { line: { response: 'wait' } });
    fateOf(phone.execute({ type: 'call.reject', callId }));
    await settle();
    line.refuse(new OffhookError('vendor-error', 'No.'));
    await settle();
    report({ state: 'ended' });
    expect(phone.recentCalls.value[0]?.endReason).toBe('missed');
  });

  it('is nothing for another call', async () => {
    const { phone, line } = quiet(ringing);
    line.emit({ type: 'call', ids: ['2'], ...ringing });
    fateOf(phone.execute({ type: 'call.reject', callId }));
    await settle();
    line.emit({ type: 'call', ids: ['2'], state: 'ended' });
    expect(phone.recentCalls.value[0]).toMatchObject({ id: 'fake:2', endReason: 'missed' });
  });
});
