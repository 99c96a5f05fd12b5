import type { Batch } from './batch.js';
import { createBatch } from './batch.js';
import type { Current } from './current.js';
import { CurrentNode } from './current.js';

/** The values of these Currents. */
type ValuesOf<S extends readonly Current<unknown>[]> = {
  [K in keyof S]: S[K] extends Current<infer T> ? T : never;
};

const nothing: unique symbol = Symbol('nothing');

class Derived<T> extends CurrentNode<T> {
  readonly #sources: readonly Current<unknown>[];
  readonly #project: (values: unknown[]) => T;
  readonly #equal: (a: T, b: T) => boolean;
  #from: unknown[] = [];
  #value: T | typeof nothing = nothing;
  #initial: T | typeof nothing = nothing;
  #leave: (() => void)[] = [];

  constructor(
    sources: readonly Current<unknown>[],
    project: (values: unknown[]) => T,
    equal: (a: T, b: T) => boolean,
  ) {
    super(
      batchOf(sources),
      1 + Math.max(...sources.map((source) => (source instanceof CurrentNode ? source.rank : 0))),
    );
    this.#sources = sources;
    this.#project = project;
    this.#equal = equal;
  }

  get initial(): T {
    if (this.#initial === nothing)
      this.#initial = this.#project(this.#sources.map((source) => source.initial));
    return this.#initial;
  }

  // Memoised on the sources' references: read without a subscriber it still gives the same object each time.
  get value(): T {
    const from = this.#sources.map((source) => source.value);
    const kept = this.#value;
    if (kept !== nothing && from.every((value, index) => Object.is(value, this.#from[index]))) return kept;
    const value = from.every((each, index) => Object.is(each, this.#sources[index]?.initial))
      ? this.initial
      : this.#project(from);
    this.#from = from;
    if (kept !== nothing && this.#equal(kept, value)) return kept;
    this.#value = value;
    return value;
  }

  override get closed(): boolean {
    return super.closed || this.#sources.some((source) => source instanceof CurrentNode && source.closed);
  }

  protected override onWatched(): void {
    const changed = (): void => this.batch.mark(this);
    this.#leave = this.#sources.map((source) =>
      source instanceof CurrentNode ? source.observe(changed, () => this.complete()) : source.listen(changed),
    );
  }

  protected override onUnwatched(): void {
    for (const leave of this.#leave.splice(0)) leave();
  }
}

const batchOf = (sources: readonly Current<unknown>[]): Batch => {
  const node = sources.find((source) => source instanceof CurrentNode);
  return node?.batch ?? createBatch();
};

/**
 * A Current derived from another. `project` runs only when the source's value is another one, and the result is
 * kept while `equal` finds it the same.
 *
 * @example const muted = select(phone.focus, (call) => call?.muted ?? false);
 */
export function select<S, T>(
  source: Current<S>,
  project: (value: S) => T,
  equal: (a: T, b: T) => boolean = Object.is,
): Current<T> {
  return new Derived([source], ([value]) => project(value as S), equal);
}

/**
 * A Current derived from several, told once for a commit that changes more than one of them.
 *
 * @example const badge = combine([phone.incomingCalls, phone.inbox.all], (calls, threads) => calls.length + threads.length);
 */
export function combine<const S extends readonly Current<unknown>[], T>(
  sources: S,
  project: (...values: ValuesOf<S>) => T,
  equal: (a: T, b: T) => boolean = Object.is,
): Current<T> {
  return new Derived(sources, (values) => project(...(values as ValuesOf<S>)), equal);
}
