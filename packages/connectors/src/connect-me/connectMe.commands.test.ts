import { connectMe } from './connectMe.js';
import { dispatch } from './dispatch.js';
import { asks, login, placed, ready, registered, session, update } from './testing/frames.js';
import { outcomeOf, settle, widget, type Widget } from './testing/widget.js';

const credentials = { username: 'user@connect.example', password: 'canary-7f3a' };

const atWork = (): Widget => {
  const made = widget();
  made.signIn();
  return made;
};

const lastSent = ({ channel }: Widget): unknown => channel.sent.at(-1);

describe('commands', () => {
  it('S0-0b: each is one action, and nothing but its arguments', () => {
    expect(dispatch({ type: 'call.dial', to: '8001', connector: 'connect-me' }, undefined)).toEqual([
      { action: 'dial', number: '8001' },
    ]);
    expect(() => dispatch({ type: 'agent.signOut' }, undefined)).toThrow(
      expect.objectContaining({ code: 'not-supported' }),
    );
  });

  it('S0-32: dials, and observes the call that comes of it', async () => {
    const made = atWork();
    const outcome = outcomeOf(made.phone.execute({ type: 'call.dial', to: '8001' }));
    await settle();
    expect(lastSent(made)).toEqual({ action: 'dial', number: '8001' });
    made.say(placed(0, '8001'));
    expect(await outcome).toBe('observed');
  });

  it('S0-5, S0-32: no effect is not-observed, with advice', async () => {
    const made = atWork();
    const outcome = outcomeOf(made.phone.execute({ type: 'call.dial', to: '8001' }));
    await settle();
    made.clock.advance(8_000);
    expect(await outcome).toMatch(/^not-observed: .*accepted origins/);
  });

  it('S0-18, S0-33: answers, even the call 0', async () => {
    const made = atWork();
    made.say(session(0));
    const outcome = outcomeOf(made.phone.execute({ type: 'call.answer', callId: 'connect-me:0' }));
    await settle();
    expect(lastSent(made)).toEqual({ action: 'answerSession', id: 0 });
    made.say(update(0, 'confirmed'));
    expect(await outcome).toBe('observed');
  });

  it('S0-34: hangs up what was answered', async () => {
    const made = atWork();
    made.say(session(1), update(1, 'confirmed'));
    const outcome = outcomeOf(made.phone.execute({ type: 'call.hangUp', callId: 'connect-me:1' }));
    await settle();
    expect(lastSent(made)).toEqual({ action: 'terminateSession', id: 1 });
    made.say(update(1, 'terminated'));
    expect(await outcome).toBe('observed');
  });

  it.each(['call.reject', 'call.hangUp'] as const)(
    'S0-35: %s rejects what was not answered',
    async (type) => {
      const made = atWork();
      made.say(session(1));
      const outcome = outcomeOf(made.phone.execute({ type, callId: 'connect-me:1' }));
      await settle();
      expect(lastSent(made)).toEqual({ action: 'rejectSession', id: 1 });
      made.say(update(1, 'terminated'));
      expect(await outcome).toBe('observed');
      expect(made.recent()).toEqual(['rejected 1']);
    },
  );

  it('S0-35: gives up a call of ours that nobody has answered yet', async () => {
    const made = atWork();
    made.say(placed(1, '8001'));
    const outcome = outcomeOf(made.phone.execute({ type: 'call.hangUp', callId: 'connect-me:1' }));
    await settle();
    expect(lastSent(made)).toEqual({ action: 'rejectSession', id: 1 });
    made.say(update(1, 'terminated'));
    expect(await outcome).toBe('observed');
    expect(made.recent()).toEqual(['cancelled 1']);
  });

  it('S0-36: opens a conversation, whatever its id looks like', async () => {
    for (const uri of ['ID00000099@127.0.0.1', 'ID000000099@127.0.0.1']) {
      const made = atWork();
      expect(await outcomeOf(made.phone.execute({ type: 'conversation.open', uri }))).toBe('sent');
      expect(lastSent(made)).toEqual({ action: 'conversation', uri });
    }
  });

  it('says why the widget can’t do the rest', () => {
    const { phone } = atWork();
    const { commands } = connectMe({ url: 'https://xyz.connect.example' });
    const refused = Object.entries(commands).filter(([, can]) => can !== true);
    expect(refused.map(([type]) => type)).toEqual(
      expect.arrayContaining([
        'call.hold',
        'call.mute',
        'call.sendDtmf',
        'call.transfer',
        'agent.setPresence',
      ]),
    );
    for (const [type, reason] of refused) {
      expect(phone.can(type as 'call.hold')).toEqual({
        allowed: false,
        reason: 'not-supported',
        text: reason,
      });
    }
  });
});

describe('signing in', () => {
  it('S0-13, S0-14, S0-15: gives the widget the credentials, and observes the login', async () => {
    const made = widget();
    made.say(asks, ready);
    const outcome = outcomeOf(made.phone.execute({ type: 'agent.signIn', credentials }));
    await settle();
    expect(lastSent(made)).toEqual({ action: 'login', method: 'basic', credentials });
    made.say(login, registered);
    expect(await outcome).toBe('observed');
    expect(made.phone.connection.value.status).toBe('ready');
  });

  it('S0-13: waits for the widget, and for a softphone that takes its time', async () => {
    const made = widget();
    const outcome = outcomeOf(made.phone.execute({ type: 'agent.signIn', credentials }));
    await settle();
    expect(made.channel.sent).toEqual([]);
    made.say(asks, ready);
    await settle();
    made.say(login);
    made.clock.advance(5_000);
    expect(await outcome).toBe('observed');
  });

  it('S0-16: a wrong password is silence, and ends with advice', async () => {
    const made = widget();
    made.say(asks, ready);
    const outcome = outcomeOf(made.phone.execute({ type: 'agent.signIn', credentials }));
    await settle();
    made.clock.advance(7_000);
    expect(await outcome).toMatch(/^auth-required: .*password/);
    expect(made.phone.connection.value.status).toBe('signed-out');
    const again = outcomeOf(made.phone.execute({ type: 'agent.signIn', credentials }));
    await settle();
    made.say(login, registered);
    expect(await again).toBe('observed');
  });

  it('S0-13: without credentials the widget is shown, and the person signs in there', async () => {
    const made = widget();
    made.say(asks, ready);
    const outcome = outcomeOf(made.phone.execute({ type: 'agent.signIn' }));
    await settle();
    expect(made.channel.sent).toEqual([{ capabilities: {} }]);
    expect(made.phone.widgets.get('connect-me').value?.open).toBe(true);
    made.say(login, registered);
    expect(await outcome).toBe('observed');
  });

  it('S0-15: credentials are in no event, no state, no error and no trace', async () => {
    const traced: unknown[] = [];
    const trace = (...what: unknown[]): void => void traced.push(what);
    const made = widget({}, { trace });
    made.say(asks, ready);
    const failed = made.phone.execute({ type: 'agent.signIn', credentials }).catch((error: unknown) => error);
    await settle();
    made.clock.advance(7_000);
    const error = (await failed) as Error;
    const worked = outcomeOf(made.phone.execute({ type: 'agent.signIn', credentials }));
    await settle();
    made.say(login, registered, session(0));
    await worked;
    const { phone, events } = made;
    const shown = JSON.stringify([
      traced,
      events,
      phone.connections.all.value,
      phone.agents.all.value,
      phone.widgets.all.value,
      phone.calls.all.value,
      error.message,
      error.stack,
      Object.entries(error),
    ]);
    expect(traced).toContainEqual(['login']);
    expect(shown).not.toContain(credentials.password);
    expect(shown).not.toContain(credentials.username);
  });
});
