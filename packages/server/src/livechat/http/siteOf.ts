import { FrontError } from './frontError.js';

/** Which site a request is for. */
export type SiteOf = (query: URLSearchParams) => string;

/** The only site where pages don't choose. */
export const onlySite = 'main';
/** The site of a page that may choose one and doesn't. */
export const unnamedSite = 'demo';

/** What a site may be called. */
export const isSiteName = (name: string): boolean => /^[\w-]{1,64}$/.test(name);

/**
 * A deployment has one site. On a laptop each page names its own with `?session=`, so that people and tests don't meet.
 *
 * @returns throws a FrontError `bad-request` for a name that is none
 */
export function siteOf(chosen: boolean): SiteOf {
  if (!chosen) return () => onlySite;
  return (query) => {
    const name = query.get('session') ?? unnamedSite;
    if (isSiteName(name)) return name;
    throw new FrontError('bad-request', 'session: up to 64 letters, digits, _ and - were expected.');
  };
}
