const secret = /access_?token/i;

/**
 * A link as it may be stored: without an access token (in the query, in the hash, or in a link within either) and
 * without a user and password. `undefined` where a token can't be taken out.
 */
export function withoutSecrets(link: string): string | undefined {
  const safe = clean(link.replace(/^([a-z][a-z\d+.-]*:)?([\\/]{2})[^\\/?#]*@/i, '$1$2'));
  return secret.test(readable(safe)) ? undefined : safe;
}

/** What stands before the first `?` or `#` is a path; what follows are parameters, or a path of a page's own. */
const clean = (link: string): string =>
  link
    .split(/(?=[?#])/)
    .map((part) => (/^[?#]/.test(part) ? part.charAt(0) + parameters(part.slice(1)) : part))
    .filter((part) => part !== '?' && part !== '#')
    .join('');

const parameters = (text: string): string =>
  text
    .split('&')
    .filter((each) => !secret.test(readable(each.split('=', 1)[0] ?? '')))
    .map((each) => {
      const at = each.indexOf('=') + 1;
      const value = readable(each.slice(at));
      return secret.test(value) ? each.slice(0, at) + encodeURIComponent(clean(value)) : each;
    })
    .join('&');

/** Decoded as often as somebody may have encoded it. Only the ASCII: that is what a token is found by. */
function readable(text: string): string {
  let now = text;
  for (let turn = 0; turn < 5; turn += 1)
    now = now.replace(/%([0-7][\da-f])/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
  return now;
}
