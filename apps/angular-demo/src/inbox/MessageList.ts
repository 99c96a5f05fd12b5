import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { currentSignal, InboxService } from '@offhook/angular';
import { formatTime, messageRows } from '@offhook/demo-kit';
import { language } from '../app/page.js';
import { appTexts } from '../shared/appTexts.js';
import { Icon } from '../shared/Icon.js';

/** SMS, voicemail and fax, the newest first. */
@Component({
  selector: 'app-message-list',
  imports: [Icon],
  template: `
    <ul role="list" [attr.aria-label]="texts().messages" [attr.tabindex]="rows().length > 0 ? 0 : null">
      @for (row of rows(); track row.message.id) {
        <li class="message">
          <svg [appIcon]="row.thread.kind"></svg>
          <span class="clip">
            <span [class]="row.message.read ? 'read' : 'unread'">{{ row.who }}</span>&ngsp;
            <span class="message-kind">{{ texts().messageKind[row.thread.kind] }}</span>
            @if (!row.message.read) {
              <span class="visually-hidden">&ngsp;{{ texts().unread }}</span>
            }
          </span>
          &ngsp;
          <time [attr.datetime]="iso(row.message.at)">{{ formatTime(row.message.at, locale()) }}</time>
          <span class="message-text">
            {{ row.message.text }}
            @for (attachment of row.message.attachments; track attachment.id) {
              @if (attachment.link; as link) {
                <a [href]="link" target="_blank" rel="noreferrer">{{ texts().attachment }}</a>
              }
            }
          </span>
        </li>
      }
    </ul>
    @if (rows().length === 0) {
      <p class="empty">{{ texts().noMessages }}</p>
    }
  `,
  host: { class: 'list-body messages-body' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class MessageList {
  protected readonly texts = inject(appTexts);
  protected readonly locale = currentSignal(language.choice);
  protected readonly formatTime = formatTime;
  readonly #inbox = inject(InboxService).inbox;
  protected readonly rows = computed(() => messageRows(this.#inbox(), this.texts().unknownCaller));

  protected iso(at: number): string {
    return new Date(at).toISOString();
  }
}
