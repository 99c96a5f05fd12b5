/** The page that the desktop has opened, as far as the connector touches it. */
export interface GuestPage {
  /** Takes the call's id and its ticket from the address, and the ticket out of it. */
  takeAddress(): { readonly call: string | undefined; readonly ticket: string | undefined };
  /** Posts to the desktop, if there is one and its origin is this; says whether there is one. */
  post(message: string, origin: string): boolean;
}

/** Whether there is a page at all: on a server there is none. */
export const hasPage = (): boolean => typeof document !== 'undefined';

/**
 * Tickets by call, for a client that is made anew in the same page, as development servers and React's strict mode do.
 * In memory alone: a ticket is never stored.
 */
const taken = new Map<string, string>();

function takeAddress(): ReturnType<GuestPage['takeAddress']> {
  const url = new URL(location.href);
  const call = url.searchParams.get('call') ?? undefined;
  // Not by URLSearchParams: the fragment may hold a router's path too, which must stay as it is.
  const parts = url.hash.slice(1).split('&');
  const ticket = parts.find((part) => part.startsWith('ticket='))?.slice(7);
  if (ticket !== undefined) {
    url.hash = parts.filter((part) => !part.startsWith('ticket=')).join('&');
    try {
      history.replaceState(history.state, '', url.href.replace(/#$/, ''));
    } catch {
      // A document without an origin of its own may not: its address is nobody else's to see.
    }
    if (call) taken.set(call, decoded(ticket));
  }
  return { call, ticket: call === undefined ? undefined : taken.get(call) };
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/**
 * Who hosts this page: the window around it; or, where there is none, the one that opened it. In a popup the window
 * around it is itself, which is why the vendor's documented line can't work there.
 */
function desktop(): Window | undefined {
  if (window.parent !== window) return window.parent;
  const opener = window.opener as Window | null;
  return opener && !opener.closed ? opener : undefined;
}

/** The page that this runs in. */
export const guestPage: GuestPage = {
  takeAddress,
  post(message, origin) {
    const host = desktop();
    host?.postMessage(message, origin);
    return !!host;
  },
};
