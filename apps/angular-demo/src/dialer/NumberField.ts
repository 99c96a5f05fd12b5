import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';
import { currentSignal } from '@offhook/angular';
import type { NumberBox } from '@offhook/demo-kit';
import { appTexts } from '../shared/appTexts.js';
import { uniqueId } from '../shared/uniqueId.js';

/** A number to type, where there are no contacts to offer. */
@Component({
  selector: 'app-number-field',
  template: `
    <label [for]="id">{{ texts().number }}</label>
    <input
      #input
      [id]="id"
      class="input number"
      autocomplete="off"
      [value]="state().text"
      (input)="box().type(input.value)"
    />
  `,
  host: { class: 'field' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class NumberField {
  readonly box = input.required<NumberBox>();
  protected readonly texts = inject(appTexts);
  protected readonly id = uniqueId();
  protected readonly state = currentSignal(() => this.box().state);
}
