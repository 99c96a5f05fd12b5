import {
  afterNextRender,
  ChangeDetectionStrategy,
  Component,
  ElementRef,
  inject,
  input,
  output,
} from '@angular/core';
import { appTexts } from '../shared/appTexts.js';

/** Asks where a call should go. The browser keeps the focus inside, and gives it back. */
@Component({
  selector: 'dialog[appTransferDialog]',
  template: `
    <h2 class="dialog-title">{{ texts().transfer }}</h2>
    <p class="soft">{{ name() }}</p>
    <form (submit)="$event.preventDefault(); transferTo(number.value)">
      <label class="field">
        <span>{{ texts().number }}</span>
        <input #number class="input number" type="tel" required autocomplete="off" />
      </label>
      <div class="dialog-buttons">
        <button type="button" class="button" (click)="dialog.close()">{{ texts().cancel }}</button>
        <button type="submit" class="button button-primary">{{ texts().transferNow }}</button>
      </div>
    </form>
  `,
  host: { class: 'dialog', '[attr.aria-label]': 'texts().transfer', '(close)': 'closed.emit()' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TransferDialog {
  /** Who is transferred. */
  readonly name = input.required<string>();
  readonly transferred = output<string>();
  readonly closed = output();
  protected readonly texts = inject(appTexts);
  protected readonly dialog = inject<ElementRef<HTMLDialogElement>>(ElementRef).nativeElement;

  constructor() {
    afterNextRender(() => this.dialog.showModal());
  }

  protected transferTo(number: string): void {
    this.transferred.emit(number);
    this.dialog.close();
  }
}
