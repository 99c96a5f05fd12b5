import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';
import { ChatService } from '@offhook/angular';
import type { Message } from '@offhook/core';
import { chatRow, type ChatRow } from '@offhook/demo-kit';
import { appTexts } from '../shared/appTexts.js';
import { noticeErrors } from '../shared/noticeErrors.js';
import { ChatEntry } from './ChatEntry.js';

/** What was written, and what happened between; the browser keeps the newest in sight. */
@Component({
  selector: 'div[appChatLog]',
  imports: [ChatEntry],
  template: `
    <!-- Polite by its role: what comes is read out after what is being read. -->
    <div class="chat-log" role="log" [attr.aria-label]="texts().chat.messages">
      @for (message of chat.messages(); track message.id) {
        @let row = rowOf(message);
        @if (row?.kind === 'line') {
          <p class="chat-line">{{ row?.text }}</p>
        } @else if (row) {
          <article [appChatEntry]="message" (resend)="chat.resend(message.id)"></article>
        }
      }
    </div>
  `,
  host: { class: 'chat-scroll', tabindex: '0' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ChatLog {
  readonly chatId = input<string>();
  protected readonly texts = inject(appTexts);
  protected readonly chat = inject(ChatService).chat(this.chatId);

  constructor() {
    noticeErrors(this.chat.lastError);
  }

  protected rowOf(message: Message): ChatRow | undefined {
    return chatRow(message, this.texts());
  }
}
