import { ChangeDetectionStrategy, Component, inject, signal } from '@angular/core';
import { OffhookService } from '@offhook/angular';
import { isOffhookError } from '@offhook/core';
import { notices } from '../app/page.js';
import { appTexts } from '../shared/appTexts.js';

/** Opens a conversation in the vendor's widget. */
@Component({
  selector: 'form[appConversationForm]',
  template: `
    <h2 class="panel-title">{{ texts().openConversation }}</h2>
    <div class="form-row">
      <label class="field">
        <span>{{ texts().conversation }}</span>
        <input
          #address
          class="input"
          [placeholder]="texts().conversationHint"
          [value]="uri()"
          (input)="uri.set(address.value)"
        />
      </label>
      <button type="submit" class="button">
        {{ texts().open }}
      </button>
    </div>
  `,
  host: { class: 'panel', '[attr.aria-label]': 'texts().openConversation', '(submit)': 'submit($event)' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ConversationForm {
  protected readonly texts = inject(appTexts);
  protected readonly uri = signal('');
  readonly #client = inject(OffhookService).client;

  protected async submit(event: Event): Promise<void> {
    event.preventDefault();
    try {
      await this.#client.execute({ type: 'conversation.open', uri: this.uri() });
    } catch (error) {
      if (isOffhookError(error)) notices.show(error);
    }
  }
}
