import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { ContactService, currentSignal } from '@offhook/angular';
import type { Contact } from '@offhook/core';
import { activityRows } from '@offhook/demo-kit';
import { desk } from '../app/desk.js';
import { language } from '../app/page.js';
import { appTexts } from '../shared/appTexts.js';
import { noticeErrors } from '../shared/noticeErrors.js';

/** A contact's history in the host's own system. */
@Component({
  selector: 'app-activities',
  template: `
    <ul role="list" [attr.aria-label]="texts().activities" [attr.aria-busy]="history.pending()">
      @for (row of rows(); track row.activity.id) {
        <li>
          <button
            type="button"
            class="activity"
            [attr.aria-current]="row.open"
            (click)="history.open(row.activity)"
          >
            <span>{{ row.activity.subject }}</span>&ngsp;<time [attr.datetime]="row.iso">{{ row.when }}</time>
          </button>
        </li>
      }
    </ul>
    @if (rows().length === 0) {
      <p class="empty">{{ history.pending() ? texts().lookingUp : texts().noActivities }}</p>
    }
  `,
  host: { class: 'list-body activities-body' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Activities {
  readonly contact = input.required<Contact>();
  protected readonly texts = inject(appTexts);
  protected readonly history = inject(ContactService).activities(computed(() => this.contact().id));
  readonly #locale = currentSignal(language.choice);
  readonly #opened = currentSignal(desk.activity);
  protected readonly rows = computed(() =>
    activityRows(this.history.activities(), this.#opened(), this.#locale()),
  );

  constructor() {
    noticeErrors(this.history.lastError);
  }
}
