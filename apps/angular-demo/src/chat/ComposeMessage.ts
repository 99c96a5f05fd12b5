import { ChangeDetectionStrategy, Component, computed, inject, input, signal } from '@angular/core';
import { ChatService } from '@offhook/angular';
import { isSendKey } from '@offhook/demo-kit';
import { appTexts } from '../shared/appTexts.js';
import { Icon } from '../shared/Icon.js';
import { noticeErrors } from '../shared/noticeErrors.js';

/** The message box. What can't be sent at once waits in the log, and is sent later. */
@Component({
  selector: 'form[appComposeMessage]',
  imports: [Icon],
  template: `
    <label class="field">
      <span>{{ texts().chat.message }}</span>
      <textarea
        #box
        class="input"
        data-chat-focus
        [value]="text()"
        (input)="write(box.value)"
        (keydown)="press($event)"
      ></textarea>
    </label>
    <button
      type="submit"
      class="button button-primary"
      [disabled]="!chat.can().send.allowed"
      [attr.title]="whyNot()"
    >
      <svg appIcon="send"></svg>
      {{ texts().chat.send }}
    </button>
  `,
  host: { class: 'chat-compose', '(submit)': '$event.preventDefault(); send()' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ComposeMessage {
  readonly chatId = input<string>();
  protected readonly texts = inject(appTexts);
  protected readonly chat = inject(ChatService).chat(this.chatId);
  protected readonly text = signal('');
  protected readonly whyNot = computed(() => {
    const { send } = this.chat.can();
    return send.allowed ? undefined : this.texts().reason(send.reason, send.text);
  });

  constructor() {
    noticeErrors(this.chat.lastError);
  }

  protected write(text: string): void {
    this.text.set(text);
    void this.chat.setTyping(text !== '');
  }

  protected press(event: KeyboardEvent): void {
    if (!isSendKey(event)) return;
    event.preventDefault();
    this.send();
  }

  protected send(): void {
    const written = this.text();
    if (written.trim() === '' || !this.chat.can().send.allowed) return;
    this.text.set('');
    void this.chat.send(written);
  }
}
