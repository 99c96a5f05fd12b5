import { InjectionToken, type Signal } from '@angular/core';
import { currentSignal } from '@offhook/angular';
import type { Texts } from '@offhook/demo-kit';
import { language } from '../app/page.js';

/** The words of the language that the page speaks. */
export const appTexts = new InjectionToken<Signal<Texts>>('texts', {
  providedIn: 'root',
  factory: () => currentSignal(language.texts),
});
