import { ChangeDetectionStrategy, Component, computed, inject, input, signal } from '@angular/core';
import { ChatService, CobrowseService, ScreenService, VideoService } from '@offhook/angular';
import { chatTools, type ChatTool } from '@offhook/demo-kit';
import { appTexts } from '../shared/appTexts.js';
import { IconButton } from '../shared/IconButton.js';
import { noticeErrors } from '../shared/noticeErrors.js';
import { CallbackDialog } from './CallbackDialog.js';
import { chatDesk } from './chatDesk.js';

/** What can be done in a chat beside writing. */
@Component({
  selector: 'div[appChatTools]',
  imports: [CallbackDialog, IconButton],
  template: `
    @for (tool of tools(); track tool.action) {
      <button
        [appIconButton]="tool.icon"
        [attr.aria-label]="tool.label"
        [class]="tool.kind"
        [disabledBecause]="tool.disabledBecause"
        (click)="use(tool.action, chooser)"
      ></button>
    }
    <input #chooser type="file" multiple hidden (change)="attach(chooser)" />
    @if (isAsking()) {
      <dialog appCallbackDialog [chatId]="chatId()" (closed)="isAsking.set(false)"></dialog>
    }
  `,
  host: {
    class: 'chat-tools',
    role: 'group',
    '[attr.aria-label]': 'texts().chat.tools',
    'data-focus-next': '[data-chat-focus]',
  },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ChatTools {
  readonly chatId = input<string>();
  protected readonly texts = inject(appTexts);
  readonly #service = inject(ChatService);
  readonly #chat = this.#service.chat(this.chatId);
  readonly #files = this.#service.uploads(this.chatId);
  readonly #video = inject(VideoService).videoCall(this.chatId);
  readonly #screen = inject(ScreenService).screenShare(this.chatId);
  readonly #cobrowse = inject(CobrowseService).cobrowse(this.chatId);
  protected readonly tools = computed(() =>
    chatTools(
      {
        chat: this.#chat.can(),
        video: this.#video.can(),
        screen: this.#screen.can(),
        cobrowse: this.#cobrowse.can(),
      },
      this.texts(),
    ),
  );
  protected readonly isAsking = signal(false);

  constructor() {
    noticeErrors(this.#chat.lastError);
    noticeErrors(this.#files.lastError);
  }

  protected use(action: ChatTool['action'], chooser: HTMLInputElement): void {
    if (action === 'attach') chooser.click();
    else if (action === 'requestCallback') this.isAsking.set(true);
    else if (action === 'end') void this.#chat.end();
    else chatDesk().consents.ask(action, this.chatId());
  }

  protected attach(chooser: HTMLInputElement): void {
    void this.#files.upload([...(chooser.files ?? [])]);
    // The same file may be chosen again.
    chooser.value = '';
  }
}
