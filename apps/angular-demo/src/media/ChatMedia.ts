import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { ChatService, CobrowseService, currentSignal, ScreenService, VideoService } from '@offhook/angular';
import { answerConsent, chatOf, consentView } from '@offhook/demo-kit';
import { notices } from '../app/page.js';
import { chatDesk } from '../chat/chatDesk.js';
import { appTexts } from '../shared/appTexts.js';
import { CallPanel } from './CallPanel.js';
import { ConsentDialog } from './ConsentDialog.js';
import { SharingStatus } from './SharingStatus.js';

/** What goes on in a chat beside the messages, and the question before it. */
@Component({
  selector: 'div[appChatMedia]',
  imports: [CallPanel, ConsentDialog, SharingStatus],
  template: `
    <section appCallPanel [chatId]="chatId()"></section>
    <div appSharingStatus [chatId]="chatId()"></div>
    <!-- Each question has a dialog of its own. -->
    @for (consent of consents(); track consent.key) {
      <dialog [appConsentDialog]="consent" [answer]="answer"></dialog>
    }
  `,
  host: { class: 'chat-media', 'data-focus-next': '[data-chat-focus]' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ChatMedia {
  /** Without it the chat in focus. */
  readonly chatId = input<string>();
  readonly #texts = inject(appTexts);
  readonly #desk = chatDesk();
  readonly #chat = inject(ChatService).chat(this.chatId);
  readonly #video = inject(VideoService).videoCall(this.chatId);
  readonly #screen = inject(ScreenService).screenShare(this.chatId);
  readonly #cobrowse = inject(CobrowseService).cobrowse(this.chatId);
  readonly #asked = currentSignal(this.#desk.consents.asked);
  readonly #consent = computed(() =>
    consentView({ chat: this.#chat.chat(), asked: this.#asked(), chatId: this.chatId() }, this.#texts()),
  );
  protected readonly consents = computed(() => {
    const consent = this.#consent();
    return consent === undefined ? [] : [consent];
  });

  protected readonly answer = async (allowed: boolean): Promise<boolean> => {
    const consent = this.#consent();
    if (consent === undefined) return true;
    return answerConsent(consent, allowed, {
      chat: () => chatOf(this.#desk.client, this.chatId()),
      video: this.#video,
      screen: this.#screen,
      cobrowse: this.#cobrowse,
      done: this.#desk.consents.done,
      showError: notices.show,
    });
  };
}
