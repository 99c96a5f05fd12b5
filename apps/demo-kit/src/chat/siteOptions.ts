/** What the address of the customer's site says of its chat, kept over the site's links. */
export interface SiteOptions {
  /** Several chats at once: `?multichat=true`. */
  readonly multi: boolean;
  /** The customer talked to a bot before: `?bot=1`. */
  readonly bot: boolean;
}

export function readSiteOptions({ search }: { readonly search: string }): SiteOptions {
  const query = new URLSearchParams(search);
  return { multi: query.get('multichat') === 'true', bot: query.get('bot') === '1' };
}

/** A link of the site that keeps what its address says. */
export function siteHref(href: string, { multi, bot }: SiteOptions): string {
  const kept = [...(multi ? ['multichat=true'] : []), ...(bot ? ['bot=1'] : [])];
  if (kept.length === 0) return href;
  return `${href}${href.includes('?') ? '&' : '?'}${kept.join('&')}`;
}

/** The three pages of the site, as the app's paths. */
export const sitePages: readonly string[] = ['tetherfi', 'tetherfi/page-2', 'tetherfi/page-3'];

/** Which page of the site a path is, from 0; -1 for any other page. */
export const sitePageOf = (path: string): number => sitePages.indexOf(path);
