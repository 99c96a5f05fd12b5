import { call, pointed, state, test, told } from '../support/connectMeHost.js';
import { expect, numbers } from '../support/test.js';

test.describe('the complete example', () => {
  test('S0-7: as it is printed it does not parse, and leaves the widget waiting', async ({
    host,
    seed,
    session,
    simulator,
  }) => {
    const { find, put } = pointed(session);
    await host.open(seed.page('Complete Example').replace(find, put));
    await expect.poll(() => simulator.frames('out')).toEqual(['capabilitiesRequest']);
    expect(host.errors).toEqual([expect.objectContaining({ name: 'SyntaxError' })]);
    expect(await simulator.frames('in')).toEqual([]);
  });

  test('S0-6, S0-7, S0-12: it answers the request for capabilities, and the widget is ready', async ({
    openExample,
    simulator,
  }) => {
    await openExample();
    await expect
      .poll(async () => (await simulator.frames('out')).slice(0, 2))
      .toEqual(['capabilitiesRequest', { event: 'ready' }]);
    expect((await simulator.frames('in'))[0]).toEqual({ capabilities: {} });
  });

  test('S0-13, S0-14, S0-16: it logs in when the widget is ready, and hears that it is', async ({
    host,
    openExample,
    simulator,
    widget,
  }) => {
    await openExample();
    await expect(state(widget)).toHaveText('Softphone registered');
    expect((await simulator.frames('in'))[1]).toEqual({
      action: 'login',
      method: 'basic',
      credentials: { username: expect.stringMatching(/@/), password: 'secret' },
    });
    expect(await simulator.frames('out')).toContainEqual({ event: 'login' });
    expect(host.lines).toContainEqual(expect.stringMatching(/^>>TPIS .*logged in\.$/));
    expect(host.errors).toEqual([]);
  });

  test('S0-30, S0-37: the registration is an event that it does not know', async ({ host, openExample }) => {
    await openExample();
    await expect
      .poll(() => host.lines)
      .toContainEqual(expect.stringMatching(/^>>TPIS .*event: sipRegist(?:er)?ed$/));
  });

  test('S0-19, S0-20, S0-21: an inbound call is a session of either type until it is answered', async ({
    host,
    openExample,
    simulator,
    widget,
  }) => {
    await openExample();
    await expect(state(widget)).toHaveText('Softphone registered');
    const id = await simulator.place('inbound', numbers.ada, { legs: 2 });
    await expect.poll(() => host.lines).toContainEqual(told(1, 'type UepChannelSession'));
    expect(id).toBe('0');
    expect(host.lines).toContainEqual(told(0, 'type SipSession'));
    expect(host.lines).toContainEqual(told(0, 'is incoming call: true'));
    expect(host.lines).toContainEqual(told(1, 'is incoming call: true'));
    await expect(call(widget)).toHaveCount(1);
    await widget.getByRole('button', { name: 'Answer' }).click();
    await expect.poll(() => host.lines).toContainEqual(told(0, 'answered'));
    await expect.poll(() => host.lines).toContainEqual(told(1, 'terminated'));
    expect(host.lines).not.toContainEqual(told(0, 'terminated'));
    expect(host.lines).not.toContainEqual(told(1, 'answered'));
  });

  test('S0-18, S0-28, S0-29: it follows session 0 to its answer and to its end', async ({
    host,
    openExample,
    simulator,
    widget,
  }) => {
    await openExample();
    await expect(state(widget)).toHaveText('Softphone registered');
    const id = await simulator.ring(numbers.ada);
    await expect.poll(() => host.lines).toContainEqual(told(0, 'detected'));
    await simulator.act(id, 'answer', 'agent');
    await expect.poll(() => host.lines).toContainEqual(told(0, 'answered'));
    expect(host.lines).not.toContainEqual(told(0, 'terminated'));
    await simulator.act(id, 'hangup');
    await expect.poll(() => host.lines).toContainEqual(told(0, 'terminated'));
  });

  test('S0-22, S0-25, S0-26: it says who calls, and of an outgoing call only that it goes out', async ({
    host,
    openExample,
    simulator,
    widget,
  }) => {
    await openExample();
    await expect(state(widget)).toHaveText('Softphone registered');
    await simulator.ring(numbers.ada, 'Ada Lovelace');
    await expect.poll(() => host.lines).toContainEqual(told(0, `Ada Lovelace <\\${numbers.ada}>`));
    await simulator.place('outbound', numbers.nobody);
    await expect.poll(() => host.lines).toContainEqual(told(1, 'type SipSession'));
    expect(host.lines).toContainEqual(told(1, 'is outgoing call: true'));
    expect(host.lines).not.toContainEqual(told(1, '<.*>'));
    expect(host.errors).toEqual([]);
  });

  test('S0-31, S0-32: its proposed dialling comes too early at the log-in, and makes a call after the registration', async ({
    host,
    openExample,
    openFrame,
    seed,
    simulator,
    widget,
  }) => {
    const example = seed.page('Complete Example');
    // The same user without a registration, so that it can't come before the example has dialled.
    await openFrame();
    await widget
      .getByRole('textbox', { name: 'User' })
      .fill(/(?<=username: ')[^']+/.exec(example)?.[0] ?? '');
    await widget.getByRole('textbox', { name: 'Password' }).fill('secret');
    await widget.getByRole('button', { name: 'Sign in' }).click();
    await expect(state(widget)).toHaveText('Softphone registered');
    await simulator.state({ sip: 'lost' });
    await openExample({
      reason: 'the proposal to dial stands in a comment',
      find: /\/\/ (?=post\(\{ action: "dial")/,
      put: '',
    });
    // It is told of the user who is there already, and then of the log-in that it asks for itself: it dials each time.
    const dials = async (): Promise<readonly unknown[]> =>
      (await simulator.frames('in')).filter((frame) => (frame as { action?: string }).action === 'dial');
    const printed = seed.printed('Start a call');
    await expect.poll(dials).toEqual([printed, printed]);
    expect(await simulator.calls()).toEqual([]);
    await simulator.state({ sip: 'registered' });
    await expect(state(widget)).toHaveText('Softphone registered');
    expect(await simulator.calls()).toEqual([]);
    const [dial = ''] = /(?<=\/\/ )post\(\{ action: "dial".*$/m.exec(example) ?? [];
    await host.run({ code: dial });
    await expect(call(widget)).toHaveAccessibleName('8001');
    await expect.poll(() => host.lines).toContainEqual(told(0, 'is outgoing call: true'));
    expect(await simulator.calls()).toMatchObject([{ direction: 'outbound', to: '8001' }]);
  });

  test('S0-36: its proposed conversation opens once somebody is logged in', async ({
    openExample,
    seed,
    widget,
  }) => {
    await openExample({
      reason: 'the proposal to open a conversation stands in a comment',
      find: /\/\/ (?=post\(\{ action: "conversation")/,
      put: '',
    });
    const { uri } = seed.printed('Open conversation page');
    await expect(widget.getByRole('heading', { name: String(uri) })).toBeVisible();
  });
});
