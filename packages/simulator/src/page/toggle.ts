import { h } from './element.js';

interface ToggleOptions {
  readonly label: string;
  /** What switching it does; read by the change listener of the page. */
  readonly act: string;
  readonly id: string;
  readonly on: boolean;
  readonly readOnly?: boolean;
  /** Where it is one choice of a setting, which. */
  readonly option?: string;
}

export function toggle(options: ToggleOptions): HTMLElement {
  const { label, act, id, on, readOnly, option } = options;
  return h(
    'label',
    { class: 'toggle', 'data-key': `${act} ${id} ${option ?? ''}` },
    h('span', {}, label),
    h('input', {
      type: 'checkbox',
      role: 'switch',
      'data-act': act,
      'data-id': id,
      'data-option': option,
      checked: on,
      disabled: readOnly,
    }),
  );
}
