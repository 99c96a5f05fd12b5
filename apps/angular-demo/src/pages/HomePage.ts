import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { vendorPages } from '@offhook/demo-kit';
import { addresses, router } from '../app/page.js';
import { Header } from '../header/Header.js';
import { appTexts } from '../shared/appTexts.js';
import { Icon } from '../shared/Icon.js';
import { showTitle } from '../shared/showTitle.js';

@Component({
  selector: 'app-home-page',
  imports: [Header, Icon],
  template: `
    <header appHeader></header>
    <main class="home">
      <h1>{{ texts().homeTitle }}: Angular</h1>
      <p class="home-lead">{{ texts().homeLead }} {{ texts().callsGoOn }}</p>
      <ul class="home-links">
        @for (page of vendorPages; track page.path) {
          <li>
            <a class="button button-primary" [href]="router.href(page.path)">
              <svg appIcon="dial"></svg>
              {{ texts().openPage(page.name) }}
            </a>
          </li>
        }
        <li>
          <a class="button" [href]="board" target="_blank" rel="noreferrer">
            <svg appIcon="simulator"></svg>
            {{ texts().openBoard }}
          </a>
        </li>
      </ul>
    </main>
  `,
  host: { class: 'page' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class HomePage {
  protected readonly texts = inject(appTexts);
  protected readonly router = router;
  protected readonly vendorPages = vendorPages;
  protected readonly board = addresses.board;

  constructor() {
    showTitle(() => `${this.texts().product} · Angular`);
  }
}
