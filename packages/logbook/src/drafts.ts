import { isLive, OffhookError, type Call, type Contact, type LogContext } from '@offhook/core';
import type { Claims } from './claims.js';
import { addFacts } from './mergeRecord.js';
import type { CallRecord } from './record.js';

/** What this tab knows of one call. */
export interface Draft {
  readonly connector: string;
  readonly ids: Set<string>;
  callId?: string;
  /** What isn't kept yet. */
  facts?: CallRecord | undefined;
  /** Whether it is to be logged, whoever else logs it. */
  wanted: boolean;
  /** The key of its entry, once that is known, and how many of its ids find it. */
  key?: string;
  claimed: number;
  /** Whom it may be for, if that isn't clear. */
  contacts: readonly Contact[];
  /** The client's facts that were added last. */
  seen?: string | undefined;
  /** Monotonic milliseconds since which it is known to be over. */
  overAt?: number | undefined;
  busy: boolean;
  waiting: { readonly kept: () => void; readonly failed: (error: unknown) => void }[];
  takeBack?: (() => void) | undefined;
}

/** The calls that this tab knows of, whichever of their ids somebody names. */
export interface Drafts {
  /** The one that has any of these ids; what proves to be one becomes one. */
  of(connector: string, ids: readonly string[], call: Call | undefined): Draft;
  /** The one that has this id: `connector:vendorId`. */
  find(id: string): Draft | undefined;
  /** Adds facts, which are kept as soon as they can be. */
  add(draft: Draft, facts: CallRecord): void;
  /** Resolves when what was added so far is kept (or nobody wants it). */
  kept(draft: Draft): Promise<void>;
  /** Goes on, as far as it can. */
  advance(draft: Draft): void;
  close(): void;
}

export interface DraftsOptions {
  readonly context: LogContext;
  readonly claims: Claims;
  /** Keeps facts under the key of their entry. */
  readonly keep: (key: string, facts: CallRecord, contacts: readonly Contact[]) => Promise<void>;
}

/** How long after its end a call may still learn an id that lasts, in milliseconds. */
const patience = 5_000;
/** How long an id that comes again means a call whose end nobody has told. */
const longestCall = 12 * 60 * 60_000;
/** How many ids are remembered. */
const mostIds = 2_000;

export function createDrafts({ context, claims, keep }: DraftsOptions): Drafts {
  const { clock } = context;
  const byId = new Map<string, Draft>();
  let closed = false;

  function of(connector: string, ids: readonly string[], call: Call | undefined): Draft {
    const recycles = context.recyclesIds(connector);
    let draft: Draft | undefined;
    for (const id of ids) {
      const known = byId.get(`${connector}:${id}`);
      // The same id of a call that is over.
      if (!known || (recycles && call && known.callId !== undefined && known.callId !== call.id)) continue;
      if (!draft) draft = known;
      else if (known !== draft) draft = join(draft, known);
    }
    draft ??= {
      connector,
      ids: new Set(),
      wanted: false,
      claimed: 0,
      contacts: [],
      busy: false,
      waiting: [],
    };
    for (const id of ids) {
      draft.ids.add(id);
      byId.delete(`${connector}:${id}`);
      byId.set(`${connector}:${id}`, draft);
    }
    if (call) draft.callId = call.id;
    for (const [id, { facts }] of byId) {
      if (byId.size <= mostIds) break;
      if (!facts) byId.delete(id);
    }
    return draft;
  }

  /** The one that has an entry goes on with what the other knew. */
  function join(a: Draft, b: Draft): Draft {
    const [to, from] = a.key === undefined && b.key !== undefined ? [b, a] : [a, b];
    if (from.facts) to.facts = to.facts ? addFacts(to.facts, from.facts) : from.facts;
    from.facts = undefined;
    to.wanted ||= from.wanted;
    to.waiting.push(...from.waiting.splice(0));
    from.takeBack?.();
    for (const id of from.ids) {
      to.ids.add(id);
      byId.set(`${to.connector}:${id}`, to);
    }
    return to;
  }

  /** Whether nobody will tell us an id that lasts any more; comes back when that may be so. */
  function isOver(draft: Draft): boolean {
    const call = draft.callId === undefined ? undefined : context.call(draft.callId);
    draft.takeBack?.();
    draft.overAt = call && isLive(call) ? undefined : (draft.overAt ?? clock.monotonic());
    if (draft.overAt === undefined) return false;
    const left = draft.overAt + patience - clock.monotonic();
    if (left > 0) draft.takeBack = clock.setTimeout(() => advance(draft), left);
    return left <= 0;
  }

  /** The key of its entry, if it is to have one by now. */
  async function keyOf(draft: Draft): Promise<string | undefined> {
    const { connector, facts } = draft;
    const from = context.recyclesIds(connector) ? (facts?.startedAt ?? clock.now()) : undefined;
    const count = draft.ids.size;
    if (draft.key !== undefined && draft.claimed === count) return draft.key;
    const name = (id: string): string => `${connector}:${id}`;
    const lasts = (id: string): boolean => context.isLasting(connector, id);
    const ids = [...draft.ids];
    let key = draft.key ?? (await claims.find(ids.map(name), from));
    if (key === undefined) {
      const id = ids.find(lasts) ?? (draft.wanted && isOver(draft) ? ids[0] : undefined);
      if (!draft.wanted || id === undefined) return undefined;
      key = from === undefined ? name(id) : `${name(id)}@${from}`;
    }
    const sorted = ids.sort((a, b) => Number(lasts(a)) - Number(lasts(b)) || (a < b ? -1 : 1));
    const held = await claims.take(sorted.map(name), {
      key,
      ...(from !== undefined && { from, until: facts?.endedAt ?? from + longestCall }),
    });
    draft.claimed = count;
    return (draft.key ??= held);
  }

  async function work(draft: Draft): Promise<void> {
    try {
      // What one commit tells in several events is one write.
      await Promise.resolve();
      while (!closed && (draft.facts || (draft.key !== undefined && draft.claimed < draft.ids.size))) {
        const key = await keyOf(draft);
        const { facts } = draft;
        if (key === undefined && draft.wanted) return;
        draft.facts = undefined;
        if (key === undefined) draft.seen = undefined;
        const waiting = draft.waiting.splice(0);
        try {
          if (key !== undefined && facts)
            await keep(key, { ...facts, vendorIds: [...draft.ids] }, draft.contacts);
          for (const { kept } of waiting) kept();
        } catch (error) {
          for (const { failed } of waiting) failed(error);
        }
      }
      if (!draft.facts) for (const { kept } of draft.waiting.splice(0)) kept();
    } catch (error) {
      for (const { failed } of draft.waiting.splice(0)) failed(error);
    } finally {
      draft.busy = false;
    }
  }

  function advance(draft: Draft): void {
    if (draft.busy) return;
    draft.busy = true;
    void work(draft);
  }

  return {
    of,
    advance,
    find: (id) => byId.get(id),
    add(draft, facts) {
      draft.facts = draft.facts ? addFacts(draft.facts, facts) : facts;
      // From now on the id may mean another call: its claim is to say so.
      if (facts.endedAt !== undefined && context.recyclesIds(draft.connector)) draft.claimed = 0;
      advance(draft);
    },
    kept: (draft) =>
      new Promise((kept, failed) => {
        draft.waiting.push({ kept, failed });
        advance(draft);
      }),
    close() {
      closed = true;
      const error = new OffhookError('aborted', 'The log was closed before the call had an id to log it by.');
      for (const draft of byId.values()) {
        draft.takeBack?.();
        for (const { failed } of draft.waiting.splice(0)) failed(error);
      }
    },
  };
}
