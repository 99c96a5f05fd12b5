import { h } from './element.js';
import { icon, type IconName } from './icon.js';

interface ButtonOptions {
  readonly label: string;
  /** What pressing it does; read by the click listener of the page. */
  readonly act: string;
  readonly data?: Readonly<Record<string, string>>;
  readonly icon?: IconName;
  readonly kind?: string;
  readonly pressed?: boolean;
  readonly expanded?: boolean;
  readonly disabled?: boolean;
  /** The label shows beside or under the icon; otherwise only assistive technology and hover get it. */
  readonly text?: boolean;
  /** The accessible name where the visible label is not enough; must contain the label. */
  readonly name?: string;
}

export function button(options: ButtonOptions): HTMLElement {
  const { label, act, data = {}, kind = '', text = true, name } = options;
  const attributes = Object.fromEntries(Object.entries(data).map(([key, value]) => [`data-${key}`, value]));
  return h(
    'button',
    {
      type: 'button',
      class: kind || undefined,
      'data-act': act,
      'data-key': `${act}:${data['call'] ?? ''}:${data['id'] ?? ''}:${data['key'] ?? ''}`,
      'aria-pressed': options.pressed === undefined ? undefined : String(options.pressed),
      'aria-expanded': options.expanded === undefined ? undefined : String(options.expanded),
      'aria-label': name ?? (text ? undefined : label),
      title: text ? undefined : label,
      disabled: options.disabled,
      ...attributes,
    },
    options.icon && icon(options.icon),
    text && h('span', {}, label),
  );
}
