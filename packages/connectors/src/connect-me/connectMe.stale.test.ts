import { asks, desk, placed, session, signedIn, update } from './testing/frames.js';
import { widget, type Widget } from './testing/widget.js';

/** A widget with these calls that has just started anew. */
function reloaded(...frames: readonly unknown[]): Widget {
  const made = widget();
  made.signIn();
  made.say(...frames);
  made.say(...signedIn);
  return made;
}

describe('calls of a widget that started anew', () => {
  it('S0-6: end after 5 s as unknown when it tells of them no more', () => {
    const { clock, calls, recent } = reloaded(session(0), placed(1, '8001'), update(1, 'confirmed'));
    clock.advance(4_999);
    expect(calls()).toEqual(['ringing 0', 'active 1']);
    clock.advance(1);
    expect(calls()).toEqual([]);
    expect([...recent()].sort()).toEqual(['unknown 0', 'unknown 1']);
  });

  it('go on when it tells of them again', () => {
    const { clock, calls, say, call, told } = reloaded(session(0), update(0, 'confirmed'), placed(1, '8001'));
    const before = call(0);
    clock.advance(4_000);
    say(session(0, { status: 'confirmed' }));
    clock.advance(60_000);
    expect(calls()).toEqual(['active 0']);
    expect(call(0)?.answeredAt).toBe(before?.answeredAt);
    expect(told('protocol.')).toEqual([]);
  });

  it('go on as they were when it tells of them by the only words it has for a new session', () => {
    const { clock, calls, say, told } = reloaded(session(0), update(0, 'confirmed'));
    say(session(0));
    clock.advance(60_000);
    expect(calls()).toEqual(['active 0']);
    expect(told('protocol.')).toEqual([]);
  });

  it('go on when they move on', () => {
    const { clock, calls, say } = reloaded(session(0));
    say(update(0, 'confirmed'));
    clock.advance(60_000);
    expect(calls()).toEqual(['active 0']);
  });

  it('S0-18: are not taken for another call that has got their number', () => {
    const { clock, calls, recent, say, phone } = reloaded(session(0), update(0, 'confirmed'));
    say(session(0, {}, '8002'));
    expect(calls()).toEqual(['ringing 0']);
    expect(recent()).toEqual(['unknown 0']);
    expect(phone.incomingCalls.value[0]?.remote.number).toBe('8002');
    clock.advance(60_000);
    expect(calls()).toEqual(['ringing 0']);
  });

  it('S0-21: keep of two legs the one that it tells of again', () => {
    const { clock, calls, say, call } = reloaded(session(4), desk(5));
    say(desk(5));
    clock.advance(5_000);
    expect(calls()).toEqual(['ringing 4+5']);
    expect(call(4)?.legs.map(({ state }) => state)).toEqual(['ended', 'ringing']);
    say(update(5, 'confirmed'));
    expect(calls()).toEqual(['active 4+5']);
  });

  it('S0-21: end once when it tells of neither leg', () => {
    const { clock, calls, recent, told } = reloaded(session(4), desk(5));
    clock.advance(5_000);
    expect(calls()).toEqual([]);
    expect(recent()).toEqual(['unknown 4+5']);
    expect(told('call.ended')).toHaveLength(1);
  });

  it('S0-21: live on by the other leg when a new call has got the number of the one', () => {
    const { clock, calls, say } = reloaded(session(4), desk(5));
    say(desk(5), session(4, {}, '8002'));
    expect(calls()).toEqual(['ringing 4+5', 'ringing 4.2']);
    clock.advance(60_000);
    expect(calls()).toEqual(['ringing 4+5', 'ringing 4.2']);
  });

  it('are no partner for a call that begins now', () => {
    const { calls, say, clock } = reloaded(session(0));
    say(desk(1));
    expect(calls()).toEqual(['ringing 0', 'ringing 1']);
    clock.advance(5_000);
    expect(calls()).toEqual(['ringing 1']);
  });

  it('get their time anew when it starts yet again', () => {
    const { clock, calls, say } = reloaded(session(0));
    clock.advance(4_000);
    say(asks);
    clock.advance(4_999);
    expect(calls()).toEqual(['ringing 0']);
    clock.advance(1);
    expect(calls()).toEqual([]);
  });

  it('are not doubted when the widget starts for the first time', () => {
    const { clock, calls, say } = widget();
    say(session(0), ...signedIn);
    clock.advance(60_000);
    expect(calls()).toEqual(['ringing 0']);
  });
});
