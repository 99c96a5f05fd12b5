/** The few smallest of many keys. A heap whose largest key stands first, so that most keys are refused at one look. */
export class Best {
  readonly #limit: number;
  readonly #heap: number[] = [];

  constructor(limit: number) {
    this.#limit = limit;
  }

  get full(): boolean {
    return this.#heap.length >= this.#limit;
  }

  offer(key: number): void {
    const heap = this.#heap;
    if (heap.length < this.#limit) {
      heap.push(key);
      this.#rise(heap.length - 1);
    } else if (key < (heap[0] ?? -1)) {
      heap[0] = key;
      this.#sink();
    }
  }

  /** All that it holds, the smallest first. */
  sorted(): number[] {
    return [...this.#heap].sort((a, b) => a - b);
  }

  #rise(start: number): void {
    const heap = this.#heap;
    const key = heap[start];
    let at = start;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (heap[parent] >= key) break;
      heap[at] = heap[parent];
      at = parent;
    }
    heap[at] = key;
  }

  #sink(): void {
    const heap = this.#heap;
    const key = heap[0];
    let at = 0;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= heap.length) break;
      if (child + 1 < heap.length && heap[child + 1] > heap[child]) child += 1;
      if (heap[child] <= key) break;
      heap[at] = heap[child];
      at = child;
    }
    heap[at] = key;
  }
}
