import type { Texts } from '@offhook/demo-kit';
import { useCurrent } from '@offhook/vue';
import type { Ref } from 'vue';
import { language } from '../app/page.js';

/** The words of the language that the page speaks. */
export const useTexts = (): Readonly<Ref<Texts>> => useCurrent(language.texts);
