import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { appTexts } from '../shared/appTexts.js';
import { MessageList } from './MessageList.js';
import { SendMessage } from './SendMessage.js';

@Component({
  selector: 'app-messages-panel',
  imports: [MessageList, SendMessage],
  template: `
    <h2 class="panel-title">{{ texts().messages }}</h2>
    <app-message-list />
    <app-send-message />
  `,
  host: { class: 'panel' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class MessagesPanel {
  protected readonly texts = inject(appTexts);
}
