import { formatDuration, isoDuration } from '@offhook/demo-kit';
import { useDeskState } from './deskContext.js';
import { useNow } from './useNow.js';

/** How long ago something began; it counts on. */
export function Since({ since }: { readonly since: string }) {
  const now = useNow() + useDeskState(({ clockAhead }) => clockAhead);
  const ms = now - Date.parse(since);
  return (
    <time className="number" dateTime={isoDuration(ms)}>
      {formatDuration(ms)}
    </time>
  );
}
