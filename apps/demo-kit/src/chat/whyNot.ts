import type { Capability } from '@offhook/core';
import type { Texts } from '../texts/english.js';

/** Why something can't be done now, in the page's language; `undefined` where it can. */
export const whyNot = (capability: Capability, texts: Texts): string | undefined =>
  capability.allowed ? undefined : texts.reason(capability.reason, capability.text);
