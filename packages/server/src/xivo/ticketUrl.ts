/**
 * A page's address with the call's id in its query and a ticket in its fragment, which browsers send to nobody. It stays
 * relative when it was; a fragment of its own stays in front.
 */
export function ticketUrl(url: string, call: string, ticket: string): string {
  const mark = url.indexOf('#');
  const page = mark < 0 ? url : url.slice(0, mark);
  const fragment = mark < 0 ? '' : url.slice(mark + 1);
  const query = `${page.includes('?') ? '&' : '?'}call=${encodeURIComponent(call)}`;
  return `${page}${query}#${fragment === '' ? '' : `${fragment}&`}ticket=${ticket}`;
}
