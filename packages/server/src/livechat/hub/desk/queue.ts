/** What orders the queue. */
export interface Waiting {
  readonly sid: string;
  readonly priority: number;
  readonly rank: number;
}

/** Who is served first comes first. */
const isBefore = (one: Waiting, other: Waiting): boolean =>
  one.priority === other.priority ? one.rank < other.rank : one.priority > other.priority;

/** Those who wait, in the order in which they are served (T-177). Finds a place in O(log n). */
export class Queue {
  readonly #all: Waiting[] = [];
  #changedFrom = Infinity;

  get length(): number {
    return this.#all.length;
  }

  /** The first place, from 0, that has another chat since this was last asked; `Infinity` when none has. */
  takeChange(): number {
    const from = this.#changedFrom;
    this.#changedFrom = Infinity;
    return from;
  }

  add(chat: Waiting): void {
    const place = this.#placeOf(chat);
    this.#all.splice(place, 0, { sid: chat.sid, priority: chat.priority, rank: chat.rank });
    this.#changedFrom = Math.min(this.#changedFrom, place);
  }

  remove(chat: Waiting): void {
    const place = this.#placeOf(chat);
    if (this.#all[place]?.sid !== chat.sid) return;
    this.#all.splice(place, 1);
    this.#changedFrom = Math.min(this.#changedFrom, place);
  }

  /** From 1; undefined when it doesn't wait. */
  position(chat: Waiting): number | undefined {
    const place = this.#placeOf(chat);
    return this.#all[place]?.sid === chat.sid ? place + 1 : undefined;
  }

  at(place: number): string | undefined {
    return this.#all[place]?.sid;
  }

  /** The first that meets a condition. */
  first(meets: (sid: string) => boolean): string | undefined {
    return this.#all.find(({ sid }) => meets(sid))?.sid;
  }

  /** The first `most`. */
  head(most: number): readonly string[] {
    return this.#all.slice(0, most).map(({ sid }) => sid);
  }

  /** Where it stands, or would stand. */
  #placeOf(chat: Waiting): number {
    let low = 0;
    let high = this.#all.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const there = this.#all[middle];
      if (there !== undefined && isBefore(there, chat)) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
