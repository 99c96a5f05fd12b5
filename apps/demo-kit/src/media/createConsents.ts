import { createCurrent, type Current } from '@offhook/core';
import type { MediaTexts } from '../texts/mediaEnglish.js';

/** What the customer has to agree to before it begins. */
export type ConsentKind = keyof MediaTexts['ask'];

/** What the customer is about to begin. */
export interface AskedConsent {
  readonly kind: ConsentKind;
  /** In which chat; without it in the one in focus. */
  readonly chatId: string | undefined;
}

/** What the customer pressed a button for, until they have agreed to it or not. */
export interface Consents {
  readonly asked: Current<AskedConsent | undefined>;
  ask(kind: ConsentKind, chatId: string | undefined): void;
  done(): void;
}

/** One question at a time, for as long as the page lives. */
export function createConsents(): Consents {
  const asked = createCurrent<AskedConsent | undefined>(undefined);
  return {
    asked,
    ask: (kind, chatId) => asked.set({ kind, chatId }),
    done: () => asked.set(undefined),
  };
}
