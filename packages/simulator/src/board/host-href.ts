import type { BoardState } from './board-state.js';

/** The agents' console; of one agent, if a name is given. */
export function consoleHref({ session, vendor }: BoardState, name?: string): string {
  const own = new URL(vendor?.page ?? '/', vendor?.origin ?? location.href);
  own.searchParams.set('session', session);
  if (name !== undefined) own.searchParams.set('name', name);
  return own.href;
}

/** The bare host page with the widget that the board shows, or the vendor's own page where no host takes it in. */
export function hostHref({ session, vendor }: BoardState): string {
  if (vendor?.page !== undefined) {
    const own = new URL(vendor.page, vendor.origin);
    own.searchParams.set('session', session);
    return own.href;
  }
  return `/host?${new URLSearchParams({ ...(vendor && { vendor: vendor.name }), session }).toString()}`;
}
