import { siteHref, sitePages } from '@offhook/demo-kit';
import { router } from '../app/page.js';
import { siteOptions } from '../chat/chatDesk.js';
import { useTexts } from '../shared/useTexts.js';

/** The site's own links. With a target the browser follows them itself: each page is a document, as on any web site. */
export function SiteNav({ page }: { readonly page: number }) {
  const texts = useTexts();
  const { site } = texts.chat;
  return (
    <nav className="site-nav" aria-label={site.nav}>
      <span className="site-name">{site.name}</span>
      <ul>
        {sitePages.map((path, index) => (
          <li key={path}>
            <a
              href={siteHref(router.href(path), siteOptions)}
              target="_self"
              aria-current={index === page ? 'page' : undefined}
            >
              {site.page(index + 1)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
