import type { Outbox } from '@offhook/tabs';

/** Which entry an id of a vendor's belongs to. */
export interface Claim {
  readonly key: string;
  /** Wall-clock milliseconds in which the id means this call, where the vendor gives it to another one later. */
  readonly from?: number;
  readonly until?: number;
  /** The key that this claim is to replace. */
  readonly instead?: string;
}

/** The first claim stands, in whatever tab it was made, so that all tabs write one entry. */
export function mergeClaim(last: Claim | undefined, next: Claim): Claim {
  if (last === undefined || last.key === next.instead) return next;
  if (last.key === next.key)
    return (next.until ?? Infinity) < (last.until ?? Infinity) ? { ...last, until: next.until ?? 0 } : last;
  return (next.from ?? 0) >= (last.until ?? Infinity) ? next : last;
}

/** The keys of entries by the vendors' ids, kept over reloads. */
export interface Claims {
  /** The entry that one of these ids belongs to already. */
  find(ids: readonly string[], at?: number): Promise<string | undefined>;
  /** Makes the ids belong to this entry; gives the key of the one that had an id before, if any. */
  take(ids: readonly string[], claim: Claim): Promise<string>;
  /** Remembers that the host's system has the entry: what is added to it later may still wait. */
  deliver(key: string): Promise<void>;
  isDelivered(key: string): Promise<boolean>;
}

/** No vendor's id begins like this: a connector's id stands before those. */
const delivered = (key: string): string => `! ${key}`;

export function createClaims(box: Pick<Outbox<Claim>, 'get' | 'put'>): Claims {
  return {
    async find(ids, at = 0) {
      for (const id of ids) {
        const claim = (await box.get(id))?.value;
        if (claim && at < (claim.until ?? Infinity)) return claim.key;
      }
      return undefined;
    },
    async take(ids, claim) {
      const taken: string[] = [];
      let key = claim.key;
      for (const id of ids) {
        await box.put(id, { ...claim, key });
        const now = (await box.get(id))?.value.key ?? key;
        if (now === key) taken.push(id);
        else {
          // Somebody was first, while we took the others.
          for (const mine of taken.splice(0)) await box.put(mine, { ...claim, key: now, instead: key });
          key = now;
        }
      }
      return key;
    },
    deliver: (key) => box.put(delivered(key), { key }),
    isDelivered: async (key) => (await box.get(delivered(key))) !== undefined,
  };
}
