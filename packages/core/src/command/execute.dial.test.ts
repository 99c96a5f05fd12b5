import { fakeConnector } from '@offhook/testing';
import type { Command } from '../model/command.js';
import { isOffhookError } from '../model/error.js';
import { fateOf, settle } from '../testing/promises.js';
import { setUp, type SetUpOptions } from '../testing/setUp.js';

const number = '+12165325078';
const dial = (to = number, connector?: string): Command => ({
  type: 'call.dial',
  to,
  ...(connector !== undefined && { connector }),
});

const quiet = (options: SetUpOptions = {}) => setUp({ line: { response: 'ignore' }, ...options });

describe('dialling', () => {
  it('resolves with the first new outbound call to that number, however it is written', async () => {
    const { phone, line, clock } = quiet();
    const fate = fateOf(phone.execute(dial('(216) 532-5078')));
    await settle();
    const made = line.dial({ number });
    await settle();
    expect(fate).toMatchObject({ state: 'resolved', value: { callId: made.id, by: 'observed' } });
    expect(clock.pending).toBe(0);
  });

  it('takes no other call for it', async () => {
    const { phone, line } = quiet();
    const other = line.dial({ number });
    const fate = fateOf(phone.execute(dial()));
    await settle();
    line.ring({ number });
    line.dial({ number: '+12165325079' });
    line.dial();
    other.answer();
    await settle();
    expect(fate.state).toBe('pending');
  });

  it('takes a call that is seen only when it is answered, or when it has failed', async () => {
    const { phone, line } = quiet();
    for (const state of ['ringing', 'active', 'ended'] as const) {
      const fate = fateOf(phone.execute(dial()));
      await settle();
      line.emit({ type: 'call', ids: [state], state, direction: 'outbound', remote: { number } });
      await settle();
      expect(fate).toMatchObject({ state: 'resolved', value: { callId: `fake:${state}` } });
    }
  });

  it('twice to one number gives the first call to the first, and the second to the second', async () => {
    const { phone, line } = quiet();
    const fates = [dial(), dial('001 216 532 5078'), dial()].map((command) => fateOf(phone.execute(command)));
    await settle();
    const calls = [line.dial({ number }), line.dial({ number })];
    await settle();
    expect(fates.map(({ value }) => value?.callId)).toEqual([calls[0]?.id, calls[1]?.id, undefined]);
    const third = line.dial({ number });
    await settle();
    expect(fates[2]?.value?.callId).toBe(third.id);
  });

  it('of two in one frame gives one each', async () => {
    const { phone, line } = quiet();
    const fates = [dial(), dial()].map((command) => fateOf(phone.execute(command)));
    await settle();
    line.emit(
      ...['a', 'b'].map((id) => ({
        type: 'call' as const,
        ids: [id],
        state: 'dialing' as const,
        direction: 'outbound' as const,
        remote: { number },
      })),
    );
    await settle();
    expect(fates.map(({ value }) => value?.callId)).toEqual(['fake:a', 'fake:b']);
  });

  it('that was given up, or timed out, leaves the call to the next', async () => {
    const { phone, line, clock } = quiet();
    const abort = new AbortController();
    const given = fateOf(phone.execute(dial(), { signal: abort.signal }));
    const timed = fateOf(phone.execute(dial(), { timeoutMs: 100 }));
    const last = fateOf(phone.execute(dial()));
    await settle();
    abort.abort();
    clock.advance(100);
    await settle();
    expect([given.state, timed.state]).toEqual(['aborted', 'not-observed']);
    const made = line.dial({ number });
    await settle();
    expect(last.value?.callId).toBe(made.id);
  });

  it('that timed out shows its call all the same', async () => {
    const { phone, line, clock } = quiet();
    const fate = fateOf(phone.execute(dial()));
    await settle();
    clock.advance(8_000);
    await settle();
    expect(fate.state).toBe('not-observed');
    const made = line.dial({ number });
    expect(phone.focus.value?.id).toBe(made.id);
  });

  it('to different numbers keeps them apart', async () => {
    const { phone, line } = quiet();
    const fates = ['101', '102'].map((to) => fateOf(phone.execute(dial(to))));
    await settle();
    const second = line.dial({ number: '102' });
    const first = line.dial({ number: '101' });
    await settle();
    expect(fates.map(({ value }) => value?.callId)).toEqual([first.id, second.id]);
  });

  it('is observed though the vendor shows the call while it still takes the command', async () => {
    const { phone } = setUp();
    await expect(phone.execute(dial())).resolves.toEqual({ callId: 'fake:call-1', by: 'observed' });
  });

  it('resolves when the vendor acknowledges it first', async () => {
    const { phone, line } = setUp({ line: { response: 'wait' } });
    const fate = fateOf(phone.execute(dial()));
    await settle();
    line.acknowledge();
    await settle();
    expect(fate).toMatchObject({ state: 'resolved', value: { by: 'acknowledged' } });
  });
});

describe('with several connectors', () => {
  const two = (options: SetUpOptions = {}, first = {}, second = {}) => {
    const other = fakeConnector({ id: 'b', ...second });
    return { ...setUp({ line: { id: 'a', ...first }, others: [other], ...options }), other };
  };

  it('dials with the one named', async () => {
    const { phone, line, other } = two({ defaultConnector: 'a' });
    await expect(phone.execute(dial(number, 'b'))).resolves.toMatchObject({ callId: 'b:call-1' });
    expect([line.sent.length, other.sent.length]).toEqual([0, 1]);
  });

  it('dials with the default one', async () => {
    const { phone } = two({ defaultConnector: 'b' });
    await expect(phone.execute(dial())).resolves.toMatchObject({ callId: 'b:call-1' });
  });

  it('dials with the only one that can', async () => {
    const { phone } = two({}, { commands: {} });
    await expect(phone.execute(dial())).resolves.toMatchObject({ callId: 'b:call-1' });
  });

  it('asks which where several can', async () => {
    const { phone, line, other } = two();
    await expect(phone.execute(dial())).rejects.toMatchObject({ code: 'ambiguous-connector' });
    expect([line.sent.length, other.sent.length]).toEqual([0, 0]);
  });

  it('knows no connector that is not there', async () => {
    const { phone } = two();
    await expect(phone.execute(dial(number, 'c'))).rejects.toMatchObject({ code: 'invalid-argument' });
  });

  it('gives a command on a call to the call’s connector, whatever the default', async () => {
    const { phone, line, other } = two({ defaultConnector: 'b' });
    const ring = line.ring();
    await expect(phone.execute({ type: 'call.answer', callId: ring.id })).resolves.toMatchObject({
      callId: ring.id,
    });
    expect([line.sent.length, other.sent.length]).toEqual([1, 0]);
  });

  it('takes no call of another connector for the one dialled', async () => {
    const { phone, line, other } = two({}, { response: 'ignore' }, { response: 'ignore' });
    const fate = fateOf(phone.execute(dial(number, 'a')));
    await settle();
    other.dial({ number });
    await settle();
    expect(fate.state).toBe('pending');
    const made = line.dial({ number });
    await settle();
    expect(fate.value?.callId).toBe(made.id);
  });

  it('waits for the one that is meant, not for the others', async () => {
    const { phone, line, other } = two({}, { status: 'connecting' });
    const fate = fateOf(phone.execute({ type: 'agent.setPresence', presence: 'busy', connector: 'a' }));
    await settle();
    other.becomes('ready');
    await settle();
    expect(fate.state).toBe('pending');
    line.becomes('ready');
    await settle();
    expect(fate.state).toBe('resolved');
    expect(phone.agents.get('b').value?.presence).toBe('unknown');
  });
});

describe('arguments', () => {
  const long = (length: number): string => '1'.repeat(length);
  const wrong: readonly (readonly [string, object])[] = [
    ...['call.dial', 'call.transfer', 'call.forward', 'inbox.send'].flatMap((type) =>
      ['', '   ', '\n', '101\n', '10\u00001', long(129), 101, null, undefined, {}, ['101']].map(
        (to) =>
          [`${type} to ${JSON.stringify(to)}`, { type, callId: 'fake:call-1', text: 'Hello', to }] as const,
      ),
    ),
    ...['', '1a', '1 2', 'x', '+1', long(65), 7, null, ['1']].map(
      (digits) =>
        [
          `call.sendDtmf of ${JSON.stringify(digits)}`,
          { type: 'call.sendDtmf', callId: 'fake:call-1', digits },
        ] as const,
    ),
    ...['', 'x'.repeat(100_001), 7, null].map(
      (text) =>
        [`inbox.send of ${String(text).slice(0, 10)}`, { type: 'inbox.send', to: '101', text }] as const,
    ),
    ...['', ' ', 7, null].map(
      (uri) => [`conversation.open of ${JSON.stringify(uri)}`, { type: 'conversation.open', uri }] as const,
    ),
  ];

  it.each(wrong)('%s is refused, with what to give instead', async (_, command) => {
    const { phone, line } = setUp();
    line.ring().answer();
    const fate = fateOf(phone.execute(command as Command));
    await settle();
    expect(fate.state).toBe('invalid-argument');
    expect(isOffhookError(fate.error) && fate.error.message.length).toBeGreaterThan(10);
    expect(line.sent).toEqual([]);
  });

  it.each<[string, Command]>([
    ['an extension', dial('101')],
    ['a number with punctuation', dial('+1 (216) 532-5078')],
    ['a SIP address', dial('sip:ann@pbx.example')],
    ['a word', dial('reception')],
    ['the longest number', dial(long(128))],
    ['a message of many lines', { type: 'inbox.send', to: '101', text: 'Hello,\n\tAnn\u0000' }],
    ['the longest message', { type: 'inbox.send', to: '101', text: 'x'.repeat(100_000) }],
    ['all tones', { type: 'call.sendDtmf', callId: 'fake:call-1', digits: '0123456789*#' }],
    ['the most tones', { type: 'call.sendDtmf', callId: 'fake:call-1', digits: long(64) }],
  ])('%s is fine', async (_, command) => {
    const { phone, line } = setUp();
    line.ring().answer();
    fateOf(phone.execute(command));
    await settle();
    expect(line.sent).toEqual([command]);
  });

  it('a command of no known type is refused', async () => {
    const { phone, line } = setUp();
    const fate = fateOf(
      phone.execute({ type: 'call.teleport', callId: line.ring().id } as unknown as Command),
    );
    await settle();
    expect(fate.state).toBe('not-supported');
    expect(line.sent).toEqual([]);
  });
});
