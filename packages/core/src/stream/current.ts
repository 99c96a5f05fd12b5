import { Observable } from 'rxjs';
import type { Batch, Teller } from './batch.js';
import { throwLater } from './throwLater.js';

/**
 * State: an Observable with a synchronous, reference-stable value. Subscribing emits the value at once; it never
 * errors and completes only when the client closes.
 *
 * @example
 * phone.focus.value            // now
 * phone.focus.subscribe(show)  // now and from now on
 */
export interface Current<T> extends Observable<T> {
  readonly value: T;
  /** Constant: what a server renders, and the first render after hydration shows. */
  readonly initial: T;
  /** Calls back with each later value, not with this one. Bound, so that it can be handed on as it is. */
  readonly listen: (listener: (value: T) => void) => () => void;
}

interface Listener<T> {
  next(value: T): void;
  readonly done?: () => void;
  /** The commit during which it came; it has seen that commit's values already. */
  readonly since: number;
}

/** What every Current is made of. Subclasses say what the value is. */
export abstract class CurrentNode<T> extends Observable<T> implements Current<T>, Teller {
  abstract readonly value: T;
  abstract readonly initial: T;
  readonly listen: (listener: (value: T) => void) => () => void;
  readonly rank: number;
  readonly batch: Batch;
  #listeners: Set<Listener<T>> | undefined;
  #told: T | undefined;
  #closed = false;

  constructor(batch: Batch, rank: number) {
    super((subscriber) => {
      const since = this.batch.seq;
      // On the list before its first value: what that value makes the subscriber do must not pass it by.
      const leave = this.closed
        ? undefined
        : this.#add({ next: (value) => subscriber.next(value), done: () => subscriber.complete(), since });
      subscriber.next(this.value);
      if (this.closed) subscriber.complete();
      return leave;
    });
    this.batch = batch;
    this.rank = rank;
    this.listen = (next) => this.observe(next);
  }

  /** Whether the client has closed, so that nothing will be told any more. */
  get closed(): boolean {
    return this.#closed;
  }

  /** As `listen`, and tells when it is over. */
  observe(next: (value: T) => void, done?: () => void): () => void {
    if (this.closed) return () => {};
    return this.#add({ next, since: this.batch.seq, ...(done === undefined ? {} : { done }) });
  }

  get watched(): boolean {
    return this.#listeners !== undefined;
  }

  tell(): void {
    const value = this.value;
    if (this.#listeners === undefined || Object.is(value, this.#told)) return;
    this.#told = value;
    for (const listener of this.#listeners) {
      if (listener.since === this.batch.seq) continue;
      try {
        listener.next(value);
      } catch (error) {
        throwLater(error);
      }
    }
  }

  complete(): void {
    if (this.#closed) return;
    this.#closed = true;
    const listeners = this.#listeners;
    if (listeners === undefined) return;
    this.#listeners = undefined;
    this.onUnwatched();
    for (const listener of listeners) listener.done?.();
  }

  #add(listener: Listener<T>): () => void {
    if (this.#listeners === undefined) {
      this.#listeners = new Set();
      this.#told = this.value;
      this.onWatched();
    }
    const listeners = this.#listeners;
    listeners.add(listener);
    return () => {
      if (listeners.delete(listener) && listeners.size === 0 && this.#listeners === listeners) {
        this.#listeners = undefined;
        this.#told = undefined;
        this.onUnwatched();
      }
    };
  }

  /** The first listener has come. */
  protected onWatched(): void {}
  /** The last listener has left. */
  protected onUnwatched(): void {}
}
