import { createBench, login, SIGNED_IN_MS, steps } from './test-widget.js';

describe('the start of a widget', () => {
  test('S0-6: asks for capabilities with a bare string, once it is loaded', () => {
    expect(createBench().open().posted).toEqual(['capabilitiesRequest']);
  });

  test('S0-7, S0-12: says nothing more until the capabilities are answered, then ready', async () => {
    const bench = createBench();
    const widget = bench.open();
    for (const frame of [{ capabilities: true }, { event: 'capabilities' }, 'capabilities', login()])
      widget.host(frame);
    await bench.clock.advance(60_000);
    expect(widget.posted).toEqual(['capabilitiesRequest']);
    expect(bench.control.status('demo').signedIn).toBe(false);
    widget.host({ capabilities: {} });
    expect(widget.posted).toEqual(['capabilitiesRequest', { event: 'ready' }]);
  });

  test('S0-11: the page is told to print GOT-CAPABILITIES', () => {
    expect(createBench().openAnswered().told).toEqual(['capabilities']);
  });

  test('S0-2: without #tpis=v1 there is no interface at all, but the phone works', async () => {
    const bench = createBench();
    const widget = bench.open('');
    widget.host({ capabilities: {} });
    widget.host(login());
    widget.person({ do: 'sign-in', user: 'ada', password: 'secret' });
    await bench.clock.advance(SIGNED_IN_MS);
    await bench.inbound();
    expect(widget.posted).toEqual([]);
    expect(await bench.control.emit({ frame: { event: 'ready' } })).toBe(0);
    expect(bench.control.calls('demo')).toHaveLength(1);
  });

  test('answered again, the capabilities change and nothing is ready twice', async () => {
    const bench = createBench();
    const widget = await bench.openReady();
    widget.host({ capabilities: { speaker: true, share: 'yes' } });
    expect(widget.posted.filter((frame) => steps([frame])[0] === 'ready')).toHaveLength(1);
    expect(bench.control.status('demo')['capabilities']).toEqual([
      { nativeRinger: false, speaker: true, share: false },
    ]);
  });

  test('what is told before the answer waits for it', async () => {
    const bench = createBench();
    await bench.openReady();
    await bench.inbound();
    const late = bench.open();
    await bench.clock.advance(1000);
    late.host({ capabilities: {} });
    expect(steps(late.posted)).toEqual([
      '"capabilitiesRequest"',
      'ready',
      'login',
      'sipRegisted',
      'new 0 SipSession calling',
      '0 ringing',
    ]);
  });
});

describe('signing in', () => {
  test('S0-13, S0-16: the host’s login with any user and the right password is told by an event', async () => {
    const bench = createBench();
    const widget = bench.openAnswered();
    widget.host(login());
    await bench.clock.advance(SIGNED_IN_MS);
    expect(widget.take()).toContainEqual({ event: 'login' });
    expect(bench.control.status('demo')).toMatchObject({ signedIn: true, user: 'ada@example.com' });
  });

  test.each([
    ['a wrong password', login('wrong')],
    ['no user', login('secret', '')],
    ['no credentials', { action: 'login', method: 'basic' }],
    ['a password that is no text', { ...login(), credentials: { username: 'ada', password: 7 } }],
  ])('S0-15: %s is ignored in silence', async (_title, frame) => {
    const bench = createBench();
    const widget = bench.openAnswered();
    widget.host(frame);
    await bench.clock.advance(60_000);
    expect(steps(widget.posted)).toEqual(['"capabilitiesRequest"', 'ready']);
    expect(bench.control.status('demo').signedIn).toBe(false);
  });

  test('S0-14: only the method basic is known', async () => {
    const bench = createBench();
    const widget = bench.openAnswered();
    widget.host({ ...login(), method: 'token' });
    await bench.clock.advance(60_000);
    expect(bench.control.status('demo').signedIn).toBe(false);
  });

  test('by hand it is told too, and a wrong password is said in the widget alone', async () => {
    const bench = createBench();
    const widget = bench.openAnswered();
    widget.take();
    widget.person({ do: 'sign-in', user: 'ada', password: 'wrong' });
    await bench.clock.advance(60_000);
    expect(widget.take()).toEqual([]);
    expect(widget.tab.refused).toBe(true);
    widget.person({ do: 'sign-in', user: 'ada', password: 'secret' });
    await bench.clock.advance(SIGNED_IN_MS);
    expect(steps(widget.take())).toEqual(['login', 'sipRegisted']);
    expect(widget.tab.refused).toBe(false);
  });

  test('a second login is told, but registers no second phone', async () => {
    const bench = createBench();
    const widget = await bench.openReady();
    widget.host(login());
    await bench.clock.advance(SIGNED_IN_MS);
    expect(steps(widget.take())).toEqual(['login']);
  });

  test('of signing out the host sees only its calls end', async () => {
    const bench = createBench();
    const widget = await bench.openReady();
    await bench.inbound();
    widget.take();
    await bench.control.setState({ signedIn: false });
    expect(steps(widget.take())).toEqual(['0 terminated']);
    await bench.control.setState({ signedIn: true });
    await bench.clock.advance(SIGNED_IN_MS);
    expect(steps(widget.take())).toEqual(['login', 'sipRegisted']);
  });

  test('a password that somebody tried is in no log', () => {
    const bench = createBench();
    const widget = bench.openAnswered();
    widget.host(login('my own password'));
    expect(JSON.stringify(bench.control.frames('demo'))).not.toContain('my own password');
    widget.host(login());
    expect(bench.control.frames('demo').at(-1)?.data).toEqual(login());
  });
});

describe('the softphone’s registration', () => {
  test('S0-30: is told with the misspelt name of the documented frame', async () => {
    const bench = createBench();
    const widget = bench.openAnswered();
    widget.host(login());
    await bench.clock.advance(SIGNED_IN_MS);
    expect(widget.posted.at(-1)).toEqual({ event: 'sipRegisted' });
  });

  test('S0-30: ?sipEvent=sipRegistered sends the name of the document’s text', async () => {
    const bench = createBench();
    const widget = bench.open('tpis=v1&sipEvent=sipRegistered');
    widget.host({ capabilities: {} });
    widget.host(login());
    await bench.clock.advance(SIGNED_IN_MS);
    expect(widget.posted.at(-1)).toEqual({ event: 'sipRegistered' });
  });

  test('S0-31: until then dialing is ignored, and a lost registration is told by nothing', async () => {
    const bench = createBench();
    const widget = await bench.openReady();
    await bench.control.setState({ sip: 'lost' });
    widget.host({ action: 'dial', number: '8001' });
    await bench.clock.advance(10_000);
    expect(widget.take()).toEqual([]);
    await bench.control.setState({ sip: 'registered' });
    expect(steps(widget.take())).toEqual(['sipRegisted']);
    widget.host({ action: 'dial', number: '8001' });
    expect(steps(widget.take())).toEqual(['new 0 SipSession calling']);
  });
});
