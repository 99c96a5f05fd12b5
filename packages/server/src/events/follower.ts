import { type EventFeed } from './eventFeed.js';
import { type LoggedEvent, type Maybe } from './eventLog.js';

/** What is kept after a place that the feed doesn't know. */
export interface OlderEvents {
  /** Set when something between the place and the first of these is lost: where it goes on from. */
  readonly gap?: string;
  readonly events: readonly LoggedEvent[];
}

/** What a follower needs. */
export interface FollowerOptions {
  readonly feed: EventFeed;
  /** Where it is: the id of the last event that it was told of. */
  readonly position: string;
  readonly tell: (event: LoggedEvent) => void;
  /** Asked between pages: a promise holds back what is kept until it resolves. */
  readonly calm?: (() => Promise<void> | undefined) | undefined;
  /** Looks up what comes after a place that the feed doesn't know. */
  readonly older: (position: string) => Maybe<OlderEvents>;
  /** Told when `older` fails; the follower goes on at the next `pump`. */
  readonly failed?: (error: unknown) => void;
}

/** So many are told in one go, before `calm` is asked. */
export const pageSize = 200;

/**
 * One browser's way through a channel: every event once and in order, whether it is read from the feed or looked up, while
 * others are coming. It only ever goes from its own place to the next, so that nothing can be told twice or left out.
 */
export class Follower {
  readonly #options: FollowerOptions;
  #position: string;
  #busy = false;
  #ended = false;
  /** There was a call to `pump` while it was busy. */
  #again = false;
  /** Nothing was found after its place, though the feed isn't there yet: what was looked up can be ahead of the feed. */
  #ahead = false;

  constructor(options: FollowerOptions) {
    this.#options = options;
    this.#position = options.position;
  }

  /** Tells all that there is. Called whenever the feed grew; does nothing while it is at it. */
  pump(): void {
    if (this.#ended) return;
    this.#again = true;
    if (this.#busy) return;
    this.#busy = true;
    try {
      const waiting = this.#step();
      if (waiting !== undefined) {
        void this.#goOn(waiting);
        return;
      }
    } catch (error) {
      this.#options.failed?.(error);
    }
    this.#busy = false;
  }

  end(): void {
    this.#ended = true;
  }

  async #goOn(first: Promise<unknown>): Promise<void> {
    try {
      let waiting: Promise<unknown> | undefined = first;
      while (waiting !== undefined) {
        await waiting;
        waiting = this.#step();
      }
    } catch (error) {
      this.#options.failed?.(error);
    } finally {
      this.#busy = false;
    }
  }

  /** Goes as far as it can. What it returns has to be waited for before it goes on. */
  #step(): Promise<unknown> | undefined {
    const { feed, calm, older } = this.#options;
    for (let told = 0; !this.#ended;) {
      const next = feed.next(this.#position);
      if (next !== undefined) {
        this.#tell(next);
        told += 1;
        if (told % pageSize !== 0) continue;
        const pause = calm?.();
        if (pause !== undefined) return pause;
        continue;
      }
      if (this.#position === feed.end) return undefined;
      if (this.#ahead && !this.#again) return undefined;
      this.#again = false;
      const found = older(this.#position);
      if (found instanceof Promise) return found.then((events) => this.#tellOlder(events));
      const pause = this.#tellOlder(found);
      if (pause !== undefined) return pause;
    }
    return undefined;
  }

  #tellOlder({ gap, events }: OlderEvents): Promise<void> | undefined {
    if (gap !== undefined) this.#tell({ id: gap, type: 'gap', data: '{}' });
    for (const event of events) this.#tell(event);
    this.#ahead = gap === undefined && events.length === 0;
    return this.#options.calm?.();
  }

  #tell(event: LoggedEvent): void {
    if (this.#ended) return;
    // Before the telling: whoever appends or ends in it finds the place already passed.
    this.#position = event.id;
    this.#options.tell(event);
  }
}
