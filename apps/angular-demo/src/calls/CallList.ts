import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { CallService } from '@offhook/angular';
import { addresses } from '../app/page.js';
import { appTexts } from '../shared/appTexts.js';
import { Icon } from '../shared/Icon.js';
import { CallCard } from './CallCard.js';

@Component({
  selector: 'app-call-list',
  imports: [CallCard, Icon],
  template: `
    <h2 class="panel-title">{{ texts().calls }}</h2>
    <div class="calls-body">
      <ul id="calls" class="calls" role="list" [attr.aria-label]="texts().calls" tabindex="-1">
        @for (id of ids(); track id) {
          <li [appCallCard]="id"></li>
        }
      </ul>
      @if (ids().length === 0) {
        <p class="empty empty-roomy">
          <svg appIcon="simulator"></svg>
          {{ texts().noCalls }}
          <a [href]="board" target="_blank" rel="noreferrer">{{ texts().ringFromBoard }}</a>
        </p>
      }
    </div>
  `,
  host: { class: 'panel' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class CallList {
  protected readonly texts = inject(appTexts);
  protected readonly ids = inject(CallService).callIds;
  protected readonly board = addresses.board;
}
