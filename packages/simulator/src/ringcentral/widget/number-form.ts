import { h } from '../../page/element.js';

/** Asks for one number: where to transfer or forward to. */
export function numberForm(options: {
  readonly act: string;
  readonly label: string;
  readonly submit: string;
  readonly data: Readonly<Record<string, string>>;
}): HTMLElement {
  const attributes = Object.fromEntries(
    Object.entries(options.data).map(([key, value]) => [`data-${key}`, value]),
  );
  const id = `field-${options.act}`;
  return h(
    'form',
    {
      class: 'drawer',
      'data-act': options.act,
      'data-key': options.act,
      'aria-label': options.label,
      ...attributes,
    },
    h('label', { for: id }, options.label),
    h(
      'div',
      { class: 'row' },
      h('input', { id, name: 'number', type: 'tel', autocomplete: 'off', required: true }),
      h('button', { class: 'primary' }, options.submit),
    ),
  );
}
