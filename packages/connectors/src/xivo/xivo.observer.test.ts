import { at, done, gap, hello, id, login, ringing } from './testing/frames.js';
import { observer } from './testing/observer.js';

describe('a call that a desktop asks about', () => {
  it('X-8: X-9: X-11: rings, from the caller to the number called, by its linked id', async () => {
    const { say, call, phone, told } = await observer();
    await say(hello(), ringing());
    expect(call()).toMatchObject({
      id: `xivo:${id}`,
      state: 'ringing',
      direction: 'inbound',
      remote: { number: '1013' },
      local: { number: '1023', name: 'James Bond' },
      linkedId: id,
      startedAt: at,
    });
    expect(phone.incomingCalls.value).toEqual([call()]);
    expect(told('call')).toEqual(['call.added', 'call.ringing']);
  });

  it('X-10: X-12: has its user data, the SIP call id in it, and its queue by the name that people read', async () => {
    const { say, call } = await observer();
    await say(hello(), ringing());
    expect(call()).toMatchObject({
      queue: 'Edition',
      sipCallId: 'fd32a3a3-9647-457e-be04-16d7d408f271',
      userData: { XIVO_USERID: '54', USR_XIVO_DSTNUM: '3001' },
    });
  });

  it('X-10: keeps of its user data what reads as text', async () => {
    const { say, call } = await observer();
    await say(hello(), ringing({ userData: { number: 7, yes: true, none: null, list: ['a'], text: 'b' } }));
    expect(call()?.userData).toEqual({ number: '7', yes: 'true', text: 'b' });
  });

  it('X-9: X-12: needs neither a caller, nor a queue, nor a name', async () => {
    const { say, call } = await observer();
    const bare = {
      caller: undefined,
      queue: null,
      userData: undefined,
      user: { userId: 54, firstName: 'J' },
    };
    await say(hello(), ringing(bare));
    expect(call()).toMatchObject({ remote: {}, local: { name: 'J' }, userData: {} });
    expect(call()).not.toHaveProperty('queue');
    expect(call()).not.toHaveProperty('sipCallId');
  });

  it('X-32: ends as completed when a page says that its work is done', async () => {
    const { say, call, phone } = await observer();
    await say(hello(), ringing(), done());
    expect(call()).toMatchObject({
      state: 'ended',
      endReason: 'completed',
      endReasonFrom: 'vendor',
      endedAt: at + 60_000,
    });
    expect(phone.calls.ids.value).toEqual([]);
  });

  it('ends as unknown when nobody says more of it for two minutes', async () => {
    const { say, call, pass } = await observer();
    await say(hello(), ringing());
    await pass(119_000);
    expect(call()?.state).toBe('ringing');
    await pass(1_000);
    expect(call()).toMatchObject({ state: 'ended', endReason: 'unknown', endReasonFrom: 'inferred' });
  });

  it('that was concluded to be over is completed when that is heard late', async () => {
    const { say, call, pass } = await observer({ ringMs: 5_000 });
    await say(hello(), ringing());
    await pass(5_000);
    expect(call()?.endReason).toBe('unknown');
    await say(done());
    expect(call()).toMatchObject({ endReason: 'completed', endReasonFrom: 'vendor' });
  });

  it('X-32: rings on from one agent’s phone to the next, as one call', async () => {
    const { say, call, pass, phone } = await observer();
    await say(hello(), ringing());
    await pass(30_000);
    await say(ringing({ at: at + 30_000, user: { userId: 55, fullName: 'Eve Moneypenny' } }));
    await pass(119_000);
    expect(call()).toMatchObject({ state: 'ringing', local: { name: 'Eve Moneypenny' } });
    expect(phone.calls.ids.value).toHaveLength(1);
    await pass(1_000);
    expect(call()?.state).toBe('ended');
  });

  it('that is heard of late rings for what is left of its time, by the service’s clock', async () => {
    const { say, call, pass, clock } = await observer();
    // Ours is an hour slow.
    clock.shiftWallClock(-3_600_000);
    await say(hello(), ringing({ at: at - 100_000 }));
    await pass(19_000);
    expect(call()?.state).toBe('ringing');
    await pass(1_000);
    expect(call()?.state).toBe('ended');
    await say(ringing({ id: 'old', at: at - 600_000 }));
    expect(call('old')).toMatchObject({ state: 'ended', endReason: 'unknown' });
  });

  it('that was done before we listened is not made up', async () => {
    const { say, phone } = await observer();
    await say(hello(), done({ id: 'before' }));
    expect(phone.recentCalls.value).toEqual([]);
  });

  it('X-32: is one of several that ring at once, each with an end of its own', async () => {
    const { say, call, phone } = await observer();
    await say(
      hello(),
      ringing({ id: '1.1' }),
      ringing({ id: '2.2' }),
      ringing({ id: '3.3' }),
      done({ id: '2.2' }),
    );
    expect(phone.calls.ids.value).toHaveLength(2);
    expect(call('2.2')?.state).toBe('ended');
    expect(call('3.3')?.state).toBe('ringing');
  });
});

describe('a login', () => {
  it('X-30: says who works the phone', async () => {
    const { say, phone } = await observer();
    await say(hello(), login());
    expect(phone.agent.value.login).toBe('jbond');
  });

  it('X-30: counts until the next, and never a day later', async () => {
    const { say, phone } = await observer();
    await say(hello(), login({ login: 'yesterday', at: at - 13 * 3_600_000 }));
    expect(phone.agent.value.login).toBeUndefined();
    await say(login({ login: 'eve', at: at + 1_000 }), login({ login: 'late', at: at + 500 }));
    expect(phone.agent.value.login).toBe('eve');
  });
});

describe('whoever observes', () => {
  it('is told when events were missed for good', async () => {
    const { say, events } = await observer();
    await say(gap());
    expect(events).toContainEqual(
      expect.objectContaining({
        type: 'error',
        error: expect.objectContaining({ code: 'vendor-error', message: expect.stringMatching(/missed/) }),
      }),
    );
  });

  it('is told of events that are unknown by name, and of wrong ones by number', async () => {
    const { say, events, pass, stream } = await observer();
    await say({ event: 'parked', data: {} }, { event: 'call', data: {} }, { event: 'call', data: 7 });
    stream.write(`data: ${'x'.repeat(300_000)}\n\n`);
    await pass(0);
    await pass(1_000);
    expect(events.filter(({ type }) => type.startsWith('protocol'))).toMatchObject([
      { type: 'protocol.unknown', name: 'parked' },
      { type: 'protocol.rejected', reason: 'malformed', count: 1 },
      { type: 'protocol.rejected', reason: 'size', count: 1 },
      { type: 'protocol.rejected', reason: 'malformed', count: 1 },
    ]);
  });

  it('can do nothing with a call, and is told where to do it', async () => {
    const { say, phone, call } = await observer();
    await say(hello(), ringing());
    expect(phone.can('call.answer', { call: call() })).toMatchObject({
      allowed: false,
      reason: 'not-supported',
      text: expect.stringMatching(/agent desktop/),
    });
    await expect(phone.execute({ type: 'pane.complete' })).rejects.toMatchObject({ code: 'not-supported' });
  });
});
