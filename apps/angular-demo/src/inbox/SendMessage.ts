import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { OffhookService } from '@offhook/angular';
import { isOffhookError } from '@offhook/core';
import { notices } from '../app/page.js';
import { appTexts } from '../shared/appTexts.js';
import { Icon } from '../shared/Icon.js';

@Component({
  selector: 'app-send-message',
  imports: [Icon],
  template: `
    <form
      class="send-message"
      [attr.aria-label]="texts().sendMessage"
      (submit)="$event.preventDefault(); send(to.value, text)"
    >
      <label class="field">
        <span>{{ texts().to }}</span>
        <input #to class="input number" type="tel" required />
      </label>
      <label class="field">
        <span>{{ texts().text }}</span>
        <input #text class="input" required />
      </label>
      <button type="submit" class="button">
        <svg appIcon="send"></svg>
        {{ texts().send }}
      </button>
    </form>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SendMessage {
  protected readonly texts = inject(appTexts);
  readonly #client = inject(OffhookService).client;

  protected async send(to: string, text: HTMLInputElement): Promise<void> {
    try {
      await this.#client.execute({ type: 'inbox.send', to, text: text.value });
      text.value = '';
    } catch (error) {
      if (isOffhookError(error)) notices.show(error);
    }
  }
}
