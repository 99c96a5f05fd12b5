import { desk, number, placed, session, update } from './testing/frames.js';
import { widget } from './testing/widget.js';

describe('calls', () => {
  it('S0-17, S0-18, S0-22: a new incoming session is an inbound call, even with id 0', () => {
    const { signIn, say, call, told } = widget();
    signIn();
    say(session(0));
    expect(call(0)).toMatchObject({ id: 'connect-me:0', vendorIds: ['0'], direction: 'inbound' });
    expect(told('call.')).toEqual(['call.added', 'call.ringing']);
  });

  it('S0-17, S0-22: a session that is not incoming is an outbound call', () => {
    const { signIn, say, call, told } = widget();
    signIn();
    say(placed(3));
    expect(call(3)).toMatchObject({ direction: 'outbound', state: 'dialing' });
    expect(told('call.')).toEqual(['call.added', 'call.dialing']);
  });

  it('S0-19, S0-20: a SipSession is on the softphone, a UepChannelSession on the phone on the desk', () => {
    const { signIn, say, call } = widget();
    signIn();
    say(session(0), desk(1, {}, '8002'), session(2, { type: 'SomethingElse' }, '8003'));
    expect(call(0)?.legs).toEqual([{ vendorId: '0', kind: 'softphone', state: 'ringing' }]);
    expect(call(1)?.legs).toEqual([{ vendorId: '1', kind: 'deskphone', state: 'ringing' }]);
    expect(call(2)?.legs).toEqual([{ vendorId: '2', kind: 'unknown', state: 'ringing' }]);
  });

  it('S0-23: an inbound call that is calling rings, an outbound one is being dialled', () => {
    const { signIn, say, call } = widget();
    signIn();
    say(session(0, { status: 'calling' }), placed(1));
    expect(call(0)?.state).toBe('ringing');
    expect(call(1)?.state).toBe('dialing');
  });

  it('S0-24: ringing rings, whoever calls', () => {
    const { signIn, say, call } = widget();
    signIn();
    say(session(0, { status: 'ringing' }), placed(1), update(1, 'ringing'));
    expect(call(0)?.state).toBe('ringing');
    expect(call(1)?.state).toBe('ringing');
  });

  it('S0-25, S0-26: shows who is at the other end: a name, a number or an extension', () => {
    const { signIn, say, call } = widget();
    signIn();
    say(session(0), placed(1, '8001'));
    expect(call(0)?.remote).toEqual({ name: 'John Doe', number });
    expect(call(1)?.remote).toEqual({ number: '8001' });
  });

  it('S0-25, S0-26: survives a remote identity that is not there', () => {
    const { signIn, say, call } = widget();
    signIn();
    say(session(0, { remoteIdentity: undefined }), session(1, { remoteIdentity: { uri: null } }));
    expect(call(0)?.remote).toEqual({});
    expect(call(1)?.state).toBe('ringing');
  });

  it('S0-27, S0-28: a status alone moves a call on, and leaves the rest as it was', () => {
    const { signIn, say, call, told } = widget();
    signIn();
    say(session(4), update(4, 'confirmed'));
    expect(call(4)).toMatchObject({ state: 'active', remote: { name: 'John Doe', number } });
    expect(call(4)?.legs).toEqual([{ vendorId: '4', kind: 'softphone', state: 'active' }]);
    expect(told('call.')).toEqual(['call.added', 'call.ringing', 'call.active']);
  });

  it('S0-29: terminated ends a call, for a reason that follows from what was', () => {
    const { signIn, say, recent, call } = widget();
    signIn();
    say(session(0), update(0, 'terminated'), session(1), update(1, 'confirmed'), update(1, 'terminated'));
    expect(recent()).toEqual(['completed 1', 'missed 0']);
    expect(call(0)?.endReasonFrom).toBe('inferred');
  });

  it('S0-27: an update of a session that nobody knows is told of, and begins no call', () => {
    const { signIn, say, calls, told } = widget();
    signIn();
    say(update(9, 'confirmed'), update(9, 'terminated'));
    expect(calls()).toEqual([]);
    expect(told('protocol.')).toEqual(['protocol.unknown', 'protocol.unknown']);
  });

  it('S0-27: an unknown status changes nothing, and is told of', () => {
    const { signIn, say, call, told } = widget();
    signIn();
    say(session(0), update(0, 'daydreaming'));
    expect(call(0)?.state).toBe('ringing');
    expect(told('protocol.')).toEqual(['protocol.unknown']);
  });

  it('S0-28: a call that was there before the page was is shown as it is', () => {
    const { signIn, say, call } = widget();
    signIn();
    say(session(0, { status: 'confirmed' }));
    expect(call(0)?.state).toBe('active');
    expect(call(0)?.answeredAt).toBeDefined();
  });

  it('S0-18: a number that a call had before names the next call', () => {
    const { signIn, say, calls, recent } = widget();
    signIn();
    say(session(0), update(0, 'terminated'), session(0, {}, '8002'), update(0, 'confirmed'));
    expect(calls()).toEqual(['active 0']);
    expect(recent()).toEqual(['missed 0']);
  });

  it('a step back is a violation, and changes nothing', () => {
    const { signIn, say, call, told } = widget();
    signIn();
    say(placed(0), update(0, 'ringing'), update(0, 'calling'));
    expect(call(0)?.state).toBe('ringing');
    expect(told('protocol.')).toEqual(['protocol.violation']);
  });

  it('what is told again changes nothing, whatever state the call has reached', () => {
    const { signIn, say, call, told } = widget();
    signIn();
    say(session(0), update(0, 'confirmed'));
    const before = call(0);
    say(session(0), update(0, 'confirmed'));
    expect(call(0)).toBe(before);
    expect(told('protocol.')).toEqual([]);
  });

  it('a session told anew with another number, kind or direction is another one', () => {
    for (const other of [session(0, {}, '8002'), desk(0), placed(0)]) {
      const { signIn, say, calls, recent, clock } = widget();
      signIn();
      say(session(0));
      clock.advance(3_000);
      say(other);
      expect(calls()).toHaveLength(1);
      expect(recent()).toEqual(['unknown 0']);
    }
  });
});
