/** @jest-environment jsdom */
import { configure, getByLabelText, getByRole, getByText, queryByRole, within } from '@testing-library/dom';
import { morph } from '../../page/morph.js';
import { widgetView } from '../create-widget-view.js';
import { createBench, SIGNED_IN_MS } from '../test-widget.js';
import { createFaceState } from './face-state.js';
import { widgetFace } from './face.js';
import { asksForTpis } from './host-origin.js';
import { logCapabilities } from './log-capabilities.js';
import { onPerson } from './person.js';

// Nothing here is hidden by style; asking for it takes most of the time.
configure({ defaultHidden: true });

/** A widget with its face in a page, worked by its buttons and fields alone. */
function openFace(capabilities = {}) {
  const bench = createBench();
  const widget = bench.openAnswered(capabilities);
  const face = createFaceState();
  document.body.innerHTML = '<div id="face"></div>';
  const root = document.body;
  const paint = () => {
    const element = document.getElementById('face');
    face.view = widgetView(widget.tab);
    if (element) morph(element, widgetFace(face));
  };
  const listening = new AbortController();
  onPerson(face, (intent) => widget.person(intent), paint, listening.signal);
  paint();
  const press = (name: string | RegExp) => {
    getByRole(root, 'button', { name }).click();
    paint();
  };
  const fill = (label: string, text: string) => {
    const field = getByLabelText(root, label);
    if (field instanceof HTMLInputElement) field.value = text;
  };
  const pass = async (ms: number) => {
    await bench.clock.advance(ms);
    paint();
  };
  const signIn = async (password = 'secret') => {
    fill('User', 'ada@example.com');
    fill('Password', password);
    press('Sign in');
    await pass(SIGNED_IN_MS);
  };
  const names = (element: HTMLElement = root) =>
    within(element)
      .getAllByRole('button')
      .map((button) => button.getAttribute('aria-label') ?? button.textContent);
  return { bench, widget, root, paint, press, fill, pass, signIn, names, close: () => listening.abort() };
}

let open: ReturnType<typeof openFace>;
beforeEach(() => {
  open = openFace({ speaker: true, share: true });
});
afterEach(() => open.close());

const state = () => getByRole(open.root, 'status', { name: 'Widget state' }).textContent;

describe('the face of the widget', () => {
  test('says that it is a simulator, and starts signed out', () => {
    expect(getByRole(open.root, 'heading', { level: 1 }).textContent).toBe('Simulator');
    expect(state()).toBe('Signed out');
    expect(queryByRole(open.root, 'navigation')).toBeNull();
  });

  test('signs in by its own form, and says there what doesn’t fit', async () => {
    await open.signIn('wrong');
    expect(getByRole(open.root, 'alert').textContent).toContain('don’t fit');
    await open.signIn();
    expect(state()).toBe('Softphone registered');
  });

  test('dials from Number with the button Call', async () => {
    await open.signIn();
    for (const key of ['8', '0', '0', '1']) open.press(key);
    open.press('Call');
    const card = getByRole(open.root, 'listitem', { name: '8001' });
    expect(card.textContent).toContain('Dialing');
    expect(open.names(card)).toEqual(['Hang up']);
  });

  test('shows the buttons that fit the state of the call, and no others', async () => {
    await open.signIn();
    await open.bench.inbound({ legs: 2 });
    open.paint();
    const card = () => getByRole(open.root, 'listitem', { name: 'John Doe' });
    expect(open.names(card())).toEqual(['Answer', 'Pick up desk phone', 'Reject']);
    open.press('Answer');
    expect(open.names(card())).toEqual(['Hold', 'Mute', 'Keypad', 'Speaker', 'Hang up']);
    open.press('Hang up');
    expect(queryByRole(open.root, 'list', { name: 'Calls' })).toBeNull();
  });

  test('holds, mutes and sends keys', async () => {
    await open.signIn();
    await open.bench.act(await open.bench.inbound(), 'answer', 'agent');
    open.paint();
    for (const name of ['Hold', 'Mute', 'Keypad']) open.press(name);
    within(getByRole(open.root, 'group', { name: 'Keypad' }))
      .getByRole('button', { name: '5' })
      .click();
    open.paint();
    expect(open.bench.control.calls('demo')).toMatchObject([{ onHold: true, muted: true, dtmf: '5' }]);
    const card = getByRole(open.root, 'listitem', { name: 'John Doe' });
    expect(card.textContent).toContain('On hold');
    expect(within(card).getByRole('status', { name: 'Pressed keys' }).textContent).toBe('5');
  });

  test('of a call on the desk phone it only has the end', async () => {
    await open.signIn();
    await open.bench.inbound({ legs: 2 });
    open.paint();
    open.press('Pick up desk phone');
    expect(open.names(getByRole(open.root, 'listitem', { name: 'John Doe' }))).toEqual(['Hang up']);
  });

  test('the speaker’s button is pressed while the loudspeaker is on', async () => {
    await open.signIn();
    await open.bench.act(await open.bench.inbound(), 'answer', 'agent');
    open.paint();
    const pressed = () => getByRole(open.root, 'button', { name: 'Speaker' }).getAttribute('aria-pressed');
    open.press('Speaker');
    expect(pressed()).toBe('true');
    open.press('Speaker');
    expect(pressed()).toBe('false');
  });

  test('S0-36: shows the uri of the conversation that the host opened, and its messages', async () => {
    await open.signIn();
    open.widget.host({ action: 'conversation', uri: 'ID00000099@127.0.0.1' });
    open.paint();
    expect(getByRole(open.root, 'heading', { name: 'ID00000099@127.0.0.1' })).toBeTruthy();
    open.fill('Message', 'Good morning');
    open.press('Send');
    open.press('Share: Good morning');
    expect(open.widget.posted.at(-1)).toMatchObject({ event: 'share', text: 'Good morning' });
    open.press('All conversations');
    open.press('ID00000099@127.0.0.1');
    expect(getByRole(open.root, 'log', { name: 'Messages' }).textContent).toContain('Good morning');
  });

  test('keeps missed calls, and calls back', async () => {
    await open.signIn();
    await open.bench.act(await open.bench.inbound(), 'cancel');
    open.press('Recent');
    expect(getByText(open.root, 'Missed, +3227887900')).toBeTruthy();
    open.press('Call back John Doe');
    expect(open.bench.control.calls('demo')).toMatchObject([{ direction: 'outbound', to: '+3227887900' }]);
  });

  test('tells in its settings how it stands with the host, and signs out', async () => {
    await open.signIn();
    open.press('Settings');
    expect(open.root.textContent).toContain('loudspeaker, sharing');
    open.press('Sign out');
    expect(state()).toBe('Signed out');
  });
});

describe('the page of the widget', () => {
  test.each([
    ['#tpis=v1', true],
    ['#lang=en&tpis=v1', true],
    ['', false],
    ['#tpis=v2', false],
    ['#tpis', false],
  ])('S0-2: with %p it has the interface: %p', (hash, expected) => {
    expect(asksForTpis(hash)).toBe(expected);
  });

  test('S0-11: prints GOT-CAPABILITIES to the console', () => {
    const log = jest.spyOn(console, 'log').mockImplementation(() => {});
    logCapabilities();
    expect(log).toHaveBeenCalledWith('GOT-CAPABILITIES');
    log.mockRestore();
  });
});
