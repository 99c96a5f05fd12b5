import type { Batch } from './batch.js';
import type { Current } from './current.js';
import { CurrentNode } from './current.js';
import { ListNode } from './list.js';
import { StateNode } from './state.js';

/**
 * State kept per entity: one change costs the same however many there are.
 *
 * @example
 * phone.calls.ids.value                    // newest first; changes only when a call comes or goes
 * phone.calls.get(id).subscribe(show)      // one call
 */
export interface Collection<T> {
  /** Newest first. */
  readonly ids: Current<readonly string[]>;
  /** All of them, newest first; built when it is looked at. */
  readonly all: Current<readonly T[]>;
  /** One of them, `undefined` when it is unknown; the same Current for one id while anybody watches it. */
  get(id: string): Current<T | undefined>;
}

/** The side of a collection that the client writes to, within a commit. */
export interface CollectionStore<T> {
  readonly view: Collection<T>;
  /** Finds by id or alias. */
  find(id: string): T | undefined;
  /** Sets one; a new one is listed, unless it is set as unlisted. */
  set(id: string, value: T, listed?: boolean): void;
  /** Makes another id find the same one. */
  alias(alias: string, id: string): void;
  /** Makes another id find nothing any more. */
  unalias(alias: string): void;
  /** Forgets one altogether, with its aliases. */
  remove(id: string): void;
  complete(): void;
}

const none: readonly never[] = [];

export function createCollection<T>(batch: Batch): CollectionStore<T> {
  const values = new Map<string, T>();
  const aliases = new Map<string, string>();
  const aliasesOf = new Map<string, string[]>();
  const listed = new Set<string>();
  /** Usually one for an id: more only where somebody kept a Current that nobody watched for a while. */
  const watched = new Map<string, Set<EntityNode>>();
  let closed = false;
  const ids = new StateNode<readonly string[]>(batch, none, 1);

  // An id of its own comes before an alias: a vendor that recycles ids makes one of the other.
  const find = (id: string): T | undefined => {
    const value = values.get(id);
    if (value !== undefined) return value;
    const alias = aliases.get(id);
    return alias === undefined ? undefined : values.get(alias);
  };

  class EntityNode extends CurrentNode<T | undefined> {
    readonly #id: string;
    readonly initial = undefined;

    constructor(id: string) {
      super(batch, 0);
      this.#id = id;
    }

    get value(): T | undefined {
      return find(this.#id);
    }

    override get closed(): boolean {
      return closed;
    }

    protected override onWatched(): void {
      const known = watched.get(this.#id);
      if (known === undefined) watched.set(this.#id, new Set([this]));
      else known.add(this);
    }

    protected override onUnwatched(): void {
      const nodes = watched.get(this.#id);
      if (nodes?.delete(this) && nodes.size === 0) watched.delete(this.#id);
    }
  }
  const all = new ListNode<T>(batch, 2, () => ids.value.flatMap((id) => values.get(id) ?? []));

  function tell(id: string): void {
    if (watched.size === 0) return;
    for (const key of [id, ...(aliasesOf.get(id) ?? none)])
      watched.get(key)?.forEach((node) => batch.mark(node));
  }

  function list(id: string, wanted: boolean): void {
    if (listed.has(id) === wanted) return;
    if (wanted) {
      listed.add(id);
      ids.set([id, ...ids.value]);
    } else {
      listed.delete(id);
      ids.set(ids.value.filter((each) => each !== id));
    }
    all.touch();
  }

  return {
    view: {
      ids,
      all,
      // Only what is watched is kept, so that asking for ids that nobody knows leaves nothing behind.
      get: (id) => watched.get(id)?.values().next().value ?? new EntityNode(id),
    },
    find,
    set(id, value, asListed = true) {
      if (values.get(id) !== value) {
        values.set(id, value);
        if (listed.has(id)) all.touch();
        tell(id);
      }
      list(id, asListed);
    },
    alias(alias, id) {
      if (aliases.get(alias) === id || alias === id) return;
      aliases.set(alias, id);
      const known = aliasesOf.get(id);
      if (known === undefined) aliasesOf.set(id, [alias]);
      else known.push(alias);
      tell(id);
    },
    unalias(alias) {
      const id = aliases.get(alias);
      if (id === undefined) return;
      aliases.delete(alias);
      aliasesOf.set(id, aliasesOf.get(id)?.filter((each) => each !== alias) ?? []);
      watched.get(alias)?.forEach((node) => batch.mark(node));
    },
    remove(id) {
      if (!values.delete(id)) return;
      list(id, false);
      tell(id);
      // One that has moved on finds another by now.
      for (const alias of aliasesOf.get(id) ?? none) if (aliases.get(alias) === id) aliases.delete(alias);
      aliasesOf.delete(id);
    },
    complete() {
      for (const nodes of [...watched.values()]) for (const node of nodes) node.complete();
      ids.complete();
      all.complete();
      closed = true;
    },
  };
}
