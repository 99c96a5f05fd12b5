import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { currentSignal } from '@offhook/angular';
import { tabForKey } from '@offhook/core';
import { mediaChats, type ChatTabs } from '@offhook/demo-kit';
import { ChatMedia } from '../media/ChatMedia.js';
import { appTexts } from '../shared/appTexts.js';
import { IconButton } from '../shared/IconButton.js';
import { uniqueId } from '../shared/uniqueId.js';
import { ChatBody } from './ChatBody.js';
import { chatDesk } from './chatDesk.js';
import { ChatHead } from './ChatHead.js';

/** Several chats at once, each in a tab, and the one that is selected. */
@Component({
  selector: 'section[appSeveralChats]',
  imports: [ChatBody, ChatHead, ChatMedia, IconButton],
  template: `
    <div appChatHead [chatId]="chatId()"></div>
    @for (id of mediaChats(); track id) {
      <div appChatMedia [chatId]="id"></div>
    }
    @if (view() === 'open') {
      <div class="chat-tabs">
        <div #list role="tablist" [attr.aria-label]="texts().chat.chats">
          @for (tab of all(); track tab.key) {
            <button
              type="button"
              role="tab"
              [attr.aria-selected]="tab.key === selected()"
              [attr.aria-controls]="panelId"
              [tabIndex]="tab.key === selected() ? 0 : -1"
              (click)="appSeveralChats().select(tab.key)"
              (keydown)="press($event, $index, list)"
            >
              {{ texts().chat.chatNumber(tab.number) }}
            </button>
          }
        </div>
        <button
          appIconButton="add"
          [attr.aria-label]="texts().chat.newChat"
          class="icon-button-end"
          (click)="appSeveralChats().add()"
        ></button>
      </div>
      <div role="tabpanel" [id]="panelId" class="chat-panel" [attr.aria-label]="panelLabel()">
        <!-- Each tab has its own form, with what was typed in it. -->
        @for (key of [selected()]; track key) {
          <div appChatBody [chatId]="chatId()" [clientId]="key"></div>
        }
      </div>
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SeveralChats {
  readonly appSeveralChats = input.required<ChatTabs>();
  protected readonly texts = inject(appTexts);
  protected readonly view = currentSignal(chatDesk().chatWindow.view);
  protected readonly all = currentSignal(() => this.appSeveralChats().tabs);
  protected readonly selected = currentSignal(() => this.appSeveralChats().selected);
  readonly #shown = computed(() => this.all().find(({ key }) => key === this.selected()));
  /** A tab whose chat has yet to begin has none, and not the one in focus. */
  protected readonly chatId = computed(() => this.#shown()?.chat?.id ?? this.selected());
  protected readonly mediaChats = computed(() => mediaChats(this.all(), this.selected()));
  protected readonly panelLabel = computed(() => {
    const shown = this.#shown();
    return shown && this.texts().chat.chatNumber(shown.number);
  });
  protected readonly panelId = uniqueId();

  protected press(event: KeyboardEvent, index: number, list: HTMLElement): void {
    const to = tabForKey(event.key, index, this.all().length);
    const tab = to === undefined ? undefined : this.all().at(to);
    if (to === undefined || tab === undefined) return;
    event.preventDefault();
    this.appSeveralChats().select(tab.key);
    [...list.querySelectorAll<HTMLElement>('[role=tab]')].at(to)?.focus();
  }
}
