import type { CallDraft } from '@offhook/demo-kit';
import { useCurrent } from '@offhook/react';
import { useMemo } from 'react';
import { drafts } from '../app/desk.js';

/** What somebody has begun to log of a call. */
export function useCallDraft(callId: string | undefined): CallDraft {
  return useCurrent(useMemo(() => drafts.of(callId), [callId]));
}
