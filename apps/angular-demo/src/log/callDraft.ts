import type { Signal } from '@angular/core';
import { currentSignal } from '@offhook/angular';
import type { CallDraft } from '@offhook/demo-kit';
import { drafts } from '../app/desk.js';

/** What somebody has begun to log of a call. */
export const callDraft = (callId: Signal<string | undefined>): Signal<CallDraft> =>
  currentSignal(() => drafts.of(callId()));
