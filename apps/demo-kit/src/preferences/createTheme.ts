import { storedChoice, type StoredChoice } from './storedChoice.js';

export const themes = ['system', 'light', 'dark'] as const;

export type Theme = (typeof themes)[number];

const isTheme = (value: unknown): value is Theme => themes.some((theme) => theme === value);

/** Light, dark, or as the system has it. The stylesheet reads `data-theme` of the root element. */
export function createTheme(): StoredChoice<Theme> {
  return storedChoice({
    key: 'offhook.theme',
    fallback: 'system',
    isValid: isTheme,
    apply: (theme) => {
      document.documentElement.dataset['theme'] = theme;
    },
  });
}
