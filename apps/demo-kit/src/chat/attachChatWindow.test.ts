/** @jest-environment jsdom */
import { attachChatWindow } from './attachChatWindow.js';
import { createChatWindow, type ChatWindow } from './createChatWindow.js';

const leaves: (() => void)[] = [];

beforeEach(() => {
  Object.assign(globalThis, {
    ResizeObserver: class {
      observe(): void {}
      disconnect(): void {}
    },
    matchMedia: () => ({ matches: true }),
  });
});

afterEach(() => {
  leaves.splice(0).forEach((leave) => leave());
  document.body.replaceChildren();
  sessionStorage.clear();
});

/** A page with the chat as the apps render it. */
function page(): { readonly chat: ChatWindow; readonly section: HTMLElement } {
  const chat = createChatWindow({ session: 's' });
  document.body.innerHTML = `
    <button data-chat-launcher>Chat with us</button>
    <section data-view="closed">
      <div data-chat-drag><b>Chat</b><button data-chat-handle>Move</button><button>Minimise</button></div>
    </section>`;
  const section = find('section');
  section.getBoundingClientRect = () => ({ left: 600, top: 200, width: 300, height: 400 }) as DOMRect;
  // What any of the frameworks does.
  leaves.push(chat.view.listen((view) => section.setAttribute('data-view', view)));
  leaves.push(attachChatWindow(section, chat));
  return { chat, section };
}

function find(selector: string): HTMLElement {
  const element = document.querySelector<HTMLElement>(selector);
  if (element === null) throw new Error(`The page has no ${selector}.`);
  return element;
}

const press = (on: HTMLElement, key: string): boolean =>
  on.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));

const rendered = (): Promise<void> => Promise.resolve();

test('the focus goes where one writes, as soon as that is rendered, and is not taken again', async () => {
  const { chat, section } = page();
  chat.open();
  section.insertAdjacentHTML('beforeend', '<textarea data-chat-focus disabled></textarea><input />');
  await rendered();
  expect(document.activeElement).toBe(document.body);
  find('textarea').removeAttribute('disabled');
  await rendered();
  expect(document.activeElement).toBe(find('textarea'));
  find('input').focus();
  section.insertAdjacentHTML('beforeend', '<p>A message</p>');
  await rendered();
  expect(document.activeElement).toBe(find('input'));
  chat.open();
  expect(document.activeElement).toBe(find('textarea'));
});

test('a chat that opens by itself takes no focus', async () => {
  const { chat, section } = page();
  section.insertAdjacentHTML('beforeend', '<textarea data-chat-focus></textarea>');
  chat.show();
  await rendered();
  expect(document.activeElement).toBe(document.body);
});

test('Escape minimises and gives the focus to the button', async () => {
  const { chat, section } = page();
  section.insertAdjacentHTML('beforeend', '<textarea data-chat-focus></textarea>');
  chat.open();
  await rendered();
  press(find('textarea'), 'Escape');
  await rendered();
  expect(chat.view.value).toBe('minimised');
  expect(document.activeElement).toBe(find('[data-chat-launcher]'));
});

test('Escape in a dialog, or one that somebody has used, leaves the chat open', () => {
  const { chat, section } = page();
  chat.open();
  section.insertAdjacentHTML('beforeend', '<dialog open><input /></dialog><select></select>');
  press(find('input'), 'Escape');
  find('select').addEventListener('keydown', (event) => event.preventDefault());
  press(find('select'), 'Escape');
  expect(chat.view.value).toBe('open');
});

test('arrow keys on the handle move it, and the page knows where to', () => {
  const { chat, section } = page();
  const handle = find('[data-chat-handle]');
  expect(press(handle, 'ArrowLeft')).toBe(false);
  press(handle, 'ArrowUp');
  expect(chat.place.value).toEqual({ x: -24, y: -24 });
  expect(section.style.getPropertyValue('--chat-x')).toBe('-24px');
  press(handle, 'Home');
  expect(chat.place.value).toEqual({ x: 0, y: 0 });
  expect(press(handle, 'Enter')).toBe(true);
  press(find('b'), 'ArrowLeft');
  expect(chat.place.value).toEqual({ x: 0, y: 0 });
});

test('a pointer drags it by its head, not by the buttons there, and not a sheet', () => {
  const { chat, section } = page();
  section.setPointerCapture = () => {};
  const point = (type: string, on: HTMLElement, clientX: number): boolean =>
    on.dispatchEvent(
      Object.assign(new MouseEvent(type, { bubbles: true, clientX, clientY: 0 }), { pointerId: 7 }),
    );
  const drag = (from: HTMLElement): void => {
    point('pointerdown', from, 100);
    point('pointermove', section, 60);
    point('pointerup', section, 60);
    point('pointermove', section, 0);
  };
  drag(find('b'));
  expect(chat.place.value).toEqual({ x: -40, y: 0 });
  drag(find('[data-chat-handle] + button'));
  expect(chat.place.value).toEqual({ x: -40, y: 0 });
  Object.assign(globalThis, { matchMedia: () => ({ matches: false }) });
  drag(find('b'));
  expect(chat.place.value).toEqual({ x: -40, y: 0 });
});

test('left alone it hears nothing more', () => {
  const { chat } = page();
  leaves.splice(0).forEach((leave) => leave());
  chat.open();
  press(find('[data-chat-handle]'), 'Escape');
  press(find('[data-chat-handle]'), 'ArrowLeft');
  expect([chat.view.value, chat.place.value]).toEqual(['open', { x: 0, y: 0 }]);
});
