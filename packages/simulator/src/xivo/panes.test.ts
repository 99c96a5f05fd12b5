import { createBench, DESKTOP, GUEST } from './test-desktop.js';

/** A desktop whose service has answered about a call that rings. */
async function answered(answer: object, bench = createBench(), desktop = bench.open()) {
  const id = await bench.inbound();
  desktop.answer({ action: 'open', url: '/pane', ...answer });
  const state = () => bench.panes().panes.find((pane) => pane.id === id)?.state;
  return { bench, desktop, id, state };
}

describe('when a pane opens', () => {
  test('X-14 X-18: at once when the answer names no event, or EventRinging', async () => {
    const one = await answered({});
    const two = await answered({ event: 'EventRinging' });
    expect([one.state(), two.state()]).toEqual(['open', 'open']);
  });

  test('X-18: EventEstablished waits for the answer of the call', async () => {
    const { bench, id, state } = await answered({ event: 'EventEstablished' });
    expect(state()).toBe('waiting');
    await bench.act(id, 'answer', 'agent');
    expect(state()).toBe('open');
  });

  test('X-18: EventReleased waits for the end of the call', async () => {
    const { bench, id, state } = await answered({ event: 'EventReleased' });
    await bench.act(id, 'answer', 'agent');
    expect(state()).toBe('waiting');
    await bench.act(id, 'hangup');
    expect(state()).toBe('open');
  });

  test('X-18: a call that nobody answers opens what waits for its end, but not what waits for its answer', async () => {
    const released = await answered({ event: 'EventReleased' });
    await released.bench.act(released.id, 'cancel');
    const established = await answered({ event: 'EventEstablished' });
    await established.bench.act(established.id, 'cancel');
    expect([released.state(), established.state()]).toEqual(['open', 'closed']);
  });

  test('X-18: an answer that comes after its event opens at once', async () => {
    const bench = createBench();
    const desktop = bench.open();
    const id = await bench.inbound();
    await bench.act(id, 'answer', 'agent');
    await bench.act(id, 'hangup');
    desktop.answer({ action: 'open', url: '/pane', event: 'EventEstablished' });
    expect(bench.panes().panes).toMatchObject([{ id, state: 'open' }]);
  });

  test('X-32: each call has a pane of its own, and the end of the call leaves it open', async () => {
    const bench = createBench();
    const desktop = bench.open();
    const one = await answered({ title: 'One' }, bench, desktop);
    const two = await answered({ title: 'Two' }, bench, desktop);
    await bench.act(one.id, 'cancel');
    expect([one.state(), two.state()]).toEqual(['open', 'open']);
    desktop.post(one.id);
    expect([one.state(), two.state()]).toEqual(['completed', 'open']);
  });
});

describe('a pane’s URL and title', () => {
  test('X-19: a relative one belongs to the service, an absolute one stays', async () => {
    const { bench, desktop } = await answered({ url: '/thirdparty/open/7' });
    await answered({ url: 'https://crm.example/7?a=1#t' }, bench, desktop);
    expect(bench.panes().panes.map(({ url }) => url)).toEqual([
      `${GUEST}/thirdparty/open/7`,
      'https://crm.example/7?a=1#t',
    ]);
  });

  test.each(['javascript:alert(1)', 'data:text/html,x', 'file:///etc/passwd', 'http://u:p@crm.example/'])(
    'X-19: %s is refused',
    async (url) => {
      const { bench } = await answered({ url });
      expect(bench.panes()).toMatchObject({ panes: [], errors: [{ code: 'url-refused' }] });
    },
  );

  test('X-24: the title is the answer’s, else where the page is from', async () => {
    const { bench, desktop } = await answered({ title: 'Customer' });
    await answered({ title: ' ' }, bench, desktop);
    expect(bench.panes().panes).toMatchObject([{ title: 'Customer' }, { title: 'localhost:4306' }]);
  });

  test('X-16 X-20: run is refused with an event that shows the command; nothing runs', async () => {
    const { bench, desktop } = await answered({
      action: 'run',
      url: 'notes.exe',
      executableArgs: ['--call', '7'],
    });
    expect(bench.panes()).toMatchObject({
      panes: [{ action: 'run', url: 'notes.exe', args: ['--call', '7'], state: 'refused' }],
      errors: [{ code: 'run-refused', message: expect.stringContaining('notes.exe --call 7') }],
    });
    expect(desktop.heard('popup')).toEqual([]);
  });
});

describe('completion', () => {
  test('X-29: the bare string from the pane’s window and origin completes it', async () => {
    const { bench, desktop, id, state } = await answered({});
    desktop.post(id);
    expect(state()).toBe('completed');
    expect(bench.control.frames('demo')).toMatchObject([
      { direction: 'in', origin: GUEST, data: 'closeThirdParty' },
    ]);
  });

  test.each([
    ['another window', undefined, GUEST],
    ['another pane’s window', 'other', GUEST],
    ['another origin', 'own', 'https://evil.example'],
    ['no origin', 'own', 'null'],
    ['the desktop itself', 'own', DESKTOP],
  ])('X-29: from %s it is refused, with an error', async (_title, window, origin) => {
    const { bench, desktop, id, state } = await answered({});
    desktop.post(window === 'own' ? id : window, 'closeThirdParty', origin);
    expect(state()).toBe('open');
    expect(bench.panes().errors).toMatchObject([{ code: 'completion-refused' }]);
  });

  test.each([
    ['an object', { type: 'closeThirdParty' }],
    ['other text', 'closethirdparty'],
    ['nothing', null],
  ])('X-29: %s completes nothing', async (_title, data) => {
    const { bench, desktop, id, state } = await answered({});
    desktop.post(id, data);
    expect([state(), bench.panes().errors]).toEqual(['open', []]);
  });

  test('X-29: a page of the desktop’s own origin is in a sandbox without one, and speaks from there', async () => {
    const { desktop, id, state } = await answered({ url: `${DESKTOP}/pane` });
    desktop.post(id, 'closeThirdParty', DESKTOP);
    expect(state()).toBe('open');
    desktop.post(id, 'closeThirdParty', 'null');
    expect(state()).toBe('completed');
  });

  test('a pane that is done stays done, and a person may close one', async () => {
    const { bench, desktop, id, state } = await answered({});
    desktop.person({ do: 'close-pane', pane: id });
    expect(state()).toBe('closed');
    desktop.post(id);
    expect([state(), bench.panes().errors[0]?.code]).toEqual(['closed', 'completion-refused']);
  });
});
