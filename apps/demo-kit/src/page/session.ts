const fallback = 'demo';

/** The session that the page's address names, so that two browsers don't disturb each other. */
export function readSession(location: { readonly search: string }): string {
  return new URLSearchParams(location.search).get('session') || fallback;
}

/** A link of our own that stays in the session; the usual one needs no word. */
export function withSession(path: string, session: string): string {
  return session === fallback ? path : `${path}?session=${encodeURIComponent(session)}`;
}
