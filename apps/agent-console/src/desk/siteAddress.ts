/** Where the desk of one site is. */
export interface SiteAddress {
  /** The site that the page's address names; absent: the server's own. */
  readonly site: string | undefined;
  /** An address of the back end, with the site and these in its query. */
  path(below: string, query?: Readonly<Record<string, string>>): string;
  /** The address of the agents' socket. */
  readonly socket: string;
}

/** The site that the address of this page chooses by `?session=NAME`. */
export function siteAddress(page: URL): SiteAddress {
  const site = page.searchParams.get('session') ?? undefined;
  function path(below: string, query: Readonly<Record<string, string>> = {}): string {
    const search = new URLSearchParams({ ...query, ...(site === undefined ? {} : { session: site }) });
    return `/tetherfi/agent/${below}${search.size === 0 ? '' : `?${search.toString()}`}`;
  }
  const socket = new URL(path('socket'), page);
  socket.protocol = page.protocol === 'https:' ? 'wss:' : 'ws:';
  return { site, path, socket: socket.href };
}
