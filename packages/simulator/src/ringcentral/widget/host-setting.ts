import type { SettingView } from '../widget-view.js';
import { button } from '../../page/button.js';
import { h } from '../../page/element.js';
import { toggle } from '../../page/toggle.js';

const text = (setting: SettingView): string => setting.texts.join(', ');

function choice(setting: SettingView): HTMLElement {
  const { id, name, options, texts, readOnly } = setting;
  if (setting.multiple)
    return h(
      'fieldset',
      { class: 'settings-group', 'data-key': `setting ${id}` },
      h('legend', {}, name),
      options.map((option) =>
        toggle({
          label: option.name,
          act: 'setting-choice',
          id,
          option: option.id,
          on: texts.includes(option.id),
          readOnly,
        }),
      ),
    );
  const [chosen = ''] = texts;
  return field(
    setting,
    h(
      'select',
      { 'data-act': 'setting', 'data-id': id, 'data-value': chosen, disabled: readOnly },
      chosen === '' && h('option', { value: '' }, 'Not chosen'),
      options.map((option) => h('option', { value: option.id, selected: option.id === chosen }, option.name)),
    ),
  );
}

function typed(setting: SettingView): HTMLElement {
  const { id, readOnly } = setting;
  const value = text(setting);
  const attributes = { 'data-act': 'setting', 'data-id': id, 'data-set': value, disabled: readOnly };
  return field(
    setting,
    setting.type === 'text'
      ? h('textarea', { ...attributes, rows: 2 }, value)
      : h('input', { ...attributes, autocomplete: 'off', value }),
  );
}

function field(setting: SettingView, control: HTMLElement): HTMLElement {
  return h(
    'label',
    { class: 'field', 'data-key': `setting ${setting.id}` },
    h('span', {}, setting.name),
    control,
  );
}

function described(setting: SettingView, control: HTMLElement): HTMLElement {
  const told = [setting.description, setting.readOnly ? setting.readOnlyReason : ''].filter(Boolean);
  if (told.length === 0) return control;
  return h(
    'div',
    { 'data-key': `described ${setting.id}` },
    control,
    h('p', { class: 'soft' }, told.join(' ')),
  );
}

/** A setting that the host registered, of any type that the vendor documents. */
export function hostSetting(setting: SettingView): HTMLElement {
  const { id, name, type, items, readOnly } = setting;
  switch (type) {
    case 'boolean':
      return described(setting, toggle({ label: name, act: 'setting', id, on: setting.on, readOnly }));
    case 'option':
      return described(setting, choice(setting));
    case 'string':
    case 'text':
      return described(setting, typed(setting));
    case 'button':
      return described(
        setting,
        h(
          'div',
          { class: 'field', 'data-key': `setting ${id}` },
          h('span', {}, name),
          button({
            label: setting.buttonLabel,
            ...(setting.buttonLabel === name ? {} : { name: `${name}: ${setting.buttonLabel}` }),
            act: 'setting-button',
            data: { id },
            kind: 'small',
            disabled: readOnly,
          }),
        ),
      );
    case 'externalLink':
      return described(
        setting,
        h(
          'a',
          { href: setting.uri, target: '_blank', rel: 'noopener noreferrer', 'data-key': `setting ${id}` },
          name,
        ),
      );
    case 'section':
    case 'group':
      return h(
        'fieldset',
        { class: 'settings-group', 'data-key': `setting ${id}` },
        h('legend', {}, name),
        setting.description !== '' && h('p', { class: 'soft' }, setting.description),
        items.map(hostSetting),
      );
    default:
      // Texts to read, and lists that only the host's own page could edit.
      return h(
        'p',
        { class: type === 'admonition' ? 'note' : 'soft', 'data-key': `setting ${id}` },
        text(setting) || name,
      );
  }
}
