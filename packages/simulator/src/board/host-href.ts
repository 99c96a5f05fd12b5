import type { BoardState } from './board-state.js';

/** The bare host page with the widget that the board shows. */
export function hostHref({ session, vendor }: BoardState): string {
  return `/host?${new URLSearchParams({ ...(vendor && { vendor: vendor.name }), session }).toString()}`;
}
