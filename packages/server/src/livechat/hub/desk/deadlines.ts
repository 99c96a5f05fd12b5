/** When something falls due at a desk. */
export interface Deadline {
  readonly at: number;
  readonly kind: 'chat' | 'agent';
  readonly id: string;
}

/**
 * A heap of deadlines. One that was moved or lifted stays in it until it comes up: whoever asks says which still hold, so
 * that setting one costs O(log n), and lifting one nothing.
 */
export class Deadlines {
  readonly #heap: Deadline[] = [];

  set(deadline: Deadline): void {
    const heap = this.#heap;
    heap.push(deadline);
    let place = heap.length - 1;
    while (place > 0) {
      const parent = (place - 1) >> 1;
      if (this.#at(parent) <= this.#at(place)) return;
      this.#swap(parent, place);
      place = parent;
    }
  }

  /** The earliest one that holds. */
  next(holds: (deadline: Deadline) => boolean): number | undefined {
    for (let first = this.#heap[0]; first !== undefined; first = this.#heap[0]) {
      if (holds(first)) return first.at;
      this.#dropFirst();
    }
    return undefined;
  }

  /** All that are due at `now`, the earliest first. Changes nothing. */
  due(now: number): readonly Deadline[] {
    const found: Deadline[] = [];
    const open = [0];
    for (let place = open.pop(); place !== undefined; place = open.pop()) {
      const deadline = this.#heap[place];
      if (deadline === undefined || deadline.at > now) continue;
      found.push(deadline);
      open.push(2 * place + 1, 2 * place + 2);
    }
    return found.sort((one, other) => one.at - other.at || (one.id < other.id ? -1 : 1));
  }

  #at(place: number): number {
    return this.#heap[place]?.at ?? Infinity;
  }

  #swap(one: number, other: number): void {
    const [first, second] = [this.#heap[one], this.#heap[other]];
    if (first === undefined || second === undefined) return;
    this.#heap[one] = second;
    this.#heap[other] = first;
  }

  #dropFirst(): void {
    const heap = this.#heap;
    const last = heap.pop();
    if (heap.length === 0 || last === undefined) return;
    heap[0] = last;
    for (let place = 0; ;) {
      const left = 2 * place + 1;
      const child = this.#at(left + 1) < this.#at(left) ? left + 1 : left;
      if (this.#at(child) >= this.#at(place)) return;
      this.#swap(child, place);
      place = child;
    }
  }
}
