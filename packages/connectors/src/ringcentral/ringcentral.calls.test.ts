import { end, init, outbound, phone, phoneCall, presence, ring, session, start } from './testing/frames.js';
import { widget } from './testing/widget.js';

const id = 'ringcentral:s-1';

function signedIn() {
  const it = widget();
  it.signIn();
  it.forget();
  return it;
}

describe('calls of the web phone', () => {
  it('U-1: rings with the caller, under the most lasting id', () => {
    const { say, told, phone } = signedIn();
    say(ring());
    expect(told('call.')).toEqual(['call.added', 'call.ringing']);
    expect(phone.calls.get(id).value).toMatchObject({
      id,
      direction: 'inbound',
      state: 'ringing',
      remote: { number: '+12165325078', name: 'WIRELESS CALLER' },
      vendorIds: ['s-1', 'leg-1'],
      legs: [{ vendorId: 'leg-1', kind: 'softphone', state: 'ringing' }],
      startedAt: 1_000,
    });
  });

  it('U-2: U-10: a call that is placed is dialling until it is answered, with nothing between', () => {
    const { say, told, phone, call } = signedIn();
    say(init());
    expect(call('leg-out')).toMatchObject({
      direction: 'outbound',
      state: 'dialing',
      remote: { number: '+12165329999' },
    });
    say(start({ ...outbound }));
    expect(told('call.')).toEqual(['call.added', 'call.dialing', 'call.active']);
    expect(phone.calls.ids.value).toEqual(['ringcentral:leg-out']);
    expect(call('s-out')?.id).toBe('ringcentral:leg-out');
  });

  it('U-3: starts when it is answered, with the vendor’s time', () => {
    const { say, told, call } = signedIn();
    say(ring(), start());
    expect(told('call.')).toEqual(['call.added', 'call.ringing', 'call.active']);
    expect(call('s-1')).toMatchObject({ state: 'active', answeredAt: 2_000 });
  });

  it('U-4: U-5: is held and resumed', () => {
    const { say, told, call } = signedIn();
    say(ring(), start());
    say(phone('hold', { callStatus: 'webphone-session-onHold', isOnHold: true, startTime: 2_000 }));
    expect(call('s-1')).toMatchObject({ state: 'held', onHoldBy: 'local' });
    say(phone('resume', { callStatus: 'webphone-session-connected', startTime: 2_000 }));
    expect(call('s-1')?.state).toBe('active');
    expect(call('s-1')).not.toHaveProperty('onHoldBy');
    expect(told('call.').slice(-2)).toEqual(['call.held', 'call.resumed']);
  });

  it('U-6: is muted and unmuted by one and the same frame', () => {
    const { say, told, call } = signedIn();
    say(ring(), start());
    say(phone('mute', { callStatus: 'webphone-session-onMute', isOnMute: true, startTime: 2_000 }));
    expect(call('s-1')).toMatchObject({ state: 'active', muted: true });
    say(phone('mute', { callStatus: 'webphone-session-connected', isOnMute: false, startTime: 2_000 }));
    expect(call('s-1')).toMatchObject({ state: 'active', muted: false });
    expect(told('call.').slice(-2)).toEqual(['call.muted', 'call.unmuted']);
  });

  it('U-7: ends as completed when it was answered', () => {
    const { say, phone } = signedIn();
    say(ring(), start(), end({ callStatus: 'webphone-session-connected', startTime: 2_000 }));
    expect(phone.calls.ids.value).toEqual([]);
    expect(phone.recentCalls.value).toMatchObject([
      { id, state: 'ended', endReason: 'completed', endedAt: 9_000 },
    ]);
  });

  it('U-8: U-9: the doubled end of a missed call, which carries its last status, is one end', () => {
    const { say, told, phone } = signedIn();
    say(ring(), end(), end({ endTime: 9_076 }));
    expect(told('call.', 'protocol.')).toEqual(['call.added', 'call.ringing', 'call.ended']);
    expect(phone.recentCalls.value).toMatchObject([
      { endReason: 'missed', endReasonFrom: 'inferred', endedAt: 9_000 },
    ]);
  });

  it('U-8: the doubled end of a call that nobody here had seen is one missed call', () => {
    const { say, told, phone } = signedIn();
    say(end(), end({ endTime: 9_076 }));
    expect(told('call.')).toEqual(['call.added', 'call.ended']);
    expect(phone.recentCalls.value).toMatchObject([{ endReason: 'missed' }]);
  });

  it('U-11: answering a second call holds the first before the second is active', () => {
    const { say, events } = signedIn();
    const second = { id: 'leg-2', partyData: { partyId: 'p-2', sessionId: 's-2' } };
    say(ring(), start(), ring(second));
    say(phone('hold', { callStatus: 'webphone-session-onHold', isOnHold: true, startTime: 2_000 }));
    say(start(second));
    const steps = events.flatMap((event) => ('call' in event ? [`${event.type} ${event.call.id}`] : []));
    expect(steps.slice(-2)).toEqual(['call.held ringcentral:s-1', 'call.active ringcentral:s-2']);
  });

  it('takes a hold whose start was lost for an answer and a hold', () => {
    const { say, told, call } = signedIn();
    say(ring(), phone('hold', { callStatus: 'webphone-session-onHold', isOnHold: true, startTime: 2_000 }));
    expect(told('call.', 'protocol.').slice(-2)).toEqual(['call.active', 'call.held']);
    expect(call('s-1')).toMatchObject({ state: 'held', answeredAt: 2_000 });
  });

  it('sees a recording that starts, which only the next frame tells', () => {
    const { say, call } = signedIn();
    say(ring(), start());
    expect(call('s-1')?.recording).toBe('off');
    say({
      type: 'rc-webphone-sessions-sync',
      calls: [
        {
          ...phoneCall,
          callStatus: 'webphone-session-connected',
          startTime: 2_000,
          recordStatus: 'webphone-record-recording',
        },
      ],
    });
    expect(call('s-1')?.recording).toBe('on');
  });

  it('U-17: U-18: asks for the calls when the widget speaks, and adopts those that live', () => {
    const { say, channel, phone } = widget();
    say({
      type: 'rc-adapter-pushAdapterState',
      size: { width: 300, height: 500 },
      minimized: false,
      closed: false,
    });
    expect(channel.sent).toContainEqual({ type: 'rc-adapter-webphone-sessions-sync' });
    say({
      type: 'rc-webphone-sessions-sync',
      calls: [{ ...phoneCall, callStatus: 'webphone-session-onHold', isOnHold: true, startTime: 2_000 }],
    });
    expect(phone.calls.all.value).toMatchObject([{ id, state: 'held', answeredAt: 2_000 }]);
  });

  it('U-17: ends what the widget no longer lists, after a grace', () => {
    const { say, clock, phone } = signedIn();
    say(ring(), start(), { type: 'rc-webphone-sessions-sync', calls: [] });
    expect(phone.calls.ids.value).toEqual([id]);
    clock.advance(2_000);
    expect(phone.calls.ids.value).toEqual([]);
    expect(phone.recentCalls.value).toHaveLength(1);
  });
});

describe('presence and the telephony session', () => {
  it('U-12: presence alone makes a call: another device has it', () => {
    const { say, told, call } = signedIn();
    say(presence('Ringing'), presence('CallConnected'), presence('OnHold'), presence('CallConnected'));
    expect(told('call.')).toEqual(['call.added', 'call.ringing', 'call.active', 'call.held', 'call.resumed']);
    expect(call('s-1')?.legs.some(({ kind }) => kind === 'softphone')).toBe(false);
    say(presence('NoCall', { terminationType: 'final' }));
    expect(told('call.').at(-1)).toBe('call.ended');
  });

  it('U-13: U-16: three streams are one call', () => {
    const { say, told, phone } = signedIn();
    say(
      presence('Ringing'),
      session('Proceeding'),
      ring(),
      start(),
      presence('CallConnected'),
      session('Answered'),
    );
    expect(phone.calls.ids.value).toEqual([id]);
    expect(told('call.').filter((type) => type !== 'call.updated')).toEqual([
      'call.added',
      'call.ringing',
      'call.active',
    ]);
    say(end({ startTime: 2_000 }), presence('NoCall', { terminationType: 'final' }), session('Disconnected'));
    expect(phone.recentCalls.value).toMatchObject([{ id, endReason: 'completed' }]);
    expect(told('call.ended', 'protocol.')).toEqual(['call.ended']);
  });

  it('U-13: an outbound call whose first frame knows no session joins the one that presence knows', () => {
    const { say, phone } = signedIn();
    const out = {
      direction: 'Outbound',
      from: { phoneNumber: '+16505550101' },
      fromName: 'Test User',
      to: { phoneNumber: '+12165329999' },
      toName: undefined,
      telephonySessionId: 's-out',
      partyId: 'p-out',
    };
    say(presence('Ringing', out), init(), start({ ...outbound }), presence('CallConnected', out));
    expect(phone.calls.all.value).toMatchObject([
      { id: 'ringcentral:s-out', state: 'active', direction: 'outbound' },
    ]);
  });

  it('U-14: presence that flaps ends nothing', () => {
    const { say, clock, told } = signedIn();
    say(presence('Ringing'), presence('NoCall'));
    clock.advance(500);
    say(presence('Ringing'), presence('CallConnected'));
    clock.advance(60_000);
    expect(told('call.ended', 'protocol.')).toEqual([]);
  });

  it('U-14: presence that loses a call ends it after two seconds of silence, not before', () => {
    const { say, clock, told } = signedIn();
    say(presence('Ringing'), presence('CallConnected'), presence('NoCall'));
    clock.advance(1_999);
    expect(told('call.ended')).toEqual([]);
    clock.advance(1);
    expect(told('call.ended')).toEqual(['call.ended']);
  });

  it('U-14: presence that loses a call which the web phone has ends nothing', () => {
    const { say, clock, told } = signedIn();
    say(ring(), start(), presence('CallConnected'), presence('NoCall'));
    clock.advance(60_000);
    expect(told('call.ended')).toEqual([]);
  });

  it('U-15: a call placed by ringing another phone first has no leg here', () => {
    const { say, call, phone } = signedIn();
    const frame = presence('Ringing', { direction: 'Outbound', sipData: {} }) as { call: object };
    say({ ...frame, type: 'rc-ringout-call-notify' });
    expect(phone.calls.all.value).toHaveLength(1);
    expect(call('s-1')).toMatchObject({ direction: 'outbound', state: 'dialing' });
    expect(call('s-1')?.legs).toMatchObject([{ kind: 'deskphone' }]);
  });

  it.each([
    ['Rejected', 'rejected'],
    ['CallerCancel', 'missed'],
    ['NoAnswer', 'missed'],
    ['TargetBusy', 'busy'],
    ['BlindTransfer', 'transferred'],
    ['AttendedTransfer', 'transferred'],
    ['InvalidNumber', 'failed'],
    ['AgentAnswered', 'answered-elsewhere'],
    ['Pickup', 'answered-elsewhere'],
  ])('U-16: a session that ends with %s ends the call as %s, by the vendor’s word', (reason, endReason) => {
    const { say, phone } = signedIn();
    say(presence('Ringing'), session('Proceeding'), session('Disconnected', {}, reason));
    expect(phone.recentCalls.value).toMatchObject([{ endReason, endReasonFrom: 'vendor' }]);
  });

  it('U-16: the vendor’s reason takes the place of a guess, when it comes after the end', () => {
    const { say, told, phone } = signedIn();
    say(ring(), end(), end({ endTime: 9_076 }));
    expect(phone.recentCalls.value[0]).toMatchObject({ endReason: 'missed', endReasonFrom: 'inferred' });
    say(session('Disconnected', {}, 'Pickup'));
    expect(phone.recentCalls.value[0]).toMatchObject({
      endReason: 'answered-elsewhere',
      endReasonFrom: 'vendor',
    });
    expect(told('call.ended')).toEqual(['call.ended']);
  });

  it('a call answered on another device while the web phone rang goes on there', () => {
    const { say, clock, call } = signedIn();
    say(ring(), presence('Ringing'), end(), end({ endTime: 9_076 }), presence('CallConnected'));
    clock.advance(10_000);
    expect(call('s-1')).toMatchObject({ state: 'active' });
  });

  it('stale frames after the end are no violation', () => {
    const { say, told } = signedIn();
    say(presence('Ringing'), ring(), start(), end({ startTime: 2_000 }));
    say(presence('CallConnected'), presence('NoCall'), presence('NoCall', { terminationType: 'final' }));
    expect(told('protocol.')).toEqual([]);
    expect(told('call.ended')).toEqual(['call.ended']);
  });

  it('a call that rang elsewhere, was over and comes to us again rings anew', () => {
    const { say, told, phone, call } = signedIn();
    say(presence('Ringing'), presence('NoCall', { terminationType: 'final' }));
    say(ring({ partyData: { partyId: 'p-2', sessionId: 's-1' } }));
    expect(phone.calls.all.value).toMatchObject([{ id: 'ringcentral:p-2', state: 'ringing' }]);
    expect(call('leg-1')?.state).toBe('ringing');
    expect(told('call.ringing', 'call.ended', 'protocol.')).toEqual([
      'call.ringing',
      'call.ended',
      'call.ringing',
    ]);
  });
});
