/** What browsers skip when they read an address. */
// eslint-disable-next-line no-control-regex -- these are what it is about
const skipped = /[\u0000-\u0020\u007f-\u00a0\u2028\u2029]/g;

/** A picture that is in the address itself; no other data is shown. */
const picture = /^data:image\/(?:png|jpe?g|gif|webp|avif|bmp|x-icon|vnd\.microsoft\.icon|svg\+xml)[;,]/i;

/** A font or a picture, as a stylesheet may have it. */
const inStyles = /^data:(?:image|font|application\/(?:font|x-font))[\w.+/-]*[;,]/i;

/**
 * An address of the customer's page, if it may be in its replay: of the web, a place in the page, or a picture in itself. The
 * recorder makes all addresses absolute; one that isn't would lead to the console's own server.
 */
export function safeUrl(url: string): string | undefined {
  const read = url.replace(skipped, '');
  if (read === '' || read.startsWith('#')) return read;
  return /^https?:\/\//i.test(read) || picture.test(read) ? url.trim() : undefined;
}

/** A stylesheet without addresses of another kind than the web's, and without data that is neither picture nor font. */
export function safeStyles(css: string): string {
  return css.replace(/url\(\s*(['"]?)([^)'"]*)/gi, (whole: string, quote: string, url: string) => {
    const read = url.replace(skipped, '');
    const isSafe = !/^[a-z][\w+.-]*:/i.test(read) || /^(?:https?|blob):/i.test(read) || inStyles.test(read);
    return isSafe ? whole : `url(${quote}`;
  });
}
