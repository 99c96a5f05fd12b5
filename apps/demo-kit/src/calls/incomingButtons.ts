import type { Capability } from '@offhook/core';
import type { Texts } from '../texts/english.js';

/** A button of an incoming call. */
export interface IncomingButton {
  readonly action: 'answer' | 'reject';
  /** Its look. */
  readonly kind: string;
  /** Why the vendor can never do this; the button then shows disabled. */
  readonly disabledBecause: string | undefined;
}

const kinds = { answer: 'button-go', reject: 'button-danger' } as const;

/** What can be done with a call that comes in. */
export const incomingButtons = (
  can: Readonly<Record<'answer' | 'reject', Capability>>,
  texts: Texts,
): readonly IncomingButton[] =>
  (['answer', 'reject'] as const).map((action) => {
    const capability = can[action];
    return {
      action,
      kind: kinds[action],
      disabledBecause:
        !capability.allowed && capability.reason === 'not-supported'
          ? texts.reason(capability.reason, capability.text)
          : undefined,
    };
  });
