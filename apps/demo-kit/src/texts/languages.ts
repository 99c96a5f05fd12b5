import { english, type Texts } from './english.js';
import { spanish } from './spanish.js';

/** The languages that the sample apps speak, by the code that `<html lang>` wants. */
export const languages = { en: english, es: spanish } satisfies Record<string, Texts>;

export type Language = keyof typeof languages;

export const isLanguage = (value: unknown): value is Language =>
  typeof value === 'string' && Object.hasOwn(languages, value);
