import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { currentSignal } from '@offhook/angular';
import { formatDate } from '@offhook/demo-kit';
import { desk } from '../app/desk.js';
import { language } from '../app/page.js';
import { appTexts } from '../shared/appTexts.js';

/** The activity that was opened last, of whichever contact: the vendor's widget opens them too. */
@Component({
  selector: 'p[appOpenedActivity]',
  template: '{{ line() }}',
  host: { class: 'activity-open clip', role: 'status', '[attr.aria-label]': 'texts().openedActivity' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class OpenedActivity {
  protected readonly texts = inject(appTexts);
  readonly #locale = currentSignal(language.choice);
  readonly #activity = currentSignal(desk.activity);
  protected readonly line = computed(() => {
    const activity = this.#activity();
    if (activity === undefined) return '';
    return `${this.texts().openedActivity}: ${activity.subject}, ${formatDate(activity.at, this.#locale())}`;
  });
}
