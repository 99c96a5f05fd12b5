import { h } from '../../page/element.js';
import type { CallView } from '../widget-view.js';

export const keys = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '*', '0', '#'] as const;

/** The keys of a running call; their tones go to the other end, and no frame tells of them. */
export function keypad(call: CallView): HTMLElement {
  return h(
    'div',
    { class: 'drawer', role: 'group', 'aria-label': 'Keypad', 'data-key': 'keypad' },
    h('output', { class: 'pressed', 'aria-label': 'Pressed keys' }, call.dtmf || ' '),
    h(
      'div',
      { class: 'keys' },
      keys.map((key) =>
        h('button', { type: 'button', 'data-act': 'dtmf', 'data-call': call.id, 'data-digit': key }, key),
      ),
    ),
  );
}
