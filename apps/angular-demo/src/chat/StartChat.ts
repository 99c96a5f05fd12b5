import { ChangeDetectionStrategy, Component, computed, inject, input, signal } from '@angular/core';
import { ChatService, currentSignal } from '@offhook/angular';
import { botHistory, shownOutsideForm, type BotLine } from '@offhook/demo-kit';
import { language } from '../app/page.js';
import { appTexts } from '../shared/appTexts.js';
import { noticeErrors } from '../shared/noticeErrors.js';
import { CaptchaField } from './CaptchaField.js';

/** Says who the customer is and what it is about, and begins the chat. */
@Component({
  selector: 'form[appStartChat]',
  imports: [CaptchaField],
  template: `
    <p class="soft">
      {{ chat.chat()?.state === 'ended' ? texts().chat.startAgain : texts().chat.startLead }}
    </p>
    <div class="chat-start-pair">
      <label class="field">
        <span>{{ texts().chat.name }}</span>
        <input
          #nameBox
          class="input"
          data-chat-focus
          autocomplete="name"
          [value]="name()"
          (input)="name.set(nameBox.value)"
        />
      </label>
      <label class="field">
        <span>{{ texts().chat.email }}</span>
        <input
          #emailBox
          class="input"
          type="email"
          autocomplete="email"
          [value]="email()"
          (input)="email.set(emailBox.value)"
        />
      </label>
    </div>
    <label class="field">
      <span>{{ texts().chat.topic }}</span>
      <input #topicBox class="input" [value]="topic()" (input)="topic.set(topicBox.value)" />
    </label>
    @if (asked.captcha(); as captcha) {
      <div [appCaptchaField]="captcha" [chatId]="chatId()" [(typed)]="typed"></div>
    }
    <button type="submit" class="button button-primary" [attr.aria-busy]="chat.pending()">
      {{ texts().chat.start }}
    </button>
  `,
  host: {
    class: 'chat-start',
    'data-focus-next': '[data-chat-focus]',
    '[attr.aria-label]': 'texts().chat.startForm',
    '(submit)': '$event.preventDefault(); submit()',
  },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class StartChat {
  readonly chatId = input<string>();
  readonly clientId = input<string>();
  /** What was said before, for the agent. */
  readonly talk = input.required<readonly BotLine[]>();
  protected readonly texts = inject(appTexts);
  readonly #locale = currentSignal(language.choice);
  readonly #service = inject(ChatService);
  protected readonly chat = this.#service.chat(this.chatId);
  protected readonly asked = this.#service.captcha(this.chatId);
  protected readonly name = signal('');
  protected readonly email = signal('');
  protected readonly topic = signal('');
  protected readonly typed = signal('');

  constructor() {
    noticeErrors(computed(() => shownOutsideForm(this.chat.lastError())));
  }

  protected submit(): void {
    if (this.chat.pending()) return;
    const [talk, clientId, captcha] = [this.talk(), this.clientId(), this.typed()];
    this.typed.set('');
    void this.chat.start({
      customer: {
        name: this.name(),
        email: this.email(),
        topic: this.topic(),
        language: this.#locale(),
        channel: 'web',
      },
      ...(this.asked.captcha() !== undefined && { captcha }),
      ...(talk.length > 0 && { botHistory: botHistory(talk) }),
      ...(clientId !== undefined && { clientId }),
    });
  }
}
