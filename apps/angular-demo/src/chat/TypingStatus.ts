import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { ChatService } from '@offhook/angular';
import { typingText } from '@offhook/demo-kit';
import { appTexts } from '../shared/appTexts.js';

/** Who writes; the line keeps its place while nobody does. */
@Component({
  selector: 'p[appTypingStatus]',
  template: '{{ text() }}',
  host: { class: 'chat-typing', role: 'status', '[attr.aria-label]': 'texts().chat.typing' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TypingStatus {
  readonly chatId = input<string>();
  protected readonly texts = inject(appTexts);
  readonly #chat = inject(ChatService).chat(this.chatId);
  protected readonly text = computed(() => typingText(this.#chat.chat(), this.texts()));
}
