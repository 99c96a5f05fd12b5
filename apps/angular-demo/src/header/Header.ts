import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { currentSignal } from '@offhook/angular';
import { ariaCurrent, vendorPages } from '@offhook/demo-kit';
import { router } from '../app/page.js';
import { appTexts } from '../shared/appTexts.js';
import { Icon } from '../shared/Icon.js';
import { LanguagePicker } from './LanguagePicker.js';
import { ThemePicker } from './ThemePicker.js';

/** The page's header; its content are the controls of the page that shows. */
@Component({
  selector: 'header[appHeader]',
  imports: [Icon, LanguagePicker, ThemePicker],
  template: `
    <a class="brand" [href]="router.href('')">
      <span class="brand-mark"><svg appIcon="dial"></svg></span>
      {{ texts().product }}
    </a>
    <nav class="connectors" [attr.aria-label]="texts().connectors">
      <ul>
        @for (page of vendorPages; track page.path) {
          <li>
            <a [href]="router.href(page.path)" [attr.aria-current]="ariaCurrent(page, path())">
              {{ page.name }}
            </a>
          </li>
        }
      </ul>
    </nav>
    <div class="header-controls">
      <ng-content />
      <app-language-picker />
      <app-theme-picker />
    </div>
  `,
  host: { class: 'header' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Header {
  protected readonly texts = inject(appTexts);
  protected readonly router = router;
  protected readonly vendorPages = vendorPages;
  protected readonly ariaCurrent = ariaCurrent;
  protected readonly path = currentSignal(router.path);
}
