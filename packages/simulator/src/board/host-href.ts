import type { BoardState } from './board-state.js';

/** The bare host page with the widget that the board shows, or the vendor's own page where no host takes it in. */
export function hostHref({ session, vendor }: BoardState): string {
  if (vendor?.page !== undefined) {
    const own = new URL(vendor.page, vendor.origin);
    own.searchParams.set('session', session);
    return own.href;
  }
  return `/host?${new URLSearchParams({ ...(vendor && { vendor: vendor.name }), session }).toString()}`;
}
