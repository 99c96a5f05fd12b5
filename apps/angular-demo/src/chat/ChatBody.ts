import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { ChatService } from '@offhook/angular';
import { botTalk, chatStage } from '@offhook/demo-kit';
import { appTexts } from '../shared/appTexts.js';
import { siteOptions } from './chatDesk.js';
import { ChatLog } from './ChatLog.js';
import { ChatNews } from './ChatNews.js';
import { ChatTools } from './ChatTools.js';
import { ComposeMessage } from './ComposeMessage.js';
import { EarlierTalk } from './EarlierTalk.js';
import { StartChat } from './StartChat.js';
import { TypingStatus } from './TypingStatus.js';
import { UploadList } from './UploadList.js';

/** A chat from its form to its end, and from there to the next one. */
@Component({
  selector: 'div[appChatBody]',
  imports: [ChatLog, ChatNews, ChatTools, ComposeMessage, EarlierTalk, StartChat, TypingStatus, UploadList],
  template: `
    <div appChatNews [chatId]="chatId()"></div>
    @if (talk().length > 0) {
      <details [appEarlierTalk]="talk()"></details>
    }
    <div appChatLog [chatId]="chatId()"></div>
    <p appTypingStatus [chatId]="chatId()"></p>
    @if (talks()) {
      <ul appUploadList role="list" [chatId]="chatId()"></ul>
      <form appComposeMessage [chatId]="chatId()"></form>
      <div appChatTools [chatId]="chatId()"></div>
    } @else {
      <form appStartChat [chatId]="chatId()" [clientId]="clientId()" [talk]="talk()"></form>
    }
  `,
  host: { class: 'chat-body' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ChatBody {
  /** The chat that shows; without it the one in focus. */
  readonly chatId = input<string>();
  /** What a chat that begins here is called by the page, where there are several. */
  readonly clientId = input<string>();
  readonly #texts = inject(appTexts);
  readonly #chat = inject(ChatService).chat(this.chatId);
  protected readonly talk = computed(() => (siteOptions.bot ? botTalk(this.#texts()) : []));
  protected readonly talks = computed(() => chatStage(this.#chat.chat()) === 'talk');
}
