import { isRecord } from '../frame.js';

/** A setting that the host registered. What else the host said of it is kept, and told again with each change. */
export interface ThirdPartySetting {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly value?: unknown;
  /** What a section or a group holds. */
  readonly items?: readonly ThirdPartySetting[];
}

export interface SettingsResult {
  readonly settings: readonly ThirdPartySetting[];
  readonly invalid: readonly unknown[];
}

type Fields = Readonly<Record<string, unknown>>;

/** By type: whether the rest of the setting makes sense. */
const checks: Readonly<Record<string, (fields: Fields) => boolean>> = {
  boolean: ({ value }) => typeof value === 'boolean',
  button: ({ buttonLabel }) => buttonLabel === undefined || typeof buttonLabel === 'string',
  option: ({ options, value }) => {
    if (!Array.isArray(options) || !options.every(isOption)) return false;
    const chosen = Array.isArray(value) ? value : value === undefined || value === '' ? [] : [value];
    return chosen.every((id) => options.some((option) => isRecord(option) && option['id'] === id));
  },
  string: () => true,
  text: () => true,
  array: () => true,
  typography: ({ value }) => typeof value === 'string',
  admonition: ({ value }) => typeof value === 'string',
  externalLink: ({ uri }) => typeof uri === 'string' && /^https?:\/\//.test(uri),
  section: ({ items }) => Array.isArray(items),
  group: ({ items }) => Array.isArray(items),
};

function isOption(option: unknown): boolean {
  if (!isRecord(option) || typeof option['name'] !== 'string') return false;
  return typeof option['id'] === 'string' || typeof option['id'] === 'number';
}

/** A boolean setting needs no id or type: the name and `boolean` are taken. Others need both. */
export function readSettings(input: unknown): SettingsResult {
  const settings: ThirdPartySetting[] = [];
  const invalid: unknown[] = [];
  for (const item of Array.isArray(input) ? input : []) {
    const setting = readSetting(item);
    if (!setting) {
      invalid.push(item);
      continue;
    }
    if (setting.type !== 'section' && setting.type !== 'group') {
      settings.push(setting);
      continue;
    }
    const inner = readSettings(setting.items);
    invalid.push(...inner.invalid);
    if (inner.settings.length > 0) settings.push({ ...setting, items: inner.settings });
  }
  return { settings, invalid };
}

function readSetting(item: unknown): ThirdPartySetting | undefined {
  if (!isRecord(item) || typeof item['name'] !== 'string' || item['name'] === '') return undefined;
  const { name, value } = item;
  const id = textOrNothing(item['id']);
  const type = textOrNothing(item['type']);
  if (id === undefined || type === undefined)
    return typeof value === 'boolean' ? { id: id ?? name, name, type: 'boolean', value } : undefined;
  if (item['order'] !== undefined && typeof item['order'] !== 'number') return undefined;
  const check = Object.hasOwn(checks, type) ? checks[type] : undefined;
  return check?.(item) ? { ...item, id, name, type } : undefined;
}

const textOrNothing = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined;

/** The setting of this id, wherever it stands. */
export function findSetting(
  settings: readonly ThirdPartySetting[],
  id: string,
): ThirdPartySetting | undefined {
  for (const setting of settings) {
    if (setting.id === id) return setting;
    const inner = findSetting(setting.items ?? [], id);
    if (inner) return inner;
  }
  return undefined;
}

export interface SettingsChange {
  readonly settings: readonly ThirdPartySetting[];
  /** What the host is told has changed: of a section the whole, of a group the one setting in it. */
  readonly changed: ThirdPartySetting;
}

/** Gives a setting another value; undefined when there is none of this id. */
export function changeSetting(
  settings: readonly ThirdPartySetting[],
  id: string,
  value: unknown,
): SettingsChange | undefined {
  let changed: ThirdPartySetting | undefined;
  const after = settings.map((setting) => {
    if (setting.id === id) return (changed = { ...setting, value: choiceOf(setting, value) });
    const inner = changeSetting(setting.items ?? [], id, value);
    if (!inner) return setting;
    const whole = { ...setting, items: inner.settings };
    changed = setting.type === 'section' ? whole : inner.changed;
    return whole;
  });
  return changed && { settings: after, changed };
}

/** A face knows ids of choices as texts; the host gets them back as it gave them. */
function choiceOf(setting: ThirdPartySetting, value: unknown): unknown {
  if (!('options' in setting) || !Array.isArray(setting.options)) return value;
  if (Array.isArray(value)) return value.map((one: unknown) => choiceOf(setting, one));
  const ids = setting.options.filter(isRecord).map((option) => option['id']);
  return ids.find((id) => String(id) === String(value)) ?? value;
}
