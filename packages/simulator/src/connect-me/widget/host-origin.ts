/** Whether this page was opened with the interface for hosts: `#tpis=v1` at the end of its URL. */
export const asksForTpis = (hash: string): boolean =>
  new URLSearchParams(hash.replace(/^#/, '')).get('tpis') === 'v1';

/** The origin of the page that this widget is in; empty where the browser keeps it to itself. */
export function hostOrigin(): string {
  // Not every browser has the list of ancestors.
  const ancestors: Partial<Pick<Location, 'ancestorOrigins'>> = location;
  const nearest = ancestors.ancestorOrigins?.[0];
  if (nearest !== undefined) return nearest;
  return URL.canParse(document.referrer) ? new URL(document.referrer).origin : '';
}
