import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { CallService } from '@offhook/angular';
import { createNumberBox, type FindContacts } from '@offhook/demo-kit';
import { appTexts } from '../shared/appTexts.js';
import { Icon } from '../shared/Icon.js';
import { noticeErrors } from '../shared/noticeErrors.js';
import { uniqueId } from '../shared/uniqueId.js';
import { NumberBox } from './NumberBox.js';
import { NumberField } from './NumberField.js';

@Component({
  selector: 'form[appDialer]',
  imports: [Icon, NumberBox, NumberField],
  template: `
    <h2 class="panel-title">{{ texts().dialer }}</h2>
    <div class="dialer-row">
      @if (suggest()) {
        <app-number-box [box]="box()" />
      } @else {
        <app-number-field [box]="box()" />
      }
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
  /** Finds the contacts that it offers, if it does. */
  readonly suggest = input<FindContacts>();
  protected readonly texts = inject(appTexts);
  protected readonly box = computed(() => createNumberBox(this.suggest() ?? []));
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
    const box = this.box();
    box.close();
    const { ok } = await this.#dialer.dial(box.state.value.text);
    if (ok) box.type('');
  }
}
