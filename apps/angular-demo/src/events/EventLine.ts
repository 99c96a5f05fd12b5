import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import type { OffhookEvent } from '@offhook/core';
import { eventLine, formatTime } from '@offhook/demo-kit';
import { appTexts } from '../shared/appTexts.js';

/** One event. The lines before it don't render again as the log grows. */
@Component({
  selector: 'p[appEventLine]',
  template: '<time [attr.datetime]="iso()">{{ time() }}</time>&ngsp;<span>{{ line() }}</span>',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class EventLine {
  readonly appEventLine = input.required<OffhookEvent>();
  readonly #texts = inject(appTexts);
  protected readonly iso = computed(() => new Date(this.appEventLine().at).toISOString());
  protected readonly time = computed(() => formatTime(this.appEventLine().at, 'en'));
  protected readonly line = computed(() => eventLine(this.appEventLine(), this.#texts()));
}
