import type { Setting } from '@offhook/core';
import { defined, flag, id, list, webAddress, type Fields } from '../read.js';
import type { Profile } from './serviceContext.js';

type SettingOf<T extends Setting['type']> = Extract<Setting, { readonly type: T }>;

/** Our types in the widget's words, and what belongs to each. */
const toWire: { readonly [T in Setting['type']]: (setting: SettingOf<T>) => Fields | undefined } = {
  boolean: ({ value }) => ({ type: 'boolean', value }),
  text: ({ value }) => ({ type: 'string', value }),
  option: ({ options, value, multiple }) => ({ type: 'option', options, value, multiple }),
  section: ({ items }) => ({ type: 'section', items: wireSettings(items, 'current') }),
  // What it holds comes with it: see below.
  group: () => ({ type: 'group' }),
  button: ({ label }) => ({ type: 'button', buttonLabel: label }),
  link: ({ url }) => (webAddress(url) ? { type: 'externalLink', uri: webAddress(url) } : undefined),
};

function wireSetting(setting: Setting): readonly Fields[] {
  const { type, id: known, name, description, order, groupId, readOnly, readOnlyReason } = setting;
  const mine = Object.hasOwn(toWire, type)
    ? (toWire[type] as (setting: Setting) => Fields | undefined)(setting)
    : undefined;
  return mine
    ? [defined<Fields>({ id: known, name, description, order, groupId, readOnly, readOnlyReason, ...mine })]
    : [];
}

/**
 * The host's settings for the widget. There a group holds its settings, and a `groupId` names one of the widget's own
 * groups. That of 2019 has nothing but switches.
 */
export function wireSettings(settings: readonly Setting[], profile: Profile): readonly Fields[] {
  if (profile === '2019') {
    return settings.flatMap((each) =>
      each.type === 'boolean' ? [{ name: each.name, value: each.value }] : [],
    );
  }
  const groups = settings.filter(({ type }) => type === 'group').map((each) => each.id);
  return settings.flatMap((setting) => {
    if (setting.groupId !== undefined && groups.includes(setting.groupId)) return [];
    const [wire] = wireSetting(setting);
    if (!wire || setting.type !== 'group') return wire ? [wire] : [];
    const items = settings
      .filter(({ groupId, type }) => groupId === setting.id && type !== 'group')
      .flatMap((each) => wireSetting({ ...each, groupId: undefined } as unknown as Setting));
    return items[0] ? [{ ...wire, items }] : [];
  });
}

/** Whether any of these is a button, in a section too. */
export const hasButton = (settings: readonly Setting[]): boolean =>
  settings.some((each) => each.type === 'button' || (each.type === 'section' && hasButton(each.items)));

/** The setting of this id (of this name, where the widget knows no ids), of a section too. */
export function findSetting(settings: readonly Setting[], { id: known, name }: Fields): Setting | undefined {
  const all = settings.flatMap((each) => (each.type === 'section' ? [each, ...each.items] : [each]));
  return all.find((each) => each.id === id(known)) ?? all.find((each) => each.name === name);
}

/** The setting with the value that the widget tells, if it is one for it. */
function changed(setting: Setting, value: unknown): Setting | undefined {
  switch (setting.type) {
    case 'boolean':
      return flag(value) === undefined ? undefined : { ...setting, value: value === true };
    case 'text':
      return typeof value === 'string' ? { ...setting, value } : undefined;
    case 'option': {
      const chosen = [value].flat().filter((each) => setting.options.some((option) => option.id === each));
      if (Array.isArray(value)) return { ...setting, value: chosen as string[] };
      return chosen[0] === undefined ? undefined : { ...setting, value: chosen[0] as string };
    }
    default:
      return undefined;
  }
}

/** The settings that have another value now, as the widget tells of one, of a section, or (in 2019) of all. */
export function changedSettings(settings: readonly Setting[], told: unknown): readonly Setting[] {
  return list([told].flat()).flatMap((wire) => {
    if (Array.isArray(wire['items'])) return changedSettings(settings, wire['items']);
    const setting = findSetting(settings, wire);
    const now = setting && !setting.readOnly ? changed(setting, wire['value']) : undefined;
    return now && JSON.stringify(now) !== JSON.stringify(setting) ? [now] : [];
  });
}
