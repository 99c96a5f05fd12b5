const images = /^data:image\/(?:png|jpe?g|gif|webp|avif|bmp|x-icon|svg\+xml)[;,]/i;

/** What is neither kept nor worth a hole in the page. */
export const noUrl = 'about:blank';

const bare = (url: URL): string | undefined =>
  url.protocol === 'http:' || url.protocol === 'https:' ? `${url.origin}${url.pathname}` : undefined;

/** The page's own address, without query and hash. */
export function guardPageUrl(href: string): string {
  try {
    return bare(new URL(href)) ?? noUrl;
  } catch {
    return noUrl;
  }
}

/** The recorder makes `url(#id)` an address in the page's own folder. */
function ownPart(url: URL, document: Document): string | undefined {
  const id = url.hash.slice(1);
  const page = new URL(document.baseURI);
  const folder = new URL('.', page).pathname;
  if (id === '' || url.origin !== page.origin || (url.pathname !== folder && url.pathname !== page.pathname))
    return undefined;
  return document.getElementById(id) === null ? undefined : `#${id}`;
}

/**
 * An address without its query, its hash and whoever's name is in it: undefined for what is no address of a web page, such as
 * `javascript:` or `blob:`. Pictures that are in the address itself stay. `#id` stays where it names an element of the page,
 * as in drawings.
 */
export function guardUrl(value: string, document: Document): string | undefined {
  const given = value.trim();
  if (images.test(given)) return given;
  if (given.startsWith('#')) return document.getElementById(given.slice(1)) === null ? undefined : given;
  try {
    const url = new URL(given, document.baseURI);
    return ownPart(url, document) ?? bare(url);
  } catch {
    return undefined;
  }
}

/** The same for each of a `srcset`. */
export function guardSrcset(value: string, document: Document): string {
  return value
    .split(/,\s+/)
    .flatMap((candidate) => {
      const [address = '', size = ''] = candidate.trim().split(/\s+/);
      const url = guardUrl(address, document);
      return url === undefined ? [] : [/^\d+(?:\.\d+)?[wx]$/.test(size) ? `${url} ${size}` : url];
    })
    .join(', ');
}
