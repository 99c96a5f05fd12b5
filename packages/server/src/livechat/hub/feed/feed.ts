import type { Entry } from '@offhook/livechat';
import { type EntryBatch } from './entryBatch.js';

/** Where a feed reads what it missed. */
export type ReadEntries = (after: number) => Promise<readonly Entry[]>;

/** Told of entries in order, without a gap; of a whole batch with it, so that its frame can be shared. */
export type EntrySink = (entries: readonly Entry[], batch: EntryBatch | undefined) => void;

/** One receiver's way through one chat's entries: each once, in order. */
export class Feed {
  readonly #read: ReadEntries;
  readonly #sink: EntrySink;
  readonly #failed: (error: unknown) => void;
  #cursor: number;
  #held = true;
  #closed = false;
  #waiting: EntryBatch[] = [];

  /** @param cursor the number of the last entry that the receiver has */
  constructor(cursor: number, read: ReadEntries, sink: EntrySink, failed: (error: unknown) => void) {
    this.#cursor = cursor;
    this.#read = read;
    this.#sink = sink;
    this.#failed = failed;
  }

  get cursor(): number {
    return this.#cursor;
  }

  /** What is there already; what comes meanwhile is held until `go`. */
  async load(): Promise<readonly Entry[]> {
    this.#held = true;
    const entries = await this.#read(this.#cursor);
    this.#cursor = entries.at(-1)?.seq ?? this.#cursor;
    return entries;
  }

  /** From now on what comes is told, what was held first. */
  go(): void {
    this.#held = false;
    for (const batch of this.#waiting.splice(0)) this.push(batch);
  }

  push(batch: EntryBatch): void {
    if (this.#closed || batch.last <= this.#cursor) return;
    if (this.#held) return void this.#waiting.push(batch);
    if (batch.first > this.#cursor + 1) return this.#fill(batch);
    const whole = batch.first === this.#cursor + 1;
    const entries = whole ? batch.entries : batch.entries.filter(({ seq }) => seq > this.#cursor);
    this.#cursor = batch.last;
    this.#sink(entries, whole ? batch : undefined);
  }

  close(): void {
    this.#closed = true;
    this.#waiting = [];
  }

  /** Reads what is missing before a batch. */
  #fill(batch: EntryBatch): void {
    this.#waiting.push(batch);
    this.load().then(
      (entries) => {
        if (this.#closed) return;
        if (entries.length > 0) this.#sink(entries, undefined);
        this.go();
      },
      (error: unknown) => this.#failed(error),
    );
  }
}
