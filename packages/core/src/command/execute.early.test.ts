import type { Command } from '../model/command.js';
import { fateOf, settle } from '../testing/promises.js';
import { setUp, type SetUpOptions } from '../testing/setUp.js';

const dial: Command = { type: 'call.dial', to: '+12165325078' };

const early = (options: SetUpOptions = {}) => setUp({ line: { status: 'connecting' }, ...options });

describe('before the vendor was ever ready', () => {
  it('a command waits, and goes out when the vendor is ready', async () => {
    const { phone, line, clock } = early();
    const fate = fateOf(phone.execute(dial));
    await settle();
    expect([fate.state, line.sent.length]).toEqual(['pending', 0]);
    clock.advance(9_000);
    line.becomes('ready');
    await settle();
    expect(line.sent).toEqual([dial]);
    expect(fate).toMatchObject({ state: 'resolved', value: { by: 'observed', callId: 'fake:call-1' } });
    expect(clock.pending).toBe(0);
  });

  it('several go out in the order in which they were given', async () => {
    const { phone, line } = early();
    const commands: Command[] = [
      { type: 'conversation.open', uri: '/1' },
      { type: 'inbox.send', to: '101', text: 'Hello' },
      { type: 'conversation.open', uri: '/2' },
    ];
    for (const command of commands) fateOf(phone.execute(command));
    await settle();
    line.becomes('ready');
    await settle();
    expect(line.sent).toEqual(commands);
  });

  it('a command has ten seconds to live, or as many as the client says', async () => {
    const usual = early();
    const short = early({ readyTimeoutMs: 300 });
    const fates = [usual, short].map(({ phone }) => fateOf(phone.execute(dial)));
    await settle();
    short.clock.advance(300);
    usual.clock.advance(9_999);
    await settle();
    expect(fates.map(({ state }) => state)).toEqual(['pending', 'not-ready']);
    usual.clock.advance(1);
    await settle();
    expect(fates[0]?.state).toBe('not-ready');
    for (const { line, clock } of [usual, short]) {
      line.becomes('ready');
      await settle();
      expect([line.sent.length, clock.pending]).toEqual([0, 0]);
    }
  });

  it('its life is not made longer by whatever else the connection tells', async () => {
    const { phone, line, clock } = early();
    const fate = fateOf(phone.execute(dial));
    await settle();
    for (const sip of ['registering', 'lost', 'registering', 'lost'] as const) {
      clock.advance(2_400);
      line.emit({ type: 'connection', sip });
      await settle();
    }
    clock.advance(400);
    await settle();
    expect(fate.state).toBe('not-ready');
    expect(clock.pending).toBe(0);
  });

  it('the time for its effect begins when it goes out', async () => {
    const { phone, line, clock } = early({ line: { status: 'connecting', response: 'ignore' } });
    const fate = fateOf(phone.execute(dial));
    await settle();
    clock.advance(9_000);
    line.becomes('ready');
    await settle();
    clock.advance(7_999);
    await settle();
    expect(fate.state).toBe('pending');
    clock.advance(1);
    await settle();
    expect(fate.state).toBe('not-observed');
  });

  it.each([
    ['signed-out', 'auth-required'],
    ['offline', 'offline'],
    ['failed', 'not-ready'],
  ] as const)('a command rejects when the vendor turns out to be %s', async (status, code) => {
    const { phone, line, clock } = early();
    const fate = fateOf(phone.execute(dial));
    await settle();
    line.becomes(status);
    await settle();
    expect(fate.state).toBe(code);
    expect([line.sent.length, clock.pending]).toEqual([0, 0]);
  });

  it.each([
    ['offline', 'offline'],
    ['failed', 'not-ready'],
    ['signed-out', 'auth-required'],
  ] as const)('a command given while it is %s does not wait', async (status, code) => {
    const { phone } = early({ line: { status } });
    const fate = fateOf(phone.execute(dial));
    await settle();
    expect(fate.state).toBe(code);
  });

  it('signing in waits too, and is already done where the vendor comes up ready', async () => {
    const { phone, line } = early();
    const fate = fateOf(phone.execute({ type: 'agent.signIn' }));
    await settle();
    line.becomes('ready');
    await settle();
    expect(fate).toMatchObject({ state: 'resolved', value: { by: 'already' } });
    expect(line.sent).toEqual([]);
  });

  it('a command that waits can be given up', async () => {
    const { phone, line, clock } = early();
    const abort = new AbortController();
    const fate = fateOf(phone.execute(dial, { signal: abort.signal }));
    await settle();
    abort.abort();
    await settle();
    expect(fate.state).toBe('aborted');
    line.becomes('ready');
    await settle();
    expect([line.sent.length, clock.pending]).toEqual([0, 0]);
  });

  it('what the vendor never can do is refused without waiting', async () => {
    const { phone } = early({ line: { status: 'connecting', commands: {} } });
    await expect(phone.execute(dial)).rejects.toMatchObject({ code: 'not-supported' });
  });

  it('a command for a call that ends while it waits is refused', async () => {
    const { phone, line } = early();
    const ring = line.ring();
    const fate = fateOf(phone.execute({ type: 'call.answer', callId: ring.id }));
    await settle();
    ring.end();
    line.becomes('ready');
    await settle();
    expect(fate.state).toBe('invalid-state');
    expect(line.sent).toEqual([]);
  });

  it('an answer is already there where the call was answered elsewhere while it waited', async () => {
    const { phone, line } = early();
    const ring = line.ring();
    const fate = fateOf(phone.execute({ type: 'call.answer', callId: ring.id }));
    await settle();
    ring.answer();
    line.becomes('ready');
    await settle();
    expect(fate).toMatchObject({ state: 'resolved', value: { callId: ring.id, by: 'already' } });
    expect(line.sent).toEqual([]);
  });
});

describe('after the vendor was ready once', () => {
  it.each(['connecting', 'offline', 'failed', 'signed-out'] as const)(
    'dial and answer reject at once while it is %s, and are never replayed when it is back',
    async (status) => {
      const { phone, line, clock } = setUp();
      const ring = line.ring();
      line.becomes(status);
      const fates = [
        fateOf(phone.execute(dial)),
        fateOf(phone.execute({ type: 'call.answer', callId: ring.id })),
      ];
      await settle();
      for (const { state } of fates) expect(['not-ready', 'offline', 'auth-required']).toContain(state);
      line.becomes('ready');
      clock.advance(60_000);
      await settle();
      expect(line.sent).toEqual([]);
      expect(phone.calls.ids.value).toEqual([ring.id]);
    },
  );

  it('what went out before the connection was lost goes out once, and may still be observed', async () => {
    const { phone, line } = setUp({ line: { response: 'ignore' } });
    const fate = fateOf(phone.execute(dial));
    await settle();
    line.becomes('offline');
    line.becomes('ready');
    await settle();
    expect(line.sent).toEqual([dial]);
    line.dial({ number: '+12165325078' });
    await settle();
    expect(fate).toMatchObject({ state: 'resolved', value: { by: 'observed' } });
  });
});
