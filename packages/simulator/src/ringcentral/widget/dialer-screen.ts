import { button } from '../../page/button.js';
import { h } from '../../page/element.js';
import type { Face } from './face-state.js';
import { icon } from '../../page/icon.js';

const keys = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '*', '0', '#'];

/** Where a call begins: a number, keys for it, and what the host's contacts know of it. */
export function dialerScreen(face: Face): HTMLElement {
  const { view } = face;
  return h(
    'form',
    { class: 'dialer', 'data-act': 'dial', 'data-key': 'dialer', 'aria-label': 'Dialer' },
    h('label', { for: 'dial-number', class: 'sr' }, 'Number'),
    h('input', {
      id: 'dial-number',
      name: 'number',
      type: 'tel',
      autocomplete: 'off',
      placeholder: 'Name or number',
      'data-set': view.dialNumber.text,
      'data-version': view.dialNumber.version,
      value: view.dialNumber.text,
      'data-typing': 'search',
    }),
    view.searchResults.length > 0
      ? h(
          'ul',
          { class: 'results', 'aria-label': 'Search results', 'data-key': 'results' },
          view.searchResults.flatMap((contact) =>
            contact.numbers.map((number) =>
              h(
                'li',
                { 'data-key': `${contact.id} ${number}` },
                button({
                  label: `${contact.name} ${number}`,
                  act: 'pick-number',
                  data: { id: number },
                  kind: 'line',
                }),
              ),
            ),
          ),
        )
      : h(
          'div',
          { class: 'keys', role: 'group', 'aria-label': 'Dial keys', 'data-key': 'keys' },
          keys.map((key) =>
            h('button', { type: 'button', 'data-act': 'type-digit', 'data-digit': key }, key),
          ),
        ),
    h('button', { class: 'primary dial', disabled: !view.ready }, icon('phone'), h('span', {}, 'Call')),
    !view.ready && h('p', { class: 'soft', role: 'status' }, 'The phone is not connected.'),
  );
}
