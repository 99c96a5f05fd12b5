/** @jest-environment jsdom */
import { configure, getAllByRole, getByRole, queryByRole, within } from '@testing-library/dom';
import { morph } from '../../page/morph.js';
import { widgetView } from '../create-widget-view.js';
import type { PersonIntent } from '../page-protocol.js';
import { ada, createBench, helpfulHost, HISTORY_MS, registration } from '../test-widget.js';
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

  test('S1-58: a setting of any type shows, is worked and is told', () => {
    open.widget.host(
      registration({
        buttonEventPath: '/button',
        settings: [
          {
            id: 'open',
            name: 'When to open',
            type: 'option',
            value: 1,
            options: [
              { id: 1, name: 'When it rings' },
              { id: 2, name: 'When answered' },
            ],
          },
          {
            id: 'queues',
            name: 'Queues',
            type: 'option',
            multiple: true,
            value: ['a'],
            options: [
              { id: 'a', name: 'Sales' },
              { id: 'b', name: 'Support' },
            ],
          },
          {
            id: 'crm',
            name: 'CRM',
            type: 'section',
            items: [
              { id: 'prefix', name: 'Prefix', type: 'string', value: 'RC' },
              { id: 'template', name: 'Template', type: 'text', value: 'Call of' },
              { id: 'hint', name: 'Hint', type: 'admonition', value: 'Ask your administrator' },
              { id: 'list', name: 'Fields', type: 'array', value: ['one', 'two'] },
            ],
          },
          {
            id: 'more',
            name: 'More',
            type: 'group',
            items: [
              {
                id: 'beta',
                name: 'Beta',
                type: 'boolean',
                value: false,
                readOnly: true,
                readOnlyReason: 'Not yet',
              },
            ],
          },
          { id: 'help', name: 'Help', type: 'externalLink', uri: 'https://example.com/help' },
          { id: 'clear', name: 'Cache', type: 'button', buttonLabel: 'Clear' },
        ],
      }),
    );
    open.press('Settings');
    const changed = () => open.widget.requests('/settings').map((body) => body['setting']);
    const set = (role: string, name: string, value: string) => {
      const field = getByRole(open.root, role, { name });
      if (
        !(field instanceof HTMLInputElement) &&
        !(field instanceof HTMLTextAreaElement) &&
        !(field instanceof HTMLSelectElement)
      )
        throw new TypeError('not a field');
      field.value = value;
      field.dispatchEvent(new Event('change', { bubbles: true }));
      open.paint();
      return field;
    };
    expect(set('combobox', 'When to open', '2').value).toBe('2');
    getByRole(open.root, 'switch', { name: 'Support' }).click();
    open.paint();
    expect(set('textbox', 'Prefix', 'X').value).toBe('X');
    set('textbox', 'Template', 'Call with');
    expect(changed()).toMatchObject([
      { id: 'open', value: 2 },
      { id: 'queues', value: ['a', 'b'] },
      { id: 'crm', items: [{ value: 'X' }, { value: 'Call of' }, {}, {}] },
      { id: 'crm', items: [{ value: 'X' }, { value: 'Call with' }, {}, {}] },
    ]);
    const settings = getByRole(open.root, 'group', { name: 'CRM' });
    expect(settings.textContent).toContain('Ask your administrator');
    expect(settings.textContent).toContain('one, two');
    expect(getByRole(open.root, 'switch', { name: 'Beta' }).hasAttribute('disabled')).toBe(true);
    expect(open.root.textContent).toContain('Not yet');
    expect(getByRole(open.root, 'link', { name: 'Help' }).getAttribute('href')).toBe(
      'https://example.com/help',
    );
    open.press('Cache: Clear');
    expect(open.widget.requests('/button')).toHaveLength(1);
  });

  test('S1-26, S1-28, S1-36: shows what a search finds, and of a contact its numbers, addresses and activities', async () => {
    open.widget.answer((path, body) =>
      path === '/activities'
        ? { data: [{ id: '123', subject: 'Asked for an offer', time: 1528854702472 }] }
        : path === '/contacts/search'
          ? { data: [ada] }
          : helpfulHost(path, body),
    );
    open.widget.host(registration());
    await open.bench.clock.advance(100);
    const field = getByRole(open.root, 'textbox', { name: 'Number' });
    if (!(field instanceof HTMLInputElement)) throw new TypeError('not a field');
    field.value = 'Ada';
    field.dispatchEvent(new Event('input', { bubbles: true }));
    await open.bench.clock.advance(500);
    open.paint();
    open.press('Ada Lovelace +12165325078');
    expect(field.value).toBe('+12165325078');
    open.press('Contacts');
    open.press('Ada Lovelace');
    await open.bench.clock.advance(100);
    open.paint();
    expect(getByRole(open.root, 'list', { name: 'Numbers' }).textContent).toContain('+12165325078');
    expect(getByRole(open.root, 'list', { name: 'Addresses' }).textContent).toBe('ada@example.com');
    open.press('Asked for an offer');
    expect(open.widget.requests('/activity')).toMatchObject([{ activity: { id: '123' } }]);
  });

  test('meetings to come, feedback and a matched contact go to the host', async () => {
    open.widget.answer((path, body) =>
      path === '/meetings'
        ? { data: [{ id: 'm1', title: 'Review', startTime: 1528854702472 }] }
        : helpfulHost(path, body),
    );
    open.widget.host(
      registration({
        meetingInvitePath: '/invite',
        meetingInviteTitle: 'Invite',
        meetingUpcomingPath: '/meetings',
        feedbackPath: '/feedback',
        viewMatchedContactPath: '/contacts/view',
      }),
    );
    await open.bench.clock.advance(HISTORY_MS);
    open.press('Settings');
    open.press('Feedback');
    open.press('Schedule meeting');
    await open.bench.clock.advance(100);
    open.paint();
    expect(getByRole(open.root, 'list', { name: 'Upcoming meetings' }).textContent).toContain('Review');
    expect(
      open.widget.of('rc-post-message-request').find((one) => one['path'] === '/meetings'),
    ).not.toHaveProperty('body');
    open.press('History');
    open.press('View contact Ada Lovelace');
    expect(open.widget.requests('/contacts/view')).toEqual([{ ...ada, entityType: 'TestService' }]);
    expect(open.widget.requests('/feedback')).toEqual([{ show: true }]);
  });

  test('texts of others stay texts', async () => {
    await open.bench.inbound({ name: '<img src=x onerror=alert(1)>' });
    open.paint();
    expect(open.root.querySelector('img')).toBeNull();
    expect(open.root.textContent).toContain('<img src=x');
  });
});
