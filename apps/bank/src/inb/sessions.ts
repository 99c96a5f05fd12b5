import { randomBytes } from 'node:crypto';
import type { Clock } from '../shared/clock.js';

/** A customer who has logged in. */
export interface Session {
  readonly id: string;
  /** The customer's number. */
  readonly customer: string;
}

/** Who is logged in now. */
export interface Sessions {
  begin(customer: string): Session;
  /** The session, where it goes on; asking for it keeps it going. */
  of(id: string): Session | undefined;
  end(id: string): void;
}

/** Without a sign of life it is over after a quarter of an hour. */
const idleMs = 900_000;
/** No session is longer, whatever happens in it. */
export const longestMs = 8 * 3_600_000;

interface Kept extends Session {
  readonly until: number;
  seenAt: number;
}

/** Sessions in this process's memory; several servers need one store for them. */
export function sessions(clock: Clock): Sessions {
  const kept = new Map<string, Kept>();
  const isOver = ({ until, seenAt }: Kept): boolean => clock.now() >= Math.min(until, seenAt + idleMs);
  return {
    begin(customer) {
      for (const [id, session] of kept) if (isOver(session)) kept.delete(id);
      const now = clock.now();
      const session = {
        id: randomBytes(32).toString('base64url'),
        customer,
        until: now + longestMs,
        seenAt: now,
      };
      kept.set(session.id, session);
      return session;
    },
    of(id) {
      const session = kept.get(id);
      if (session === undefined) return undefined;
      if (isOver(session)) {
        kept.delete(id);
        return undefined;
      }
      session.seenAt = clock.now();
      return session;
    },
    end(id) {
      kept.delete(id);
    },
  };
}
