import type { Texts } from '@offhook/demo-kit';
import { language } from '../app/page.js';
import { useCurrent } from '@offhook/react';

/** The words of the language that the page speaks. */
export const useTexts = (): Texts => useCurrent(language.texts);
