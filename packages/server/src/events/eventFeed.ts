import { type LoggedEvent } from './eventLog.js';

/**
 * The newest events of a channel, in order. Each is found by the id before it, so that a follower at any place goes on in
 * one step, and a place that isn't kept is known as such.
 */
export class EventFeed {
  /** In the order of arrival: the first is the oldest. */
  readonly #byPrevious = new Map<string, LoggedEvent>();
  readonly #most: number;
  #end: string;
  /** Kept, not looked up: the first of a map whose first are dropped is found by stepping over all that were. */
  #start: string;

  /** @param end the id of the last event before the first one that is pushed */
  constructor(end: string, most: number) {
    this.#end = end;
    this.#start = end;
    this.#most = most;
  }

  /** The id of the newest event. */
  get end(): string {
    return this.#end;
  }

  /** The place before the oldest event that is kept. */
  get start(): string {
    return this.#start;
  }

  push(event: LoggedEvent): void {
    this.#byPrevious.set(this.#end, event);
    this.#end = event.id;
    if (this.#byPrevious.size > this.#most) this.#dropOldest();
  }

  #dropOldest(): void {
    const dropped = this.#byPrevious.get(this.#start);
    this.#byPrevious.delete(this.#start);
    this.#start = dropped?.id ?? this.#end;
  }

  /** What comes right after `id`; nothing at the end, and nothing where `knows` says no. */
  next(id: string): LoggedEvent | undefined {
    return this.#byPrevious.get(id);
  }

  /** Whether all that came after `id` is kept here. */
  knows(id: string): boolean {
    return id === this.#end || this.#byPrevious.has(id);
  }

  /** Begins anew at another place: what is kept doesn't lead there. */
  restart(end: string): void {
    this.#byPrevious.clear();
    this.#end = end;
    this.#start = end;
  }
}
