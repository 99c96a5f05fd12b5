import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { currentSignal } from '@offhook/angular';
import { sitePageOf } from '@offhook/demo-kit';
import { router } from '../app/page.js';
import { appTexts } from '../shared/appTexts.js';
import { ApplicationForm } from './ApplicationForm.js';
import { DetailsForm } from './DetailsForm.js';
import { SiteFacts } from './SiteFacts.js';
import { SiteNav } from './SiteNav.js';

/** One page of a customer's web site. */
@Component({
  selector: 'main[appSitePage]',
  imports: [ApplicationForm, DetailsForm, SiteFacts, SiteNav],
  template: `
    <nav appSiteNav [page]="page()"></nav>
    <h1>{{ site().titles[page()] }}</h1>
    <p class="site-lead">{{ site().leads[page()] }}</p>
    @switch (page()) {
      @case (0) {
        <dl class="site-facts" [appSiteFacts]="site().facts"></dl>
      }
      @case (1) {
        <form appApplicationForm></form>
      }
      @default {
        <dl class="site-answers" [appSiteFacts]="site().questions"></dl>
      }
    }
    <form appDetailsForm></form>
  `,
  host: { class: 'site' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SitePage {
  readonly #path = currentSignal(router.path);
  protected readonly page = computed(() => sitePageOf(this.#path()));
  readonly #texts = inject(appTexts);
  protected readonly site = computed(() => this.#texts().chat.site);
}
