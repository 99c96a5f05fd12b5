import { h } from '../../page/element.js';
import { icon } from '../../page/icon.js';
import type { Face } from './face-state.js';

const keys = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '*', '0', '#'];

export const sipTexts: Readonly<Record<string, string>> = {
  off: 'Softphone off',
  starting: 'Softphone starting',
  registered: 'Softphone registered',
  lost: 'Softphone not registered',
};

/** Where a call begins. */
export function dialer({ view }: Face): HTMLElement {
  const ready = view.sip === 'registered';
  return h(
    'form',
    { class: 'dialer', 'data-act': 'dial', 'data-key': 'dialer', 'aria-label': 'Dialer' },
    h('label', { for: 'dial-number' }, 'Number'),
    h('input', { id: 'dial-number', name: 'number', type: 'tel', autocomplete: 'off' }),
    h(
      'div',
      { class: 'keys', role: 'group', 'aria-label': 'Dial keys', 'data-key': 'keys' },
      keys.map((key) => h('button', { type: 'button', 'data-act': 'type-digit', 'data-digit': key }, key)),
    ),
    h('button', { class: 'primary', disabled: !ready }, icon('phone'), h('span', {}, 'Call')),
    !ready && h('p', { class: 'soft' }, `${sipTexts[view.sip] ?? view.sip}: no call can be made.`),
  );
}
