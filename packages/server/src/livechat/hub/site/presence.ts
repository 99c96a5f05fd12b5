import { pageKey } from '../desk/desk.js';
import { type PageChats } from '../desk/deskEvent.js';
import { type DeskSite } from './deskSite.js';

/**
 * Which pages are there, and which were lost. When many go or come at once, such as when a network fails, the desk is told of
 * all of them in one decision.
 */
export class Presence {
  readonly #desk: DeskSite;
  readonly #node: string;
  readonly #failed: (error: unknown) => void;
  #changes = new Map<string, PageChats | 'lost'>();
  /** What is gathered and yet to be written; and what was written last. */
  #next: Promise<void> | undefined;
  #last: Promise<void> | undefined;

  constructor(desk: DeskSite, node: string, failed: (error: unknown) => void) {
    this.#desk = desk;
    this.#node = node;
    this.#failed = failed;
  }

  lost(web: string, page: string): void {
    this.#changes.set(pageKey(web, page), 'lost');
    this.#flush().catch(this.#failed);
  }

  /** Resolves when the desk knows. Rejects as the log does. */
  back(page: PageChats): Promise<void> {
    this.#changes.set(pageKey(page.web, page.page), page);
    return this.#flush();
  }

  /** Resolves when nothing is on its way to the desk. */
  async settled(): Promise<void> {
    while (this.#last !== undefined) await this.#last;
  }

  #flush(): Promise<void> {
    if (this.#next !== undefined) return this.#next;
    const next = this.#write();
    this.#next = next;
    const last = next
      .catch(() => undefined)
      .then(() => {
        if (this.#last === last) this.#last = undefined;
      });
    this.#last = last;
    return next;
  }

  async #write(): Promise<void> {
    await new Promise<void>((resolve) => setImmediate(resolve));
    const changes = [...this.#changes];
    this.#changes = new Map();
    this.#next = undefined;
    const lost = changes.flatMap(([key, change]) => (change === 'lost' ? [key] : []));
    const back = changes.flatMap(([, change]) => (change === 'lost' ? [] : [change]));
    await this.#desk.run({ t: 'presence', node: this.#node, lost, back });
  }
}
