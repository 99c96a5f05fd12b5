import { desk, number, placed, session, update } from './testing/frames.js';
import { outcomeOf, settle, widget, type Widget } from './testing/widget.js';

const rings = (options: Parameters<typeof widget>[0] = {}): Widget => {
  const made = widget(options);
  made.signIn();
  return made;
};

describe('two sessions of one call', () => {
  it('S0-21: are one call with two legs, and it can be seen why', () => {
    const { say, call, calls, told } = rings();
    say(session(4), desk(5));
    expect(calls()).toEqual(['ringing 4+5']);
    expect(call(5)).toBe(call(4));
    expect(call(4)).toMatchObject({
      mergedBy: 'same-number',
      legs: [
        { vendorId: '4', kind: 'softphone', state: 'ringing' },
        { vendorId: '5', kind: 'deskphone', state: 'ringing' },
      ],
    });
    expect(told('call.')).toEqual(['call.added', 'call.ringing', 'call.updated']);
  });

  it('S0-21: whichever comes first', () => {
    const { say, calls } = rings();
    say(desk(0), session(1));
    expect(calls()).toEqual(['ringing 0+1']);
  });

  it('S0-21: the leg that is answered counts; that the other ends then ends nothing', () => {
    for (const [won, lost] of [
      [4, 5],
      [5, 4],
    ] as const) {
      const { say, calls, recent, call, told } = rings();
      say(session(4), desk(5), update(won, 'confirmed'), update(lost, 'terminated'));
      expect(calls()).toEqual(['active 4+5']);
      expect(
        call(4)
          ?.legs.map(({ state }) => state)
          .sort(),
      ).toEqual(['active', 'ended']);
      say(update(won, 'terminated'));
      expect(recent()).toEqual(['completed 4+5']);
      expect(told('protocol.')).toEqual([]);
      expect(told('call.ended')).toHaveLength(1);
    }
  });

  it('S0-21: the other may end first', () => {
    const { say, calls } = rings();
    say(session(4), desk(5), update(4, 'terminated'));
    expect(calls()).toEqual(['ringing 4+5']);
    say(update(5, 'confirmed'));
    expect(calls()).toEqual(['active 4+5']);
  });

  it('ends with its last leg', () => {
    const { say, calls, recent } = rings();
    say(session(4), desk(5), update(5, 'terminated'));
    expect(calls()).toEqual(['ringing 4+5']);
    say(update(4, 'terminated'));
    expect(recent()).toEqual(['missed 4+5']);
  });

  it('is found by numbers in other spellings', () => {
    const { say, calls } = rings();
    say(session(0, {}, '+3227887900'), desk(1, {}, '027887900'));
    say(session(2, {}, 'sip:8001'), desk(3, {}, '8001'));
    expect(calls()).toEqual(['ringing 0+1', 'ringing 2+3']);
  });

  it('keeps what only one of them knows', () => {
    const { say, call } = rings();
    say(session(0, { remoteIdentity: { uri: { user: number } } }), desk(1));
    expect(call(0)?.remote).toEqual({ name: 'John Doe', number });
  });
});

describe('two calls', () => {
  const apart: readonly (readonly [string, readonly object[]])[] = [
    ['of different numbers', [session(0), desk(1, {}, '+3220000000')]],
    ['on one kind of phone', [session(0), session(1)]],
    ['both on desks', [desk(0), desk(1)]],
    ['one of them ours', [placed(0), desk(1)]],
    ['one of them answered already', [session(0), update(0, 'confirmed'), desk(1)]],
    ['one of them answered before we knew', [session(0), desk(1, { status: 'confirmed' })]],
    [
      'that withhold their numbers',
      [session(0, { remoteIdentity: {} }), desk(1, { remoteIdentity: { uri: {} } })],
    ],
    ['of nobody in particular', [session(0, {}, 'anonymous'), desk(1, {}, 'anonymous')]],
    ['of a kind that nobody knows', [session(0), desk(1, { type: 'Other' })]],
  ];

  it.each(apart)('%s stay two', (_, frames) => {
    const { say, calls, call } = rings();
    say(...frames);
    expect(calls()).toHaveLength(2);
    expect(call(0)?.mergedBy).toBeUndefined();
  });

  it('that do not begin together stay two', () => {
    const { say, calls, clock } = rings();
    say(session(0));
    clock.advance(2_001);
    say(desk(1));
    expect(calls()).toEqual(['ringing 0', 'ringing 1']);
  });

  it('of one number, each seen twice, are paired one to one, in any order', () => {
    for (const frames of [
      [session(0), session(1), desk(2), desk(3)],
      [session(0), desk(2), session(1), desk(3)],
      [desk(2), desk(3), session(0), session(1)],
      [session(0), desk(2), desk(3), session(1)],
    ]) {
      const { say, calls } = rings();
      say(...frames);
      expect(calls()).toHaveLength(2);
      expect(calls().every((each) => /^ringing \d\+\d$/.test(each))).toBe(true);
    }
  });

  it('taken for one are two again when both are answered', () => {
    for (const [first, second] of [
      [4, 5],
      [5, 4],
    ] as const) {
      const { say, calls, call, clock, told } = rings();
      say(session(4), desk(5), update(first, 'confirmed'));
      clock.advance(1_000);
      say(update(second, 'confirmed'));
      expect(calls()).toEqual(['active 4', 'active 5']);
      expect(call(4)).toMatchObject({ legs: [{ vendorId: '4', state: 'active' }], remote: { number } });
      expect(call(4)?.mergedBy).toBeUndefined();
      expect(call(5)).toMatchObject({ legs: [{ vendorId: '5', state: 'active' }], remote: { number } });
      expect(call(5)?.direction).toBe('inbound');
      say(update(4, 'terminated'));
      expect(calls()).toEqual(['active 5']);
      say(update(5, 'terminated'));
      expect(calls()).toEqual([]);
      expect(told('protocol.')).toEqual([]);
    }
  });

  it('that were parted know since when they talk', () => {
    const { say, clock, phone } = rings();
    const rang = clock.now();
    say(session(4), desk(5));
    clock.advance(1_000);
    say(update(5, 'confirmed'));
    clock.advance(2_000);
    say(update(4, 'confirmed'));
    const second = phone.calls.all.value.find(({ vendorIds }) => vendorIds.includes('5'));
    expect(second).toMatchObject({ startedAt: rang, answeredAt: rang + 1_000 });
  });

  it('taken for one are two again when one rings on long after the other’s talk', () => {
    for (const [talked, rang] of [
      [4, 5],
      [5, 4],
    ] as const) {
      const { say, calls, recent, clock, phone, told } = rings();
      say(session(4), desk(5), update(talked, 'confirmed'), update(talked, 'terminated'));
      expect(calls()).toEqual(['active 4+5']);
      clock.advance(2_000);
      expect(calls()).toEqual([`ringing ${rang}`]);
      expect(phone.incomingCalls.value).toHaveLength(1);
      expect(recent()).toHaveLength(1);
      expect(recent()[0]).toContain('completed');
      say(update(rang, 'confirmed'));
      expect(calls()).toEqual([`active ${rang}`]);
      say(update(rang, 'terminated'));
      expect(recent()).toHaveLength(2);
      expect(told('protocol.')).toEqual([]);
    }
  });

  it('taken for one are two again when the second is answered after the first’s talk', () => {
    for (const [first, second] of [
      [4, 5],
      [5, 4],
    ] as const) {
      const { say, calls, recent, told } = rings();
      say(session(4), desk(5));
      say(update(first, 'confirmed'), update(first, 'terminated'), update(second, 'confirmed'));
      expect(calls()).toEqual([`active ${second}`]);
      expect(recent()[0]).toContain('completed');
      expect(told('protocol.')).toEqual([]);
    }
  });

  it('the desk that rings a little after the talk is an echo, and no call', () => {
    const { say, calls, recent, clock } = rings();
    say(session(4), desk(5), update(4, 'confirmed'), update(4, 'terminated'));
    clock.advance(1_999);
    say(update(5, 'terminated'));
    clock.advance(10_000);
    expect(calls()).toEqual([]);
    expect(recent()).toEqual(['completed 4+5']);
  });
});

describe('a number that a leg had, and another call gets while the first call lives', () => {
  it.each([
    [4, 5],
    [5, 4],
  ] as const)('begins a new call: %d was given anew, %d stays', async (gone, stays) => {
    const { say, calls, channel, phone, recent } = rings();
    say(session(4), desk(5), update(stays, 'confirmed'), update(gone, 'terminated'));
    say(session(gone, {}, '8002'));
    expect(calls()).toEqual(['active 4+5', `ringing ${gone}.2`]);
    const [second] = phone.incomingCalls.value;
    const outcome = outcomeOf(phone.execute({ type: 'call.answer', callId: second?.id ?? '' }));
    await settle();
    expect(channel.sent.at(-1)).toEqual({ action: 'answerSession', id: gone });
    say(update(gone, 'confirmed'), update(gone, 'terminated'), update(stays, 'terminated'));
    expect(calls()).toEqual([]);
    expect(recent()).toEqual(['completed 4+5', `completed ${gone}.2`]);
    await outcome;
  });
});

describe('what is done with a call of two legs', () => {
  async function doing(type: 'call.answer' | 'call.reject' | 'call.hangUp', ...frames: object[]) {
    const made = rings();
    made.say(...frames);
    const before = made.channel.sent.length;
    const outcome = outcomeOf(made.phone.execute({ type, callId: made.phone.calls.ids.value[0] ?? '' }));
    await settle();
    return { ...made, outcome, sent: made.channel.sent.slice(before) };
  }

  it('S0-33: the softphone answers, whichever leg came first', async () => {
    const { sent, say, outcome } = await doing('call.answer', desk(5), session(4));
    expect(sent).toEqual([{ action: 'answerSession', id: 4 }]);
    say(update(4, 'confirmed'));
    expect(await outcome).toBe('observed');
  });

  it('S0-33: the phone on the desk answers when the softphone rings no more', async () => {
    const { sent } = await doing('call.answer', session(4), desk(5), update(4, 'terminated'));
    expect(sent).toEqual([{ action: 'answerSession', id: 5 }]);
  });

  it.each(['call.reject', 'call.hangUp'] as const)('S0-35: %s rejects both while they ring', async (type) => {
    const { sent, say, outcome, recent } = await doing(type, session(4), desk(5));
    expect(sent).toEqual([
      { action: 'rejectSession', id: 4 },
      { action: 'rejectSession', id: 5 },
    ]);
    say(update(4, 'terminated'), update(5, 'terminated'));
    expect(await outcome).toBe('observed');
    expect(recent()[0]).toContain('rejected');
  });

  it('S0-34: hanging up ends the leg that was answered, and no other', async () => {
    const { sent } = await doing('call.hangUp', session(4), desk(5), update(5, 'confirmed'));
    expect(sent).toEqual([{ action: 'terminateSession', id: 5 }]);
  });
});

describe('merging as the app wants it', () => {
  it('can be switched off', () => {
    const { say, calls } = rings({ merge: false });
    say(session(4), desk(5));
    expect(calls()).toEqual(['ringing 4', 'ringing 5']);
  });

  it('takes another window', () => {
    const { say, calls, clock } = rings({ merge: { windowMs: 5_000 } });
    say(session(0));
    clock.advance(5_000);
    say(desk(1), session(2, {}, '8002'));
    clock.advance(5_001);
    say(desk(3, {}, '8002'));
    expect(calls()).toEqual(['ringing 0+1', 'ringing 2', 'ringing 3']);
  });

  it('takes another way to compare numbers', () => {
    const { say, calls } = rings({ merge: { normalise: (given) => given.replace(/^0#/, '') } });
    say(
      session(0, {}, '8001'),
      desk(1, {}, '0#8001'),
      session(2, {}, '+3227887900'),
      desk(3, {}, '027887900'),
    );
    expect(calls()).toEqual(['ringing 0+1', 'ringing 2', 'ringing 3']);
  });
});
