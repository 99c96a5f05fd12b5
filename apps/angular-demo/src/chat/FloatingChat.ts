import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { currentSignal } from '@offhook/angular';
import { appTexts } from '../shared/appTexts.js';
import { ChatMedia } from '../media/ChatMedia.js';
import { Icon } from '../shared/Icon.js';
import { ChatBody } from './ChatBody.js';
import { chatDesk } from './chatDesk.js';
import { ChatFrame } from './ChatFrame.js';
import { ChatHead } from './ChatHead.js';
import { SeveralChats } from './SeveralChats.js';

/** The chat over the page: a button, and what it opens. */
@Component({
  selector: 'app-floating-chat',
  imports: [ChatBody, ChatFrame, ChatHead, ChatMedia, Icon, SeveralChats],
  template: `
    <button
      type="button"
      class="button button-primary chat-launcher"
      data-chat-launcher
      [attr.aria-expanded]="view() === 'open'"
      (click)="desk.chatWindow.open()"
    >
      <svg appIcon="chat"></svg>
      {{ texts().chat.chatWithUs }}
    </button>
    @if (view() === 'closed') {
      <!-- Nothing more. -->
    } @else if (desk.tabs) {
      <section appChatFrame [appSeveralChats]="desk.tabs"></section>
    } @else {
      <section appChatFrame>
        <div appChatHead></div>
        <div appChatMedia></div>
        @if (view() === 'open') {
          <div appChatBody></div>
        }
      </section>
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class FloatingChat {
  protected readonly texts = inject(appTexts);
  protected readonly desk = chatDesk();
  protected readonly view = currentSignal(this.desk.chatWindow.view);
}
