import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { CallService } from '@offhook/angular';
import { isAnswered, type Call } from '@offhook/core';
import { formatDuration } from '@offhook/demo-kit';
import { appTexts } from '../shared/appTexts.js';

/** How long one has talked. Only this renders each second. */
@Component({
  selector: 'app-talk-timer',
  // The space is there before the talk begins.
  template: "{{ answered() ? formatDuration(talkMs()) : '' }}",
  host: {
    class: 'timer',
    '[attr.role]': "answered() ? 'timer' : null",
    '[attr.aria-label]': 'answered() ? texts().talkTime : null',
  },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TalkTimer {
  readonly call = input.required<Call>();
  protected readonly texts = inject(appTexts);
  protected readonly answered = computed(() => isAnswered(this.call()));
  protected readonly talkMs = inject(CallService).callDuration(computed(() => this.call().id));
  protected readonly formatDuration = formatDuration;
}
