import { h } from '../page/element.js';

/** A labelled field of a form. */
export function field(
  id: string,
  label: string,
  attributes: Readonly<Record<string, string | number | boolean>> = {},
): HTMLElement {
  return h(
    'div',
    { class: 'field' },
    h('label', { for: id }, label),
    h('input', { id, name: id, autocomplete: 'off', ...attributes }),
  );
}

/** A labelled choice; `''` among the values stands for nothing. */
export function choice(
  id: string,
  label: string,
  values: readonly string[],
  none = 'none',
  name = id,
): HTMLElement {
  return h(
    'div',
    { class: 'field' },
    h('label', { for: id }, label),
    h(
      'select',
      { id, name },
      values.map((value) => h('option', { value, 'data-key': value }, value === '' ? none : value)),
    ),
  );
}
