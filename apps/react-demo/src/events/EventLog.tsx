import type { Current } from '@offhook/core';
import type { LoggedEvent } from '@offhook/demo-kit';
import { useCurrent } from '@offhook/react';
import { useTexts } from '../shared/useTexts.js';
import { EventLine } from './EventLine.js';

/** What happened, in the words of the one model: the last 200 events. */
export function EventLog({ events }: { readonly events: Current<readonly LoggedEvent[]> }) {
  const texts = useTexts();
  const logged = useCurrent(events);
  return (
    <aside aria-label={texts.events}>
      <details className="drawer" open>
        <summary>{texts.events}</summary>
        <div className="events-scroll" tabIndex={0}>
          {/* Not read out as it grows: what matters of it is said elsewhere. */}
          <div className="events" role="log" aria-label={texts.events} aria-live="off">
            {logged.map(({ key, event }) => (
              <EventLine key={key} event={event} texts={texts} />
            ))}
          </div>
        </div>
      </details>
    </aside>
  );
}
