import { act, fireEvent, screen, within } from '@testing-library/react';
import { fromAda } from '../testing/entries.js';
import { settled } from '../testing/openDesk.js';
import { renderDesk } from '../testing/renderDesk.js';

const press = (key: string, more: object = {}): void =>
  void fireEvent.keyDown(document.activeElement ?? document.body, { key, ...more });

const evil = [
  '<img src=x onerror=alert(1)>',
  '<script>alert(1)</script>',
  '"><svg/onload=alert(1)>',
  '{{constructor.constructor("alert(1)")()}}',
  'javascript:alert(1)',
];

test.each(evil)('%s stays text wherever a customer can write it', (text) => {
  const { shows, tell } = renderDesk();
  shows([text], [`waiting ${text}`]);
  act(() =>
    tell({
      t: 'entries',
      sid: text,
      entries: [
        { type: 'start', details: { [text]: text, pTopic: text }, bot: text },
        { type: 'msg', by: 'c', msg: text },
        { type: 'app', by: 'c', kind: text, data: { [text]: text } },
        { type: 'file', by: 'c', file: { id: 'f', name: text, size: 1, type: 'text/plain' } },
        { type: 'end', by: 'client', reason: text },
      ].map((body, place) => ({
        ...body,
        seq: place + 1,
        id: `${place}`,
        time: '2026-01-01T00:00:00.000Z',
      })) as never,
    }),
  );
  const log = screen.getByRole('log', { name: 'Messages' });
  expect(within(log).getAllByText(text, { exact: false }).length).toBeGreaterThan(3);
  expect(document.querySelector('img, script, iframe, [onerror], [onload]')).toBeNull();
  // Only the icons' own.
  for (const svg of document.querySelectorAll('svg')) expect(svg.getAttribute('class')).toContain('icon');
  for (const link of document.querySelectorAll('a'))
    expect(link.getAttribute('href')).toMatch(/^\/tetherfi\/agent\/files\//);
});

test('a link in a message is one of the web, in a window of its own that knows nothing of this one', () => {
  const { shows, log } = renderDesk();
  shows(['one']);
  log('one', fromAda('see https://example.com/a'));
  const link = screen.getByRole('link', { name: 'https://example.com/a' });
  expect([link.getAttribute('target'), link.getAttribute('rel')]).toEqual(['_blank', 'noopener noreferrer']);
});

test('T-63: what the bot was told comes before the chat', () => {
  const { shows, tell } = renderDesk();
  shows(['one']);
  act(() =>
    tell({
      t: 'entries',
      sid: 'one',
      entries: [
        {
          type: 'start',
          details: {},
          bot: 'Ada: Hi\nBot: Hello',
          seq: 1,
          id: 'a',
          time: '2026-01-01T00:00:00.000Z',
        },
      ],
    }),
  );
  expect(screen.getByRole('region', { name: 'Before the chat' }).textContent).toContain(
    'Ada: Hi\nBot: Hello',
  );
});

test('arrow keys go from tab to tab, and show the chat; what is unread is in the tab’s name', () => {
  const { shows, log } = renderDesk();
  shows(['one', 'two']);
  log('one', fromAda('first'));
  log('two', fromAda('a'), fromAda('b'));
  const [one, two] = within(screen.getByRole('tablist', { name: 'Chats' })).getAllByRole('tab');
  expect([one?.getAttribute('aria-label'), two?.getAttribute('aria-label')]).toEqual([
    'one',
    'two, 2 unread',
  ]);
  one?.focus();
  press('ArrowRight');
  expect(document.activeElement).toBe(two);
  expect([two?.getAttribute('aria-selected'), two?.getAttribute('aria-label')]).toEqual(['true', 'two']);
  press('Home');
  expect(document.activeElement).toBe(one);
});

test('Delete closes a tab whose chat is over, and no other', () => {
  const { shows, log } = renderDesk();
  shows(['one', 'two']);
  log('one');
  log('two', { type: 'end', by: 'client' });
  screen.getByRole('tab', { name: 'one' }).focus();
  press('Delete');
  press('End');
  press('Delete');
  expect(screen.getAllByRole('tab').map((tab) => tab.getAttribute('aria-label'))).toEqual(['one']);
});

test('/ in an empty message box opens the canned replies; Escape closes them, Enter takes one', () => {
  const { shows, log, desk } = renderDesk();
  shows(['one']);
  log('one');
  const box = screen.getByRole('textbox', { name: 'Message' });
  box.focus();
  press('/');
  const search = screen.getByRole('combobox', { name: 'Canned replies' });
  expect(document.activeElement).toBe(search);
  press('Escape');
  expect([screen.queryByRole('combobox', { name: 'Canned replies' }), document.activeElement]).toEqual([
    null,
    box,
  ]);
  press('/');
  fireEvent.change(screen.getByRole('combobox', { name: 'Canned replies' }), { target: { value: 'o' } });
  press('ArrowDown');
  const list = screen.getByRole('listbox', { name: 'Canned replies' });
  const chosen = within(list).getByRole('option', { selected: true });
  expect(chosen.id).toBe(document.activeElement?.getAttribute('aria-activedescendant'));
  press('Enter');
  expect(document.activeElement).toBe(box);
  expect((box as HTMLTextAreaElement).value).toBe('One moment, please: I am looking it up.');
  press('Enter');
  expect(desk.store.state.chats[0]?.outgoing.map(({ text }) => text)).toEqual([
    'One moment, please: I am looking it up.',
  ]);
});

test('/ after something that was written is a slash', () => {
  const { shows, log } = renderDesk();
  shows(['one']);
  log('one');
  const box = screen.getByRole('textbox', { name: 'Message' });
  fireEvent.change(box, { target: { value: 'and' } });
  box.focus();
  press('/');
  expect(screen.queryByRole('combobox', { name: 'Canned replies' })).toBeNull();
});

test('what is written in a chat is there again after another was shown', () => {
  const { shows, log } = renderDesk();
  shows(['one', 'two']);
  log('one');
  log('two');
  fireEvent.change(screen.getByRole('textbox', { name: 'Message' }), { target: { value: 'half a sen' } });
  press('2', { code: 'Digit2', altKey: true });
  expect(screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Message' }).value).toBe('');
  press('1', { code: 'Digit1', altKey: true });
  expect(screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Message' }).value).toBe('half a sen');
});

test('Alt and A accepts the chat that waits longest', async () => {
  const open = renderDesk();
  open.shows([], ['ada', 'bea']);
  press('å', { code: 'KeyA', altKey: true });
  expect(open.last('accept')).toEqual({ t: 'accept', n: open.last('accept').n });
  await act(() => open.ok(open.last('accept').n, { sid: 'ada' }));
  expect(screen.getByRole('tab', { selected: true }).id).toBe('tab-ada');
});

test('the end of a chat is asked for, and happens once it is confirmed', async () => {
  const open = renderDesk();
  open.shows(['one']);
  open.log('one');
  press('x', { code: 'KeyX', altKey: true });
  const dialog = screen.getByRole('dialog', { name: 'End chat' });
  expect(open.all('end')).toEqual([]);
  // While it asks, no other key does anything.
  press('t', { code: 'KeyT', altKey: true });
  expect(screen.getAllByRole('dialog')).toHaveLength(1);
  fireEvent.click(within(dialog).getByRole('button', { name: 'End chat' }));
  await act(() => open.ok(open.last('end').n));
  expect([open.all('end').length, screen.queryByRole('dialog')]).toEqual([1, null]);
});

test('a transfer goes to the agent chosen with the arrow keys, and never to oneself', async () => {
  const open = renderDesk();
  open.shows(['one']);
  open.log('one');
  press('t', { code: 'KeyT', altKey: true });
  const list = screen.getByRole('listbox', { name: 'Agents' });
  expect(
    within(list)
      .getAllByRole('option')
      .map(({ textContent }) => textContent),
  ).toEqual(['Bob']);
  fireEvent.submit(list);
  expect(open.last('transfer')).toMatchObject({ sid: 'one', to: 'bob' });
  await act(() => open.ok(open.last('transfer').n));
  expect(screen.queryByRole('dialog')).toBeNull();
});

test('what is refused is told as an alert that can be dismissed', async () => {
  const open = renderDesk();
  open.shows([], ['ada']);
  fireEvent.click(screen.getByRole('button', { name: 'Accept ada' }));
  await act(async () => {
    open.tell({ t: 'no', n: open.last('accept').n, code: 'WrongState' });
    await settled();
  });
  expect(screen.getByText(/Somebody else was faster/)).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: 'Dismiss' }));
  expect(screen.queryByText(/Somebody else was faster/)).toBeNull();
});

test('who comes to wait is in the title and told politely', () => {
  const { shows } = renderDesk();
  shows([]);
  expect(document.title).toBe('Agent desk · Offhook');
  shows([], ['ada']);
  expect(document.title).toBe('(1) Agent desk · Offhook');
  expect(screen.getByRole('status', { name: 'News' }).textContent).toBe('1 waiting. New: ada, Cards.');
});

test('? opens the help, and is a letter in a text', () => {
  const { shows, log } = renderDesk();
  shows(['one']);
  log('one');
  screen.getByRole('textbox', { name: 'Message' }).focus();
  press('?');
  expect(screen.queryByRole('dialog')).toBeNull();
  act(() => screen.getByRole('tab', { name: 'one' }).focus());
  press('?');
  expect(screen.getByRole('dialog', { name: 'Keyboard help' })).toBeTruthy();
});

test('a chat that is over says nothing of who is in it', () => {
  const { shows, log } = renderDesk();
  shows(['one']);
  log('one');
  const customer = screen.getByRole('region', { name: 'Customer' });
  expect(customer.textContent).toContain('In the chat');
  log('one', { type: 'end', by: 'client' });
  expect(customer.textContent).toContain('Chat over');
  expect(customer.textContent).not.toContain('In the chat');
});
