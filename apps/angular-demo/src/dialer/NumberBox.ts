import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';
import { currentSignal } from '@offhook/angular';
import type { NumberBox as NumberBoxControl } from '@offhook/demo-kit';
import { appTexts } from '../shared/appTexts.js';
import { uniqueId } from '../shared/uniqueId.js';

/** A number to type, with the contacts it may mean. */
@Component({
  selector: 'app-number-box',
  template: `
    <!-- The keys and the focus of a suggestion are the textbox's. -->
    <!-- eslint-disable @angular-eslint/template/click-events-have-key-events, @angular-eslint/template/interactive-supports-focus -->
    <label [for]="id + '-input'">{{ texts().number }}</label>
    <input
      #input
      [id]="id + '-input'"
      class="input number"
      role="combobox"
      autocomplete="off"
      aria-autocomplete="list"
      [placeholder]="texts().numberHint"
      [attr.aria-expanded]="state().open"
      [attr.aria-controls]="id + '-list'"
      [attr.aria-activedescendant]="state().active < 0 ? null : optionId(state().active)"
      [value]="state().text"
      (input)="box().type(input.value)"
      (keydown)="press($event)"
      (blur)="box().close()"
    />
    @if (state().open) {
      <ul [id]="id + '-list'" class="suggestions" role="listbox" [attr.aria-label]="texts().suggestions">
        @for (suggestion of state().suggestions; track suggestion.id) {
          <!-- The press must not take the focus from the text before the click has chosen. -->
          <li
            [id]="optionId($index)"
            class="suggestion"
            role="option"
            [attr.aria-selected]="$index === state().active"
            (pointerdown)="$event.preventDefault()"
            (click)="box().choose(suggestion)"
          >
            <span class="clip">{{ suggestion.name }}</span>
            <span class="number soft">{{ suggestion.number }}</span>
          </li>
        }
      </ul>
    }
  `,
  host: { class: 'field combobox' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class NumberBox {
  readonly box = input.required<NumberBoxControl>();
  protected readonly texts = inject(appTexts);
  protected readonly id = uniqueId();
  protected readonly state = currentSignal(() => this.box().state);

  protected optionId(index: number): string {
    return `${this.id}-option-${index}`;
  }

  protected press(event: KeyboardEvent): void {
    if (this.box().press(event.key)) event.preventDefault();
  }
}
