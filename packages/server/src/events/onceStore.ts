import { type Clock } from '../clock.js';
import { type Once } from './eventLog.js';

interface Kept {
  readonly answer: string;
  readonly page: string | undefined;
  readonly until: number;
}

/** What is remembered by key, for a while, and never more than `most`. */
export class OnceStore {
  /** In the order of being set, and so of expiry. */
  readonly #kept = new Map<string, Kept>();
  /** The order of being set, from `#first` on: the first of a map whose first are dropped is dear to find. */
  #names: { readonly name: string; readonly until: number }[] = [];
  #first = 0;
  readonly #options: { readonly clock: Clock; readonly keepMs: number; readonly most: number };

  constructor(options: { readonly clock: Clock; readonly keepMs: number; readonly most: number }) {
    this.#options = options;
  }

  get(channel: string, key: string): Kept | undefined {
    const kept = this.#kept.get(nameOf(channel, key));
    return kept !== undefined && kept.until > this.#options.clock.monotonic() ? kept : undefined;
  }

  set(channel: string, { key, answer, page }: Once): void {
    const { clock, keepMs, most } = this.#options;
    const now = clock.monotonic();
    const name = nameOf(channel, key);
    this.#kept.delete(name);
    this.#kept.set(name, { answer, page, until: now + keepMs });
    this.#names.push({ name, until: now + keepMs });
    for (let oldest = this.#names[this.#first]; oldest !== undefined; oldest = this.#names[this.#first]) {
      if (oldest.until > now && this.#kept.size <= most) return;
      this.#first += 1;
      // One that was set anew is further behind as well.
      if (this.#kept.get(oldest.name)?.until === oldest.until) this.#kept.delete(oldest.name);
      if (this.#first > 4_096 && this.#first * 2 > this.#names.length) {
        this.#names = this.#names.slice(this.#first);
        this.#first = 0;
      }
    }
  }
}

/** No channel and key give the name of another pair. */
const nameOf = (channel: string, key: string): string => `${channel.length}:${channel}${key}`;
