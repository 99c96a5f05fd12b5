import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { CallService } from '@offhook/angular';
import { createNumberBox, demoContacts } from '@offhook/demo-kit';
import { appTexts } from '../shared/appTexts.js';
import { Icon } from '../shared/Icon.js';
import { noticeErrors } from '../shared/noticeErrors.js';
import { uniqueId } from '../shared/uniqueId.js';
import { NumberBox } from './NumberBox.js';

@Component({
  selector: 'form[appDialer]',
  imports: [Icon, NumberBox],
  template: `
    <h2 class="panel-title">{{ texts().dialer }}</h2>
    <div class="dialer-row">
      <app-number-box [box]="box" />
      <button
        type="submit"
        class="button button-primary"
        [disabled]="never()"
        [attr.aria-describedby]="never() && reasonId"
        [attr.title]="never()"
      >
        <svg appIcon="dial"></svg>
        {{ texts().dial }}
      </button>
    </div>
    @if (never(); as reason) {
      <span [id]="reasonId" hidden>{{ reason }}</span>
    }
  `,
  host: { class: 'panel', '[attr.aria-label]': 'texts().dialer', '(submit)': 'submit($event)' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Dialer {
  protected readonly texts = inject(appTexts);
  protected readonly box = createNumberBox(demoContacts);
  protected readonly reasonId = uniqueId();
  readonly #dialer = inject(CallService).dialer();
  /** Why the vendor can never dial. */
  protected readonly never = computed(() => {
    const can = this.#dialer.can();
    return !can.allowed && can.reason === 'not-supported'
      ? this.texts().reason(can.reason, can.text)
      : undefined;
  });

  constructor() {
    noticeErrors(this.#dialer.lastError);
  }

  protected async submit(event: Event): Promise<void> {
    event.preventDefault();
    this.box.close();
    const { ok } = await this.#dialer.dial(this.box.state.value.text);
    if (ok) this.box.type('');
  }
}
