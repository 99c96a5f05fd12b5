import type { ChatRoute } from '../../metrics/chatMetrics.js';
import type { Serve } from './exchange.js';

/**
 * Whose pages ask here: a customer's (an origin of the list, and credentials), an agent's (this server's own), or anybody's.
 */
export type Audience = 'customer' | 'agent' | 'anybody';

/** One address. */
export interface Place {
  readonly route: ChatRoute;
  readonly audience: Audience;
  readonly methods: Readonly<Record<string, Serve>>;
}

/** Which addresses there are. */
export interface Places {
  find(path: string): Place | undefined;
}

/**
 * Addresses by their whole path; those that end in `/` by what they begin with, the first one that fits; then those that a
 * pattern says.
 */
export function places(
  known: Readonly<Record<string, Place>>,
  patterns: readonly { readonly fits: (path: string) => boolean; readonly place: Place }[],
): Places {
  const exact = new Map(Object.entries(known));
  const below = Object.entries(known).filter(([path]) => path.endsWith('/'));
  return {
    find: (path) =>
      exact.get(path) ??
      below.find(([start]) => path.startsWith(start))?.[1] ??
      patterns.find(({ fits }) => fits(path))?.place,
  };
}
