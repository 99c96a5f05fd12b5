import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { ChatService, currentSignal } from '@offhook/angular';
import { chatStateText, newsText } from '@offhook/demo-kit';
import { appTexts } from '../shared/appTexts.js';
import { Icon } from '../shared/Icon.js';
import { IconButton } from '../shared/IconButton.js';
import { uniqueId } from '../shared/uniqueId.js';
import { chatDesk } from './chatDesk.js';

/** What stays in sight when the chat is minimised: how it stands, and what moves and restores it. */
@Component({
  selector: 'div[appChatHead]',
  imports: [Icon, IconButton],
  template: `
    <h2 class="chat-title">{{ texts().chat.chat }}</h2>
    <button
      type="button"
      class="icon-button icon-button-plain chat-handle"
      data-chat-handle
      [attr.aria-label]="texts().chat.move"
      [attr.aria-describedby]="hintId"
    >
      <svg appIcon="move"></svg>
    </button>
    <span [id]="hintId" hidden>{{ texts().chat.moveHint }}</span>
    <button
      [appIconButton]="isOpen() ? 'minimise' : 'restore'"
      [attr.aria-label]="isOpen() ? texts().chat.minimise : texts().chat.restore"
      class="icon-button-plain icon-button-end"
      (click)="isOpen() ? chatWindow.minimise() : chatWindow.open()"
    ></button>
    <div class="chat-states">
      <span
        role="status"
        [attr.aria-label]="texts().chat.state"
        class="chat-state"
        [attr.data-state]="chat.chat()?.state"
      >
        {{ stateText() }}
      </span>
      <span
        role="status"
        [attr.aria-label]="texts().chat.server"
        class="chat-server"
        [attr.data-status]="server().status"
        [attr.title]="server().reason"
      >
        {{ texts().chat.serverStatus[server().status] }}
      </span>
    </div>
    @if (!isOpen()) {
      <p role="status" class="chat-unread">{{ newsText() }}</p>
    }
  `,
  host: { class: 'chat-head', 'data-chat-drag': '' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ChatHead {
  /** The chat that shows; without it the one in focus. */
  readonly chatId = input<string>();
  protected readonly texts = inject(appTexts);
  readonly #desk = chatDesk();
  protected readonly chatWindow = this.#desk.chatWindow;
  readonly #view = currentSignal(this.chatWindow.view);
  readonly #news = currentSignal(this.#desk.news);
  readonly #service = inject(ChatService);
  protected readonly chat = this.#service.chat(this.chatId);
  protected readonly server = this.#service.serverStatus();
  protected readonly isOpen = computed(() => this.#view() === 'open');
  protected readonly stateText = computed(() => chatStateText(this.chat.chat(), this.texts()));
  protected readonly newsText = computed(() => newsText(this.#news(), this.texts()));
  protected readonly hintId = uniqueId();
}
