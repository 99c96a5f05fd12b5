import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { CallService } from '@offhook/angular';
import { formatDuration, isoDuration, partyName } from '@offhook/demo-kit';
import { appTexts } from '../shared/appTexts.js';
import { Icon } from '../shared/Icon.js';

@Component({
  selector: 'app-recent-calls',
  imports: [Icon],
  template: `
    <h2 class="panel-title">{{ texts().recentCalls }}</h2>
    <div class="list-body recent-calls-body">
      <ul role="list" [attr.aria-label]="texts().recentCalls" [attr.tabindex]="rows().length > 0 ? 0 : null">
        @for (row of rows(); track row.id) {
          <li class="recent-call" [attr.data-reason]="row.reason">
            <svg [appIcon]="row.direction"></svg>
            <span class="who-name clip">{{ row.name }}</span>&ngsp;
            <span class="how"
              >{{ texts().direction[row.direction] }} · {{ texts().endReason[row.reason] }}</span
            >&ngsp;
            <time class="length" [attr.datetime]="isoDuration(row.talkMs)">{{
              formatDuration(row.talkMs)
            }}</time>
          </li>
        }
      </ul>
      @if (rows().length === 0) {
        <p class="empty">{{ texts().noRecentCalls }}</p>
      }
    </div>
  `,
  host: { class: 'panel' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class RecentCalls {
  protected readonly texts = inject(appTexts);
  protected readonly formatDuration = formatDuration;
  protected readonly isoDuration = isoDuration;
  readonly #calls = inject(CallService).recentCalls;
  protected readonly rows = computed(() =>
    this.#calls().map(({ id, remote, match, direction, endReason: reason = 'unknown', durations }) => ({
      id,
      direction,
      reason,
      name: partyName(remote, match, this.texts().unknownCaller),
      talkMs: durations.talkMs,
    })),
  );
}
