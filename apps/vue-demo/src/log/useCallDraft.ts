import type { CallDraft } from '@offhook/demo-kit';
import { useCurrent } from '@offhook/vue';
import type { Ref } from 'vue';
import { drafts } from '../app/desk.js';

/** What somebody has begun to log of a call. */
export const useCallDraft = (callId: () => string | undefined): Readonly<Ref<CallDraft>> =>
  useCurrent(() => drafts.of(callId()));
