/** @jest-environment jsdom */
import { configure, getAllByRole, getByRole, queryByRole, within } from '@testing-library/dom';
import { morph } from '../../page/morph.js';
import { widgetView } from '../create-widget-view.js';
import type { PersonIntent } from '../page-protocol.js';
import { createBench, helpfulHost, HISTORY_MS, registration } from '../test-widget.js';
import { createFaceState } from './face-state.js';
import { widgetFace } from './face.js';
import { onPerson } from './person.js';

// Nothing here is hidden by style; asking for it takes most of the time.
configure({ defaultHidden: true });

/** A widget with its face in a page, worked by its buttons alone. */
async function openFace() {
  const bench = createBench();
  const widget = await bench.openReady();
  widget.answer(helpfulHost);
  const face = createFaceState();
  document.body.innerHTML = '<div id="face"></div>';
  const root = document.body;
  const paint = () => {
    const element = document.getElementById('face');
    face.view = widgetView(widget.tab);
    if (element) morph(element, widgetFace(face));
  };
  const intents: PersonIntent[] = [];
  const listening = new AbortController();
  onPerson(
    face,
    (intent) => {
      intents.push(intent);
      widget.person(intent);
    },
    paint,
    listening.signal,
  );
  paint();
  const press = (name: string | RegExp) => {
    getByRole(root, 'button', { name }).click();
    paint();
  };
  const names = (element: HTMLElement = root) =>
    within(element)
      .getAllByRole('button')
      .map((button) => button.getAttribute('aria-label') ?? button.textContent);
  return { bench, widget, face, root, paint, press, names, intents, close: () => listening.abort() };
}

type OpenFace = Awaited<ReturnType<typeof openFace>>;
let open: OpenFace;
beforeEach(async () => {
  open = await openFace();
});
afterEach(() => open.close());

describe('the face of the widget', () => {
  test('says that it is a simulator, and who is signed in', () => {
    expect(getByRole(open.root, 'heading', { level: 1 }).textContent).toBe('Simulator');
    expect(open.root.textContent).toContain('Test User');
    expect(getByRole(open.root, 'status', { name: 'Widget state' }).textContent).toBe('Available');
  });

  test('dials from the textbox Number with the button Call', () => {
    const field = getByRole(open.root, 'textbox', { name: 'Number' });
    if (!(field instanceof HTMLInputElement)) throw new TypeError('not a field');
    for (const key of ['1', '0', '1']) open.press(key);
    expect(field.value).toBe('101');
    open.press('Call');
    expect(open.intents.at(-1)).toEqual({ do: 'dial', number: '101' });
    expect(open.names(getByRole(open.root, 'listitem', { name: '101' }))).toEqual(['Hang up']);
  });

  test('shows the buttons that fit the state of the call, and no others', async () => {
    await open.bench.inbound({ name: 'Ada' });
    open.paint();
    const card = () => getByRole(open.root, 'listitem', { name: 'Ada' });
    expect(open.names(card())).toEqual(['Reject', 'To voicemail', 'Forward', 'Answer']);
    open.press('Answer');
    expect(open.names(card())).toEqual(['Hold', 'Mute', 'Keypad', 'Transfer', 'Record', 'Hang up']);
    open.press('Hold');
    open.press('Mute');
    expect(open.names(card())).toEqual(['Resume', 'Unmute', 'Keypad', 'Transfer', 'Record', 'Hang up']);
    expect(card().textContent).toContain('On hold');
    open.press('Hang up');
    expect(queryByRole(open.root, 'list', { name: 'Calls' })).toBeNull();
  });

  test('transfers to the number asked for, and sends keys', async () => {
    await open.bench.inbound();
    open.paint();
    open.press('Answer');
    open.press('Keypad');
    const keys = getByRole(open.root, 'group', { name: 'Keypad' });
    within(keys).getByRole('button', { name: '5' }).click();
    open.paint();
    expect(getByRole(open.root, 'status', { name: 'Pressed keys' }).textContent).toBe('5');
    open.press('Transfer');
    const number = getByRole(open.root, 'textbox', { name: 'Transfer to' });
    if (number instanceof HTMLInputElement) number.value = '102';
    open.press('Transfer now');
    expect(open.intents.at(-1)).toMatchObject({ do: 'transfer', number: '102' });
    expect(open.widget.of('rc-call-end-notify')).toHaveLength(1);
  });

  test('keeps the calls at hand while another page is looked at', async () => {
    await open.bench.inbound({ name: 'Ada' });
    open.paint();
    open.press('Answer');
    open.press('History');
    expect(getByRole(open.root, 'heading', { level: 2 }).textContent).toBe('History');
    expect(open.names(getByRole(open.root, 'list', { name: 'Calls' }))).toContain('Hang up');
  });

  test('has a log button with the host’s title, and asks for a note where the host wants one', async () => {
    open.widget.host(registration({ showLogModal: true }));
    await open.bench.clock.advance(HISTORY_MS);
    open.press('History');
    open.press('Log to TestService: Ada Lovelace');
    const note = getByRole(open.root, 'textbox', { name: 'Note' });
    if (note instanceof HTMLTextAreaElement) note.value = 'Promised a call';
    open.press('Save');
    await open.bench.clock.advance(100);
    expect(open.widget.requests('/callLogger').at(-1)).toMatchObject({ note: 'Promised a call' });
  });

  test('has switches for logging and for what the host registered, and its authorization button', () => {
    open.widget.host(registration());
    open.press('Settings');
    const switches = getAllByRole(open.root, 'switch').map((one) => one.closest('label')?.textContent);
    expect(switches).toEqual(['Auto log calls', 'Auto log messages', 'Open contact page when call coming']);
    getByRole(open.root, 'switch', { name: 'Open contact page when call coming' }).click();
    expect(open.widget.requests('/settings')).toHaveLength(1);
    open.press('Unauthorize');
    expect(open.widget.requests('/authorize')).toEqual([{ authorized: true }]);
  });

  test('texts of others stay texts', async () => {
    await open.bench.inbound({ name: '<img src=x onerror=alert(1)>' });
    open.paint();
    expect(open.root.querySelector('img')).toBeNull();
    expect(open.root.textContent).toContain('<img src=x');
  });
});
