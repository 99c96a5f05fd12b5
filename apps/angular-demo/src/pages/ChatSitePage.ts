import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { FloatingChat } from '../chat/FloatingChat.js';
import { EventLog } from '../events/EventLog.js';
import { Header } from '../header/Header.js';
import { appTexts } from '../shared/appTexts.js';
import { showTitle } from '../shared/showTitle.js';
import { SitePage } from '../site/SitePage.js';

/** A customer's web site with a chat on each of its pages. */
@Component({
  selector: 'app-chat-site-page',
  imports: [EventLog, FloatingChat, Header, SitePage],
  template: `
    <header appHeader></header>
    <main appSitePage></main>
    <aside appEventLog></aside>
    <app-floating-chat />
  `,
  host: { class: 'page' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ChatSitePage {
  readonly #texts = inject(appTexts);

  constructor() {
    showTitle(() => `${this.#texts().chat.site.name} · ${this.#texts().product} · Angular`);
  }
}
