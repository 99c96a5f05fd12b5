import { asks, desk, login, ready, registered, session, signedIn } from './testing/frames.js';
import { outcomeOf, settle, widget } from './testing/widget.js';

describe('getting ready', () => {
  it('S0-6, S0-7: answers the bare capabilitiesRequest, each time, with the host’s capabilities', () => {
    const { say, channel } = widget();
    say(asks);
    expect(channel.sent).toEqual([{ capabilities: {} }]);
    say(asks);
    expect(channel.sent).toHaveLength(2);
  });

  it('S0-7: is answered even when the widget asks nothing else, and not unasked', () => {
    const { say, channel } = widget();
    say(ready, login, registered);
    expect(channel.sent).toEqual([]);
  });

  it('S0-11, S0-12: is connecting after the answer, whatever the console says, and waits for ready', () => {
    const { phone, say } = widget();
    say(asks);
    expect(phone.connection.value.status).toBe('connecting');
    say(ready);
    expect(phone.connection.value.status).toBe('signed-out');
  });

  it('S0-16: login signs somebody in', () => {
    const { phone, say } = widget();
    say(asks, ready);
    expect(phone.can('call.dial')).toMatchObject({ allowed: false, reason: 'auth-required' });
    say(login);
    expect(phone.connection.value).toMatchObject({ status: 'connecting', sip: 'registering' });
  });

  it.each(['sipRegistered', 'sipRegisted'])('S0-30: %s is the softphone’s registration', (event) => {
    const { phone, say } = widget();
    say(asks, ready, login, { event });
    expect(phone.connection.value).toMatchObject({ status: 'ready', sip: 'registered' });
  });

  it('S0-31: dialling waits for the softphone', async () => {
    const { phone, say, channel } = widget();
    say(asks, ready, login);
    const dialled = phone.execute({ type: 'call.dial', to: '8001' });
    await settle();
    expect(channel.sent).not.toContainEqual({ action: 'dial', number: '8001' });
    say(registered);
    await settle();
    expect(channel.sent).toContainEqual({ action: 'dial', number: '8001' });
    phone.close();
    await outcomeOf(dialled);
  });

  it('S0-31: an account without a softphone gets ready too, but can’t dial', () => {
    const { phone, say, clock } = widget();
    say(asks, ready, login);
    clock.advance(5_000);
    expect(phone.connection.value.status).toBe('ready');
    expect(phone.can('conversation.open').allowed).toBe(true);
    expect(phone.can('call.dial')).toMatchObject({
      allowed: false,
      text: expect.stringContaining('not registered') as string,
    });
    say(registered);
    expect(phone.can('call.dial').allowed).toBe(true);
  });

  it('takes a call for a sign-in that nobody heard', () => {
    const { phone, say, call } = widget();
    say(session(0), desk(1, {}, '+3220000000'));
    expect(phone.connection.value.status).toBe('connecting');
    expect(call(0)?.state).toBe('ringing');
  });

  it('S0-37: tells of an event that it does not know by its name alone, and changes nothing', () => {
    const { phone, say, signIn, events } = widget();
    signIn();
    const before = phone.connection.value;
    say({ event: 'somethingNew', secret: 'x' });
    expect(events.at(-1)).toMatchObject({ type: 'protocol.unknown', name: 'somethingNew' });
    expect(JSON.stringify(events.at(-1))).not.toContain('secret');
    expect(phone.connection.value).toBe(before);
  });
});

describe('a widget that keeps silent', () => {
  it('S0-5: fails when it does not load, and says what to check', () => {
    const { phone, clock } = widget();
    clock.advance(19_999);
    expect(phone.connection.value.status).toBe('connecting');
    clock.advance(1);
    expect(phone.connection.value).toMatchObject({
      status: 'failed',
      reason: expect.stringContaining('accepted origins') as string,
    });
    expect(phone.connection.value.reason).toContain('url');
  });

  it('S0-5: fails when it ignores our answer, because our origin is not among its accepted origins', () => {
    const { phone, clock, say } = widget();
    clock.advance(15_000);
    say(asks);
    clock.advance(9_999);
    expect(phone.connection.value.status).toBe('connecting');
    clock.advance(1);
    expect(phone.connection.value).toMatchObject({
      status: 'failed',
      reason: expect.stringContaining('accepted origins') as string,
    });
  });

  it('recovers when it speaks after all', () => {
    const { phone, clock, say } = widget();
    clock.advance(60_000);
    say(...signedIn);
    expect(phone.connection.value).toMatchObject({ status: 'ready', sip: 'registered' });
    expect(phone.connection.value).not.toHaveProperty('reason', expect.anything());
  });

  it('sets no timer when there is nothing to wait for', () => {
    const { clock, signIn, say } = widget();
    clock.advance(60_000);
    expect(clock.pending).toBe(0);
    say(asks);
    signIn();
    expect(clock.pending).toBe(0);
  });
});

describe('the page', () => {
  afterEach(() => {
    for (const key of ['document', 'window']) Reflect.deleteProperty(globalThis, key);
  });

  it.each([
    [true, 0],
    [false, 1],
  ])('S0-4: is to be served over https: trusted %p, %d errors', (isSecureContext, errors) => {
    Object.assign(globalThis, { document: {}, window: { isSecureContext } });
    const { clock, events } = widget();
    clock.advance(0);
    const told = events.filter((event) => event.type === 'error');
    expect(told).toHaveLength(errors);
    for (const each of told) expect(each).toMatchObject({ error: { code: 'not-supported' } });
    expect(JSON.stringify(told.map(({ error }) => error.message)).includes('https')).toBe(!isSecureContext);
  });
});

describe('a widget that starts anew', () => {
  it('is connecting again, and its softphone lost, until it is ready again', () => {
    const { phone, signIn, say } = widget();
    signIn();
    say(asks);
    expect(phone.connection.value).toMatchObject({ status: 'connecting', sip: 'lost' });
    say(ready);
    expect(phone.connection.value.status).toBe('signed-out');
    say(login, registered);
    expect(phone.connection.value).toMatchObject({ status: 'ready', sip: 'registered' });
  });
});

describe('on a server', () => {
  it('does nothing, and waits for nothing', () => {
    const { phone, clock } = widget({ channel: undefined as never });
    expect(phone.connection.value.status).toBe('connecting');
    expect(clock.pending).toBe(0);
    phone.close();
  });
});
