import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { ChatService } from '@offhook/angular';
import { uploadRows } from '@offhook/demo-kit';
import { appTexts } from '../shared/appTexts.js';

/** The files on their way; out of sight while there are none. */
@Component({
  selector: 'ul[appUploadList]',
  template: `
    @for (row of rows(); track row.id) {
      <li class="chat-upload" [attr.data-failed]="row.failed">
        <span class="clip">{{ row.name }}</span>&ngsp;<span class="number">{{ row.text }}</span>
      </li>
    }
  `,
  host: {
    class: 'chat-uploads',
    '[attr.aria-label]': 'texts().chat.uploads',
    '[hidden]': 'rows().length === 0',
  },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class UploadList {
  readonly chatId = input<string>();
  protected readonly texts = inject(appTexts);
  readonly #files = inject(ChatService).uploads(this.chatId);
  protected readonly rows = computed(() => uploadRows(this.#files.uploads(), this.texts()));
}
