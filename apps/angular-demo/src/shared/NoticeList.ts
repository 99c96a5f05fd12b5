import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { currentSignal } from '@offhook/angular';
import { notices } from '../app/page.js';
import { appTexts } from './appTexts.js';
import { Icon } from './Icon.js';
import { IconButton } from './IconButton.js';

/** The errors on the screen, each until it is dismissed. */
@Component({
  selector: 'app-notice-list',
  imports: [Icon, IconButton],
  template: `
    @for (notice of all(); track notice.id) {
      <div class="notice" role="alert">
        <svg appIcon="warning"></svg>
        <p>{{ texts().error(notice.error) }}</p>
        <button
          appIconButton="close"
          [attr.aria-label]="texts().dismiss"
          class="icon-button-plain icon-button-end"
          (click)="notices.dismiss(notice.id)"
        ></button>
      </div>
    }
  `,
  host: { class: 'notices' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class NoticeList {
  protected readonly texts = inject(appTexts);
  protected readonly notices = notices;
  protected readonly all = currentSignal(notices.all);
}
