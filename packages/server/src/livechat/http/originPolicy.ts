import { exactOrigin } from '../../xivo/corsPolicy.js';
import type { Exchange } from './exchange.js';
import { FrontError } from './frontError.js';

/** Which pages may use the chat. */
export type Origins = readonly string[] | ((origin: string) => boolean);

/** Who asks from where. */
export interface OriginPolicy {
  /** A customer's page: throws `origin-refused` for a foreign one; for writes also where none is told. */
  customer(exchange: Pick<Exchange, 'origin'>, writes: boolean): void;
  /** An agent's page is this server's own. No origin, no browser: it shows a token of its own, not a cookie. */
  agent(exchange: Pick<Exchange, 'origin' | 'ownOrigin'>): void;
}

const advice = 'Add it to the live chat’s origins if it is yours.';

/**
 * Exact origins only. A customer's requests carry a cookie, which the browser adds whoever asks: so a write has to come from a
 * page of the list.
 */
export function originPolicy(origins: Origins): OriginPolicy {
  const known = typeof origins === 'function' ? undefined : new Set(origins.map(exactOrigin));
  const isKnown = typeof origins === 'function' ? origins : (origin: string) => known?.has(origin) ?? false;
  return {
    customer({ origin }, writes) {
      if (origin === undefined && !writes) return;
      if (origin === undefined) {
        throw new FrontError('origin-refused', 'A page’s own origin was expected, and none was told.');
      }
      if (!isKnown(origin)) {
        throw new FrontError('origin-refused', `Pages of this origin may not chat here. ${advice}`);
      }
    },
    agent({ origin, ownOrigin }) {
      if (origin === undefined || origin === ownOrigin) return;
      throw new FrontError('origin-refused', 'Agents work on this server’s own pages only.');
    },
  };
}

/** For `origins`: pages of this machine, on whichever port. */
export function loopbackOrigin(origin: string): boolean {
  if (!URL.canParse(origin)) return false;
  const { hostname, protocol } = new URL(origin);
  const isHere = hostname === 'localhost' || hostname === '127.0.0.1' || hostname === '[::1]';
  return isHere && (protocol === 'http:' || protocol === 'https:');
}
