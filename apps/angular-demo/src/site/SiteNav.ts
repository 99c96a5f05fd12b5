import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';
import { siteHref, sitePages } from '@offhook/demo-kit';
import { router } from '../app/page.js';
import { siteOptions } from '../chat/chatDesk.js';
import { appTexts } from '../shared/appTexts.js';

/** The site's own links. With a target the browser follows them itself: each page is a document, as on any web site. */
@Component({
  selector: 'nav[appSiteNav]',
  template: `
    <span class="site-name">{{ texts().chat.site.name }}</span>
    <ul>
      @for (link of links; track link) {
        <li>
          <a [href]="link" target="_self" [attr.aria-current]="$index === page() ? 'page' : null">
            {{ texts().chat.site.page($index + 1) }}
          </a>
        </li>
      }
    </ul>
  `,
  host: { class: 'site-nav', '[attr.aria-label]': 'texts().chat.site.nav' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SiteNav {
  readonly page = input.required<number>();
  protected readonly texts = inject(appTexts);
  protected readonly links = sitePages.map((path) => siteHref(router.href(path), siteOptions));
}
