import { accepted, calling, id, logged, ringing, terminated } from './testing/frames.js';
import { widget } from './testing/widget.js';

describe('a widget that was loaded anew', () => {
  it('S3-22: makes live calls doubtful, and those that it doesn’t name in time end as unknown', () => {
    const { say, call, clock, phone } = widget();
    say(logged(), ringing(), accepted(), logged());
    expect(call()).toMatchObject({ state: 'active', reconnecting: true });
    clock.advance(4_999);
    expect(call()?.state).toBe('active');
    clock.advance(1);
    expect(call()).toMatchObject({
      state: 'ended',
      endReason: 'unknown',
      endReasonFrom: 'inferred',
      reconnecting: false,
    });
    expect(phone.calls.ids.value).toEqual([]);
  });

  it('S3-22: keeps a call that it names in time', () => {
    const { say, call, clock } = widget();
    say(logged(), ringing(), logged());
    clock.advance(4_000);
    say(accepted());
    expect(call()).toMatchObject({ state: 'active', reconnecting: false });
    clock.advance(60_000);
    expect(call()?.state).toBe('active');
  });

  it('S3-10: S3-22: takes what it says late of a call that we gave up, and doesn’t bring it back', () => {
    const { say, call, clock, told } = widget();
    say(logged(), ringing(), accepted(), logged());
    clock.advance(5_000);
    say(accepted());
    expect(call()?.state).toBe('ended');
    expect(told('protocol')).toEqual(['protocol.violation']);
    say(terminated());
    expect(call()).toMatchObject({
      endReason: 'completed',
      endReasonFrom: 'vendor',
      durations: { talkMs: 22_000, source: 'vendor' },
    });
    say(logged());
    clock.advance(60_000);
    expect(call()?.endReason).toBe('completed');
  });

  it('S3-22: that was loaded twice gives no call more time', () => {
    const { say, call, clock } = widget();
    say(logged(), ringing(), logged());
    clock.advance(3_000);
    say(logged());
    clock.advance(2_000);
    expect(call()).toMatchObject({ state: 'ended', endReason: 'unknown' });
  });

  it('S3-22: has nothing to do with calls that begin after it', () => {
    const { say, call, clock } = widget();
    say(logged(), ringing(), logged());
    clock.advance(1_000);
    say(calling({ id: 'other' }));
    clock.advance(60_000);
    expect(call()?.state).toBe('ended');
    expect(call('other')?.state).toBe('dialing');
  });

  it('S3-22: a page of ours that is loaded anew knows no call until the widget says the next thing of it', () => {
    const before = widget();
    before.say(logged(), ringing(), accepted());
    before.phone.close();
    const { say, call, phone } = widget();
    say(logged());
    expect(phone.calls.ids.value).toEqual([]);
    say(terminated());
    expect(call()).toMatchObject({ id: `kunzite:${id}`, state: 'ended', endReason: 'completed' });
  });

  it('S3-10: knows thousands of ended calls by their ids', () => {
    const { say, phone } = widget();
    const ids = Array.from({ length: 600 }, (_, index) => `call-${index}`);
    for (const each of ids) say(ringing({ id: each }), terminated({ id: each }));
    say(ringing({ id: 'call-599' }), ringing({ id: 'call-0' }));
    expect(phone.calls.ids.value).toEqual([]);
  });
});
