import { ChangeDetectionStrategy, Component, input, output } from '@angular/core';
import { uniqueId } from './uniqueId.js';

/** Something that is on or off, and changes at once. */
@Component({
  selector: 'app-switch',
  template: `
    <button
      type="button"
      class="switch"
      role="switch"
      [attr.aria-checked]="on()"
      [attr.aria-describedby]="detail() === undefined ? null : detailId"
      (click)="toggled.emit()"
    >
      <span class="switch-track" aria-hidden="true"></span>
      {{ label() }}
    </button>
    @if (detail() !== undefined) {
      <span class="switch-detail" [id]="detailId">{{ detail() }}</span>
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Switch {
  readonly label = input.required<string>();
  readonly on = input.required<boolean>();
  /** More about it, below the label. */
  readonly detail = input<string>();
  readonly toggled = output();
  protected readonly detailId = uniqueId();
}
