import {
  afterNextRender,
  ChangeDetectionStrategy,
  Component,
  ElementRef,
  inject,
  input,
  output,
} from '@angular/core';
import { ChatService } from '@offhook/angular';
import { appTexts } from '../shared/appTexts.js';
import { noticeErrors } from '../shared/noticeErrors.js';

/** Asks for the number to call. The browser keeps the focus inside, and gives it back. */
@Component({
  selector: 'dialog[appCallbackDialog]',
  template: `
    <h2 class="dialog-title">{{ texts().chat.tool.requestCallback }}</h2>
    <p class="soft">{{ texts().chat.callbackLead }}</p>
    <form (submit)="$event.preventDefault(); submit(phone.value)">
      <label class="field">
        <span>{{ texts().chat.phone }}</span>
        <input #phone class="input number" type="tel" autocomplete="tel" required />
      </label>
      <div class="dialog-buttons">
        <button type="button" class="button" (click)="dialog.close()">{{ texts().cancel }}</button>
        <button type="submit" class="button button-primary" [attr.aria-busy]="wish.pending()">
          {{ texts().chat.request }}
        </button>
      </div>
    </form>
  `,
  host: {
    class: 'dialog',
    '[attr.aria-label]': 'texts().chat.tool.requestCallback',
    '(close)': 'closed.emit()',
  },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class CallbackDialog {
  readonly chatId = input<string>();
  readonly closed = output();
  protected readonly texts = inject(appTexts);
  protected readonly wish = inject(ChatService).callbackRequest(this.chatId);
  protected readonly dialog = inject<ElementRef<HTMLDialogElement>>(ElementRef).nativeElement;

  constructor() {
    noticeErrors(this.wish.lastError);
    afterNextRender(() => this.dialog.showModal());
  }

  protected async submit(phone: string): Promise<void> {
    if (this.wish.pending()) return;
    const { ok } = await this.wish.request(phone);
    if (ok) this.dialog.close();
  }
}
