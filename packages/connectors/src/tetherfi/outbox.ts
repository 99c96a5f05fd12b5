import { isOffhookError, OffhookError, type Clock, type Ids } from '@offhook/core';
import { outbox, type Outbox, type Tabs } from '@offhook/tabs';
import type { FailedOutgoing, Outgoing } from './outgoing.js';

/** What is kept for one chat. As something that is put: what is added, and what leaves. */
export interface Kept {
  readonly items: readonly Outgoing[];
  readonly failed: readonly FailedOutgoing[];
  /** Ids that are done with; only of what is put. */
  readonly drop?: readonly string[];
  /** Another one whenever it is to be tried again here. */
  readonly nudge?: string;
}

/** What waits to be sent into chats. */
export interface ChatOutbox {
  /** Resolves when it is kept; it is sent by itself, in order, once over all tabs. */
  add(chat: string, item: Outgoing): Promise<void>;
  /** What a chat has of it, such as after a reload. */
  kept(chat: string): Promise<Kept>;
  /** Nothing more is to be sent of it, and nothing kept. */
  clear(chat: string): Promise<void>;
  /** This page can send into that chat now. */
  nudge(chat: string): void;
  close(): void;
}

/** What an outbox needs. */
export interface ChatOutboxOptions {
  readonly name: string;
  readonly clock: Clock;
  readonly ids: Ids;
  /** The tabs that share it; without them this page keeps it for itself. */
  readonly tabs: Tabs | undefined;
  /**
   * Sends one; resolves when the server has it. What it rejects with is tried again where the next try may do better:
   * `offline`, `timeout`, `not-ready`. Else the item has failed.
   */
  readonly deliver: (chat: string, item: Outgoing, signal: AbortSignal) => Promise<void>;
  readonly failed: (chat: string, item: Outgoing, error: OffhookError) => void;
  /** Something became of what a chat has, in whichever tab. */
  readonly changed: (chat: string) => void;
}

const nothing: Kept = { items: [], failed: [] };

/** How many failed ones are kept for one chat. */
const mostFailed = 100;

/** How long nothing is known of a chat before what it kept is forgotten; milliseconds. */
const keepMs = 24 * 3_600_000;

const backoff = { firstMs: 500, maxMs: 5_000 };

/** What is kept, after something was put. The same reference where nothing changes. */
export function mergeKept(last: Kept | undefined, next: Kept): Kept {
  const { items, failed } = last ?? nothing;
  const { drop = [], nudge = last?.nudge } = next;
  const gone = new Set(drop);
  const ids = new Set(items.map(({ id }) => id));
  const failing = new Set(next.failed.map(({ id }) => id));
  const added = next.items.filter(({ id }) => !ids.has(id));
  const fresh = next.failed.filter(({ id }) => !failed.some((each) => each.id === id));
  const again = new Set(added.map(({ id }) => id));
  const left = items.filter(({ id }) => !gone.has(id) && !failing.has(id));
  const still = failed.filter(({ id }) => !gone.has(id) && !again.has(id));
  const same =
    added.length === 0 &&
    fresh.length === 0 &&
    left.length === items.length &&
    still.length === failed.length &&
    nudge === last?.nudge;
  if (last && same) return last;
  return {
    items: [...left, ...added],
    failed: [...still, ...fresh].slice(-mostFailed),
    ...(nudge === undefined ? {} : { nudge }),
  };
}

const isTried = (error: unknown): boolean =>
  isOffhookError(error) && ['offline', 'timeout', 'not-ready', 'aborted'].includes(error.code);

const asFailure = (error: unknown): OffhookError =>
  isOffhookError(error) ? error : new OffhookError('vendor-error', 'The message could not be sent.');

/** Where it is kept: over all tabs, or in this page. */
interface Store {
  put(chat: string, change: Kept): Promise<void>;
  get(chat: string): Promise<Kept>;
  close(): void;
}

type SendAll = (chat: string, kept: Kept, signal: AbortSignal) => Promise<void>;

function sharedStore(options: ChatOutboxOptions & { readonly tabs: Tabs }, send: SendAll): Store {
  const { name, tabs, clock, ids, changed } = options;
  const box: Outbox<Kept> = outbox<Kept>({
    name,
    tabs,
    clock,
    ids,
    merge: mergeKept,
    keepMs,
    backoff,
    send: ({ key, value }, signal) => send(key, value, signal),
  });
  box.changes$.subscribe(({ key }) => changed(key));
  return {
    put: (chat, change) => box.put(chat, change),
    get: async (chat) => (await box.get(chat))?.value ?? nothing,
    close: () => box.close(),
  };
}

function ownStore({ clock }: ChatOutboxOptions, send: SendAll): Store {
  const kept = new Map<string, Kept>();
  const busy = new Set<string>();
  const waits = new Map<string, () => void>();
  const closing = new AbortController();

  const isClosed = (): boolean => closing.signal.aborted;
  const left = (chat: string): Kept | undefined => {
    const now = kept.get(chat);
    return now && now.items.length > 0 && !isClosed() ? now : undefined;
  };

  /** Sends what there is, until there is nothing left or it must wait. */
  async function run(chat: string, attempt = 0): Promise<void> {
    if (busy.has(chat) || isClosed()) return;
    waits.get(chat)?.();
    waits.delete(chat);
    busy.add(chat);
    let done = true;
    for (let now = left(chat); now && done; now = left(chat)) {
      done = await send(chat, now, closing.signal).then(
        () => true,
        () => false,
      );
    }
    busy.delete(chat);
    if (done || isClosed()) return;
    const ms = Math.min(backoff.firstMs * 2 ** attempt, backoff.maxMs);
    waits.set(
      chat,
      clock.setTimeout(() => void run(chat, attempt + 1), ms),
    );
  }

  return {
    put(chat, change) {
      kept.set(chat, mergeKept(kept.get(chat), change));
      void run(chat);
      return Promise.resolve();
    },
    get: (chat) => Promise.resolve(kept.get(chat) ?? nothing),
    close() {
      closing.abort();
      for (const cancel of waits.values()) cancel();
      waits.clear();
    },
  };
}

/** Opens what waits to be sent. What is done with leaves it, text and all. */
export function chatOutbox(options: ChatOutboxOptions): ChatOutbox {
  const { tabs, ids, deliver, failed } = options;

  async function sendAll(chat: string, kept: Kept, signal: AbortSignal): Promise<void> {
    for (const item of kept.items) {
      try {
        await deliver(chat, item, signal);
      } catch (thrown) {
        if (isTried(thrown)) throw thrown;
        const error = asFailure(thrown);
        failed(chat, item, error);
        const remark = { code: error.vendorCode ?? error.code, text: error.message };
        await store.put(chat, { items: [], failed: [{ ...item, error: remark }] });
        continue;
      }
      await store.put(chat, { ...nothing, drop: [item.id] });
    }
  }

  const store = tabs ? sharedStore({ ...options, tabs }, sendAll) : ownStore(options, sendAll);

  return {
    add: (chat, item) => store.put(chat, { items: [item], failed: [] }),
    kept: (chat) => store.get(chat),
    async clear(chat) {
      const { items, failed: unsent } = await store.get(chat);
      const drop = [...items, ...unsent].map(({ id }) => id);
      if (drop.length > 0) await store.put(chat, { ...nothing, drop });
    },
    nudge: (chat) => void store.put(chat, { ...nothing, nudge: ids.next() }).catch(() => {}),
    close: () => store.close(),
  };
}
