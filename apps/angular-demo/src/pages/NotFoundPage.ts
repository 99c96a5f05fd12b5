import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { router } from '../app/page.js';
import { Header } from '../header/Header.js';
import { appTexts } from '../shared/appTexts.js';
import { showTitle } from '../shared/showTitle.js';

@Component({
  selector: 'app-not-found-page',
  imports: [Header],
  template: `
    <header appHeader></header>
    <main class="home">
      <h1>{{ texts().pageNotFound }}</h1>
      <p>
        <a [href]="home">{{ texts().backHome }}</a>
      </p>
    </main>
  `,
  host: { class: 'page' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class NotFoundPage {
  protected readonly texts = inject(appTexts);
  protected readonly home = router.href('');

  constructor() {
    showTitle(() => this.texts().product);
  }
}
