import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { ChatService, CobrowseService, ScreenService } from '@offhook/angular';
import { sharingView } from '@offhook/demo-kit';
import { appTexts } from '../shared/appTexts.js';
import { Icon } from '../shared/Icon.js';
import { noticeErrors } from '../shared/noticeErrors.js';

/** That an agent sees the screen or the page, and what stops it at once; after it why it ended. */
@Component({
  selector: 'div[appSharingStatus]',
  imports: [Icon],
  template: `
    <p class="media-news" [attr.data-trouble]="view().isTrouble">{{ view().text }}</p>
    @if (isSharing()) {
      <button
        type="button"
        class="button"
        [disabled]="view().disabledBecause !== undefined"
        [attr.title]="view().disabledBecause"
        (click)="stop()"
      >
        <svg appIcon="stopSharing"></svg>
        {{ texts().chat.media.stopSharing }}
      </button>
    }
  `,
  // Always there: what it says is read out as it changes.
  host: {
    class: 'sharing',
    '[class.sharing-on]': 'isSharing()',
    role: 'status',
    '[attr.aria-label]': 'isSharing() ? texts().chat.media.sharing : undefined',
  },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SharingStatus {
  readonly chatId = input<string>();
  protected readonly texts = inject(appTexts);
  readonly #chat = inject(ChatService).chat(this.chatId);
  readonly #screen = inject(ScreenService).screenShare(this.chatId);
  readonly #cobrowse = inject(CobrowseService).cobrowse(this.chatId);
  protected readonly view = computed(() =>
    sharingView(
      {
        chat: this.#chat.chat(),
        screen: this.#screen.screen(),
        cobrowse: this.#cobrowse.cobrowse(),
        can: { screen: this.#screen.can(), cobrowse: this.#cobrowse.can() },
      },
      this.texts(),
    ),
  );
  protected readonly isSharing = computed(() => this.view().shared.length > 0);

  constructor() {
    noticeErrors(this.#screen.lastError);
    noticeErrors(this.#cobrowse.lastError);
  }

  protected stop(): void {
    const { shared } = this.view();
    if (shared.includes('screen')) void this.#screen.stop();
    if (shared.includes('cobrowse')) void this.#cobrowse.stop();
  }
}
