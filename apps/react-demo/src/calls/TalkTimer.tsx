import { isAnswered, type Call } from '@offhook/core';
import { formatDuration } from '@offhook/demo-kit';
import { useCallDuration } from '@offhook/react';
import { useTexts } from '../shared/useTexts.js';

/** How long one has talked. Only this renders each second. */
export function TalkTimer({ call }: { readonly call: Call }) {
  const texts = useTexts();
  const talkMs = useCallDuration(call.id);
  // The space is there before the talk begins.
  if (!isAnswered(call)) return <span className="timer" />;
  return (
    <span className="timer" role="timer" aria-label={texts.talkTime}>
      {formatDuration(talkMs)}
    </span>
  );
}
