/** @jest-environment jsdom */
import { keepFocus } from './keepFocus.js';

let release: () => void;

beforeEach(() => {
  document.body.innerHTML = `
    <main>
      <div id="incoming" data-focus-next="#calls"><div id="ring" data-focus-next="#second"><button id="answer">Answer</button></div></div>
      <ul id="calls" tabindex="-1"><li id="call"><button id="mute">Mute</button><button id="end">End</button></li><li id="second"><button id="hold">Hold</button></li></ul>
    </main>`;
  release = keepFocus(document.querySelector('main') as HTMLElement);
});

afterEach(() => release());

const element = (id: string): HTMLElement => document.getElementById(id) as HTMLElement;
// Mutations are told in a microtask.
const told = (): Promise<void> => Promise.resolve();

test('a button that goes leaves the focus to the first one of its card', async () => {
  element('end').focus();
  element('end').remove();
  await told();
  expect(document.activeElement?.id).toBe('mute');
});

test('a card that goes leaves the focus to its list', async () => {
  element('mute').focus();
  element('second').remove();
  element('call').remove();
  await told();
  expect(document.activeElement?.id).toBe('calls');
});

test('what goes may name another place where the work goes on', async () => {
  element('answer').focus();
  element('ring').remove();
  await told();
  expect(document.activeElement?.id).toBe('hold');
});

test('when that place is gone too, the next ancestor says where', async () => {
  element('answer').focus();
  element('second').remove();
  element('ring').remove();
  await told();
  expect(document.activeElement?.id).toBe('mute');
});

test('a click elsewhere is leaving on purpose: the focus stays there', async () => {
  element('end').focus();
  document.body.dispatchEvent(new Event('pointerdown', { bubbles: true }));
  element('end').blur();
  element('end').remove();
  await told();
  expect(document.activeElement).toBe(document.body);
});

test('a button that is disabled under the finger hands the focus on', async () => {
  element('mute').focus();
  // jsdom leaves the focus on a disabled button; browsers take it away.
  element('mute').blur();
  element('mute').setAttribute('disabled', '');
  await told();
  expect(document.activeElement?.id).toBe('end');
});
