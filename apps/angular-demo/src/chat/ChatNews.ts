import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { ChatService } from '@offhook/angular';
import { callbackText, chatNotice, queueText } from '@offhook/demo-kit';
import { appTexts } from '../shared/appTexts.js';

/** What the server lets the customer know: where they stand, whether they are called back, why nobody comes. */
@Component({
  selector: 'div[appChatNews]',
  template: `
    <p role="status" [attr.aria-label]="texts().chat.queuePosition">{{ queue() }}</p>
    <p role="status" [attr.aria-label]="texts().chat.callback">{{ callback() }}</p>
    @if (notice(); as notice) {
      <p role="alert" class="chat-notice">{{ notice }}</p>
    }
  `,
  host: { class: 'chat-news' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ChatNews {
  readonly chatId = input<string>();
  protected readonly texts = inject(appTexts);
  readonly #service = inject(ChatService);
  readonly #chat = this.#service.chat(this.chatId);
  readonly #wish = this.#service.callbackRequest(this.chatId);
  readonly #position = this.#service.queuePosition(this.chatId);
  protected readonly queue = computed(() => queueText(this.#position(), this.texts()));
  protected readonly callback = computed(() => callbackText(this.#wish.callback(), this.texts()));
  protected readonly notice = computed(() => chatNotice(this.#chat.chat(), this.texts()));
}
