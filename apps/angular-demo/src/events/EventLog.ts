import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { currentSignal } from '@offhook/angular';
import { appTexts } from '../shared/appTexts.js';
import { EventLine } from './EventLine.js';
import { loggedEvents } from './loggedEvents.js';

/** What happened, in the words of the one model: the last 200 events. */
@Component({
  selector: 'aside[appEventLog]',
  imports: [EventLine],
  template: `
    <details class="drawer" open>
      <summary>{{ texts().events }}</summary>
      <div class="events-scroll" tabindex="0">
        <!-- Not read out as it grows: what matters of it is said elsewhere. -->
        <div class="events" role="log" [attr.aria-label]="texts().events" aria-live="off">
          @for (logged of events(); track logged.key) {
            <p [appEventLine]="logged.event"></p>
          }
        </div>
      </div>
    </details>
  `,
  host: { '[attr.aria-label]': 'texts().events' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class EventLog {
  protected readonly texts = inject(appTexts);
  protected readonly events = currentSignal(inject(loggedEvents));
}
