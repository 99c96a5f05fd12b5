import type { OffhookEvent } from '@offhook/core';
import { eventLine, formatTime, type Texts } from '@offhook/demo-kit';
import { memo } from 'react';

interface EventLineProps {
  readonly event: OffhookEvent;
  readonly texts: Texts;
}

/** One event. The lines before it don't render again as the log grows. */
export const EventLine = memo(function EventLine({ event, texts }: EventLineProps) {
  return (
    <p>
      <time dateTime={new Date(event.at).toISOString()}>{formatTime(event.at, 'en')}</time>{' '}
      <span>{eventLine(event, texts)}</span>
    </p>
  );
});
