import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import { currentSignal } from '@offhook/angular';
import type { Message } from '@offhook/core';
import { chatRow, formatTime, type ChatMessageRow } from '@offhook/demo-kit';
import { language } from '../app/page.js';
import { appTexts } from '../shared/appTexts.js';
import { Icon } from '../shared/Icon.js';

/** One message. All of it is text, whoever wrote it. Those before it don't render again as the log grows. */
@Component({
  selector: 'article[appChatEntry]',
  imports: [Icon],
  template: `
    @if (row(); as row) {
      <p class="chat-meta">
        <span>{{ row.author }}</span>
        <time [attr.datetime]="iso()">{{ time() }}</time>
        @if (row.status !== undefined) {
          <span class="chat-status">{{ row.status }}</span>
        }
      </p>
      @if (row.text !== '') {
        <p class="chat-text">{{ row.text }}</p>
      }
      @if (row.file; as file) {
        <p class="chat-file">
          <svg appIcon="file"></svg>
          @if (file.href; as href) {
            <a [href]="href" target="_blank" rel="noreferrer">{{ file.name }}</a>
          } @else {
            {{ file.name }}
          }
        </p>
      }
      @if (row.failed) {
        <button type="button" class="button" (click)="resend.emit()">
          <svg appIcon="again"></svg>
          {{ texts().chat.sendAgain }}
        </button>
      }
    }
  `,
  host: {
    class: 'chat-message',
    '[attr.aria-label]': 'label()',
    '[class.chat-message-own]': 'row()?.own',
    '[attr.data-failed]': 'row()?.failed',
  },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ChatEntry {
  readonly appChatEntry = input.required<Message>();
  readonly resend = output();
  protected readonly texts = inject(appTexts);
  readonly #locale = currentSignal(language.choice);
  protected readonly row = computed((): ChatMessageRow | undefined => {
    const row = chatRow(this.appChatEntry(), this.texts());
    return row?.kind === 'message' ? row : undefined;
  });
  protected readonly time = computed(() => formatTime(this.appChatEntry().at, this.#locale()));
  protected readonly iso = computed(() => new Date(this.appChatEntry().at).toISOString());
  protected readonly label = computed(() => `${this.row()?.author ?? ''} ${this.time()}`);
}
