import { isRecord } from '../frame.js';
import type { ThirdPartySetting } from './settings.js';
import { textIn } from './text-in.js';
import type { SettingView } from './widget-view.js';

/** How a face shows a setting, whatever kinds of value the host put into it. */
function settingView(setting: ThirdPartySetting): SettingView {
  const fields: Readonly<Record<string, unknown>> = { ...setting };
  const { options, items = [], value } = { options: [], ...setting };
  return {
    id: setting.id,
    name: setting.name,
    type: setting.type,
    on: value === true,
    texts: (Array.isArray(value) ? value : [value]).map(textIn).filter((one) => one !== ''),
    multiple: fields['multiple'] === true,
    options: (Array.isArray(options) ? options : []).filter(isRecord).map((option) => ({
      id: textIn(option['id']),
      name: textIn(option['name']),
    })),
    description: textIn(fields['description']),
    buttonLabel: textIn(fields['buttonLabel']) || setting.name,
    uri: textIn(fields['uri']),
    readOnly: fields['readOnly'] === true,
    readOnlyReason: textIn(fields['readOnlyReason']),
    items: items.map(settingView),
  };
}

/** Settings in the order that the host wishes; those without a wish keep their places at the end. */
export function settingViews(settings: readonly ThirdPartySetting[]): SettingView[] {
  const order = (setting: ThirdPartySetting): number =>
    'order' in setting && typeof setting.order === 'number' ? setting.order : Infinity;
  return settings
    .map((setting, place) => ({ setting, place }))
    .sort((a, b) => {
      const [first, second] = [order(a.setting), order(b.setting)];
      return first === second ? a.place - b.place : first - second;
    })
    .map(({ setting }) => settingView(setting));
}
