import { select, type Current } from '@offhook/core';
import type { Texts } from '../texts/english.js';
import { isLanguage, languages, type Language } from '../texts/languages.js';
import { storedChoice, type StoredChoice } from './storedChoice.js';

/** The language that the page speaks, and its texts. */
export interface LanguageChoice extends StoredChoice<Language> {
  readonly texts: Current<Texts>;
}

export function createLanguage(): LanguageChoice {
  const stored = storedChoice<Language>({
    key: 'offhook.language',
    fallback: 'en',
    isValid: isLanguage,
    apply: (language) => {
      document.documentElement.lang = language;
    },
  });
  return { ...stored, texts: select(stored.choice, (language): Texts => languages[language]) };
}
