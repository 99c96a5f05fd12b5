import { accepted, calling, context, date, id, logged, ringing, terminated } from './testing/frames.js';
import { widget } from './testing/widget.js';

const began = Date.parse(date);

describe('an outbound call', () => {
  it('S3-2: S3-13: that is calling dials, though its status is ringing already', () => {
    const { say, call, told } = widget();
    say(logged(), calling());
    expect(call()).toMatchObject({ state: 'dialing', direction: 'outbound' });
    expect(told('call')).toEqual(['call.added', 'call.dialing']);
  });

  it('S3-12: is to the number that was called, from ours', () => {
    const { say, call } = widget();
    say(calling());
    expect(call()).toMatchObject({ remote: { number: '+34910000003' }, local: { number: '+34910000002' } });
  });

  it('S3-5: S3-14: that nobody answered is cancelled, as we conclude', () => {
    const { say, call } = widget();
    say(calling(), terminated({ direction: 'outbound', status: 'ringing', duration: 0, wait: 9, total: 9 }));
    expect(call()).toMatchObject({
      state: 'ended',
      endReason: 'cancelled',
      endReasonFrom: 'inferred',
      durations: { waitMs: 9_000, talkMs: 0, totalMs: 9_000, source: 'vendor' },
    });
  });
});

describe('an inbound call', () => {
  it('S3-3: S3-13: that is ringing rings', () => {
    const { say, call, phone, told } = widget();
    say(logged(), ringing());
    expect(call()).toMatchObject({ state: 'ringing', direction: 'inbound' });
    expect(phone.incomingCalls.value).toEqual([call()]);
    expect(told('call')).toEqual(['call.added', 'call.ringing']);
  });

  it('S3-12: S3-18: is from the number that calls, to ours, and for a team', () => {
    const { say, call } = widget();
    say(ringing());
    expect(call()).toMatchObject({
      remote: { number: '+34910000001' },
      local: { number: '+34910000002' },
      team: 'Sales',
    });
  });

  it('S3-4: that is accepted is active, and rings no more', () => {
    const { say, call, phone, told } = widget();
    say(ringing(), accepted());
    expect(call()).toMatchObject({ state: 'active', answeredAt: began + 8_000 });
    expect(phone.incomingCalls.value).toEqual([]);
    expect(told('call')).toEqual(['call.added', 'call.ringing', 'call.active']);
  });

  it('S3-5: S3-14: that is terminated after an answer is completed, as the vendor says', () => {
    const { say, call } = widget();
    say(ringing(), accepted(), terminated());
    expect(call()).toMatchObject({ state: 'ended', endReason: 'completed', endReasonFrom: 'vendor' });
  });

  it('S3-5: S3-14: that is terminated while it rang is missed, as we conclude', () => {
    const { say, call } = widget();
    say(ringing(), terminated({ status: 'ringing', duration: 0, wait: 20, total: 20 }));
    expect(call()).toMatchObject({ state: 'ended', endReason: 'missed', endReasonFrom: 'inferred' });
  });

  it('S3-10: has one id all its life, and is there once however often a frame comes', () => {
    const { say, call, phone, events } = widget();
    say(ringing(), ringing(), accepted(), accepted(), terminated(), terminated());
    expect(call()?.id).toBe(`kunzite:${id}`);
    expect(phone.recentCalls.value).toHaveLength(1);
    expect(events.filter(({ type }) => type === 'call.ended')).toHaveLength(1);
    expect(events.filter(({ type }) => type === 'protocol.violation')).toEqual([]);
  });
});

describe('times', () => {
  it('S3-11: the date is when the call began, in each frame, and never when something happened', () => {
    const { say, call, clock } = widget();
    clock.advance(1_000);
    say(ringing());
    clock.advance(8_000);
    say(accepted());
    expect(call()).toMatchObject({ startedAt: began, answeredAt: began + 8_000 });
    clock.advance(22_000);
    say(terminated());
    expect(call()).toMatchObject({
      startedAt: began,
      answeredAt: began + 8_000,
      endedAt: began + 30_000,
    });
  });

  it('S3-15: S3-16: S3-17: durations come in seconds, and are the vendor’s', () => {
    const { say, call, clock } = widget();
    say(ringing());
    clock.advance(8_400);
    say(accepted());
    expect(call()?.durations).toMatchObject({ waitMs: 8_000, source: 'vendor' });
    clock.advance(22_300);
    say(terminated());
    expect(call()?.durations).toMatchObject({
      waitMs: 8_000,
      talkMs: 22_000,
      totalMs: 30_000,
      source: 'vendor',
    });
  });

  it('S3-17: a total that is zero until the end is none, and at the end it is the sum', () => {
    const { say, call, clock } = widget();
    say(ringing());
    clock.advance(8_000);
    say(accepted());
    expect(call()?.durations.totalMs).toBe(8_000);
    say(terminated({ total: 0 }));
    expect(call()?.durations.totalMs).toBe(30_000);
  });

  it('an end without any figures keeps ours', () => {
    const { say, call, clock } = widget();
    say(ringing(), accepted({ wait: 0 }));
    clock.advance(7_000);
    say(terminated({ duration: 0, wait: 0, total: 0 }));
    expect(call()?.durations).toMatchObject({ talkMs: 7_000, source: 'host' });
  });

  it('S3-15: figures that our clock doesn’t bear out are believed, and traced without any number', () => {
    const { say, call, clock, traced } = widget();
    say(ringing());
    clock.advance(8_000);
    say(accepted());
    clock.advance(22_000);
    say(terminated({ duration: 300, total: 308 }));
    expect(call()?.durations.talkMs).toBe(300_000);
    expect(traced).toEqual([['durations doubtful']]);
  });

  it('S3-16: figures that are off by the odd second are not worth a word', () => {
    const { say, clock, traced } = widget();
    say(ringing());
    clock.advance(9_900);
    say(accepted());
    clock.advance(19_500);
    say(terminated());
    expect(traced).toEqual([]);
  });

  it('S3-16: a wait that our clock doesn’t bear out is traced', () => {
    const { say, clock, traced } = widget();
    say(ringing());
    clock.advance(60_000);
    say(accepted());
    clock.advance(22_000);
    say(terminated());
    expect(traced).toEqual([['durations doubtful']]);
  });
});

describe('what was missed', () => {
  it('S3-4: S3-11: S3-16: a call that is accepted and was never seen has begun before the page did', () => {
    const { say, call, clock, told } = widget();
    clock.advance(10_000);
    say(accepted());
    expect(call()).toMatchObject({ state: 'active', startedAt: began, answeredAt: began + 8_000 });
    expect(call()?.durations).toMatchObject({ waitMs: 8_000, talkMs: 2_000 });
    expect(told('call')).toEqual(['call.added', 'call.active']);
  });

  it('S3-5: a call that is terminated and was never seen is among the recent ones, with its figures', () => {
    const { say, phone } = widget();
    say(terminated());
    expect(phone.calls.ids.value).toEqual([]);
    expect(phone.recentCalls.value).toMatchObject([
      { state: 'ended', endReason: 'completed', answeredAt: began + 8_000, durations: { totalMs: 30_000 } },
    ]);
  });

  it('S3-14: an end that says answered, of a call that rang, tells the answer first', () => {
    const { say, call, told } = widget();
    say(ringing(), terminated());
    expect(told('call')).toEqual(['call.added', 'call.ringing', 'call.active', 'call.ended']);
    expect(call()).toMatchObject({ endReason: 'completed', answeredAt: began + 8_000 });
  });
});

describe('what doesn’t fit', () => {
  it('S3-14: the event counts, not a status beside it that says otherwise', () => {
    const { say, call, traced } = widget();
    say(ringing({ status: 'answered' }));
    expect(call()?.state).toBe('ringing');
    say(accepted({ status: 'ringing' }));
    expect(call()?.state).toBe('active');
    say(terminated({ status: 'ringing' }));
    expect(call()).toMatchObject({ endReason: 'completed', endReasonFrom: 'inferred' });
    expect(traced).toEqual(
      [['status doubtful'], ['status doubtful'], ['status doubtful']].concat([['durations doubtful']]),
    );
  });

  it('S3-14: a status that nobody knows is kept as it is, and ends a call as the client concludes', () => {
    const { say, call } = widget();
    say(ringing(), terminated({ status: 'voicemail', duration: 0, wait: 4, total: 4 }));
    expect(call()).toMatchObject({
      endReason: 'missed',
      endReasonFrom: 'inferred',
      userData: { status: 'voicemail' },
    });
  });

  it('S3-10: a call that has ended never lives again, and a step back is told as a violation', () => {
    const { say, call, told } = widget();
    say(ringing(), accepted(), ringing());
    expect(call()?.state).toBe('active');
    expect(told('protocol')).toEqual(['protocol.violation']);
    say(terminated(), accepted(), ringing());
    expect(call()?.state).toBe('ended');
    expect(told('protocol')).toHaveLength(3);
  });

  it('S3-10: S3-13: a call without an id or a direction is no frame of the widget', () => {
    const { channel } = widget();
    for (const wrong of [{ id: '' }, { id: 7 }, { direction: 'sideways' }, { direction: undefined }]) {
      expect(channel.receive(ringing(wrong))).toBe(false);
    }
    expect(channel.receive({ type: 'phone:ringing' })).toBe(false);
    expect(channel.receive({ type: 'ringing', data: { context } })).toBe(false);
  });

  it('what else the phone says is told by its name alone', () => {
    const { say, events } = widget();
    say({ type: 'phone:held', data: { context, id } });
    expect(events).toContainEqual(expect.objectContaining({ type: 'protocol.unknown', name: 'phone:held' }));
  });

  it.each([undefined, 'yesterday', 7, '-271821-04-20T00:00:00.000Z'])(
    'S3-11: a date that is %s is none, and the call begins now',
    (wrong) => {
      const { say, call, clock } = widget();
      say(ringing({ date: wrong }), accepted({ date: wrong }));
      expect(call()).toMatchObject({ startedAt: clock.now(), answeredAt: clock.now() });
    },
  );

  it.each([-1, NaN, Infinity, '8', null])('S3-16: a figure that is %s is none', (wrong) => {
    const { say, call } = widget();
    say(ringing(), terminated({ duration: wrong, wait: wrong, total: wrong }));
    expect(call()?.durations).toMatchObject({ waitMs: 0, totalMs: 0, source: 'host' });
  });
});
