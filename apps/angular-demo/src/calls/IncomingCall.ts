import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { CallService } from '@offhook/angular';
import type { Call } from '@offhook/core';
import { incomingButtons, matchText, partyName, partyNumber } from '@offhook/demo-kit';
import { appTexts } from '../shared/appTexts.js';
import { Avatar } from '../shared/Avatar.js';
import { Icon } from '../shared/Icon.js';
import { noticeErrors } from '../shared/noticeErrors.js';
import { uniqueId } from '../shared/uniqueId.js';

@Component({
  selector: 'app-incoming-call',
  imports: [Avatar, Icon],
  template: `
    <div class="incoming-head" [id]="whoId">
      <app-avatar [name]="name()" />
      <div class="who">
        <span class="who-name clip">{{ name() }}</span>
        @if (number() !== name()) {
          <span class="who-number clip">{{ number() }}</span>
        }
        <span class="soft clip">{{ match() }}</span>
      </div>
    </div>
    <div class="incoming-buttons">
      @for (button of buttons(); track button.action) {
        <button
          type="button"
          class="button {{ button.kind }}"
          [disabled]="button.disabledBecause !== undefined"
          [attr.title]="button.disabledBecause"
          [attr.aria-describedby]="button.disabledBecause && whoId + button.action"
          (click)="controls[button.action]()"
        >
          <svg [appIcon]="button.action"></svg>
          {{ texts().action[button.action] }}
          @if (button.disabledBecause) {
            <span [id]="whoId + button.action" hidden>{{ button.disabledBecause }}</span>
          }
        </button>
      }
    </div>
  `,
  host: {
    class: 'incoming-call',
    'data-state': 'ringing',
    role: 'alertdialog',
    '[attr.aria-label]': 'texts().incomingCall',
    '[attr.aria-describedby]': 'whoId',
    '[attr.data-focus-next]': 'card()',
  },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class IncomingCall {
  readonly call = input.required<Call>();
  protected readonly texts = inject(appTexts);
  protected readonly whoId = uniqueId();
  protected readonly controls = inject(CallService).call(computed(() => this.call().id));
  protected readonly buttons = computed(() => incomingButtons(this.controls.can(), this.texts()));
  protected readonly card = computed(() => `[data-call="${CSS.escape(this.call().id)}"]`);
  protected readonly number = computed(() => partyNumber(this.call().remote));
  protected readonly match = computed(() => matchText(this.call().match, this.texts()));
  protected readonly name = computed(() =>
    partyName(this.call().remote, this.call().match, this.texts().unknownCaller),
  );

  constructor() {
    noticeErrors(this.controls.lastError);
  }
}
