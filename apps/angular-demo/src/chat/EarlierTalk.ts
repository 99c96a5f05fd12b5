import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';
import type { BotLine } from '@offhook/demo-kit';
import { appTexts } from '../shared/appTexts.js';

/** What the customer told the bot before. The agent gets it, too. */
@Component({
  selector: 'details[appEarlierTalk]',
  template: `
    <summary>{{ texts().chat.earlier }}</summary>
    <dl>
      @for (line of appEarlierTalk(); track line.text) {
        <div>
          <dt>{{ line.author }}</dt>
          <dd>{{ line.text }}</dd>
        </div>
      }
    </dl>
  `,
  host: { class: 'chat-earlier' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class EarlierTalk {
  readonly appEarlierTalk = input.required<readonly BotLine[]>();
  protected readonly texts = inject(appTexts);
}
