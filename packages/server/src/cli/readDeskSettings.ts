import { defaultSettings, type Settings } from '../livechat/hub/settings.js';

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What is given in place of what is usual: the same names, and the same kinds of values. */
function merged(usual: unknown, given: unknown, name: string): unknown {
  if (isObject(usual)) {
    if (!isObject(given)) throw new Error(`OFFHOOK_CHAT_SETTINGS: ${name} has to be an object.`);
    const all = new Map(Object.entries(usual));
    for (const [key, value] of Object.entries(given)) {
      if (!all.has(key)) {
        throw new Error(
          `OFFHOOK_CHAT_SETTINGS: ${name} has no ${key}; it has ${[...all.keys()].join(', ')}.`,
        );
      }
      all.set(key, merged(all.get(key), value, key));
    }
    return Object.fromEntries(all);
  }
  const isNumber = typeof given === 'number' && Number.isFinite(given) && given >= 0;
  const isMode = given === 'asked' || given === 'always' || given === 'never';
  if (typeof usual === 'number' ? isNumber : isMode) return given;
  throw new Error(`OFFHOOK_CHAT_SETTINGS: the value of ${name} is wrong.`);
}

/**
 * Reads what the desk goes by, as JSON.
 *
 * @throws Error for what it can't read
 */
export function readDeskSettings(text: string | undefined): Settings {
  if (text === undefined || text === '') return defaultSettings;
  let given: unknown;
  try {
    given = JSON.parse(text);
  } catch {
    throw new Error('OFFHOOK_CHAT_SETTINGS is no JSON.');
  }
  return merged(defaultSettings, given, 'settings') as Settings;
}
