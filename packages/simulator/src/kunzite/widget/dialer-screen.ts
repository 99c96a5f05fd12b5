import { button } from '../../page/button.js';
import { h } from '../../page/element.js';
import { icon } from '../../page/icon.js';
import type { Face } from './face-state.js';
import { keys } from './keypad.js';

/** A shorter text would suggest half of the contacts. */
const SUGGEST_FROM = 2;
const SUGGESTIONS = 20;

function suggestions(face: Face): HTMLElement[] {
  const text = face.number.trim();
  if (!face.suggesting || text.length < SUGGEST_FROM) return [];
  return face.book
    .search(text, SUGGESTIONS)
    .flatMap((contact) =>
      contact.phones.map((phone) =>
        h(
          'li',
          { 'data-key': `${contact.key} ${phone}` },
          button({ label: `${contact.name} ${phone}`, act: 'pick', data: { id: phone }, kind: 'line' }),
        ),
      ),
    );
}

/** Where a call begins: a number or a name, and who it may be. */
export function dialerScreen(face: Face): HTMLElement {
  const found = suggestions(face);
  return h(
    'form',
    { class: 'dialer', 'data-act': 'dial', 'data-key': 'dialer', 'aria-label': 'Dialer' },
    h('label', { for: 'number', class: 'sr' }, 'Number'),
    h('input', {
      id: 'number',
      name: 'number',
      type: 'tel',
      autocomplete: 'off',
      placeholder: 'Name or number',
      'data-typing': 'number',
    }),
    found.length > 0 &&
      h('ul', { class: 'suggestions', 'aria-label': 'Suggestions', 'data-key': 'suggestions' }, found),
    h(
      'div',
      { class: 'keys', role: 'group', 'aria-label': 'Dial keys', 'data-key': 'keys' },
      keys.map((key) => h('button', { type: 'button', 'data-act': 'digit', 'data-digit': key }, key)),
    ),
    h('button', { class: 'primary dial', disabled: !face.view.ready }, icon('phone'), h('span', {}, 'Call')),
  );
}
