/** A value now, or later. What is in memory answers at once, and spares the busiest path a turn of the loop. */
export type Maybe<T> = T | Promise<T>;

/** What browsers are told of: a call, a page's work that is done, somebody's login. */
export type EventType = 'call' | 'done' | 'login';

/** An event on its way into the log. */
export interface NewEvent {
  readonly type: EventType;
  /** One line of JSON, as browsers get it. Never has a token in it. */
  readonly data: string;
}

/** What makes an append happen once, over all nodes that share the log. */
export interface Once {
  /** Same key, same thing: `<userId>:<callId>` for a call, `done:<userId>:<callId>` for its page's end. */
  readonly key: string;
  /** Kept with the key, and handed to whoever comes second. */
  readonly answer: string;
  /** What `find` gives for this key: one line of JSON, the page's context of the call. */
  readonly page?: string;
}

/** What came of an append. */
export interface Appended {
  /** `false` when the key was known: nothing was written. */
  readonly first: boolean;
  /** The answer of the first append with this key: the own one when it was the first; `''` without `once`. */
  readonly answer: string;
}

/** One event as a browser gets it. */
export interface LoggedEvent {
  /** Its place in the channel: later ones compare greater in the log's own order. Has no line break. */
  readonly id: string;
  /** `hello` begins a stream that asked for nothing older; `gap` one that asked for what is not kept any more. */
  readonly type: EventType | 'hello' | 'gap';
  /** One line of JSON. */
  readonly data: string;
}

/**
 * What happened, in order, a channel at a time: browsers follow it and resume where they were. Over many nodes it is one log
 * (`redisEvents`), on one node it may be memory (`memoryEvents`).
 *
 * What `once` remembers and `find` gives is kept for ten minutes at least (as long as a ticket lasts) and bounded in number,
 * so that memory stays flat under load; the number of events kept a channel is bounded too.
 */
export interface EventLog {
  /** Writes an event, atomically with its key: of two nodes that append the same key, one writes. Throws when the log is away. */
  append(channel: string, event: NewEvent, once?: Once): Maybe<Appended>;
  /** The answer kept with a key, or nothing. */
  answerOf(channel: string, key: string): Maybe<string | undefined>;
  /** The page kept with a key, or nothing. */
  find(channel: string, key: string): Maybe<string | undefined>;
  /**
   * Tells what comes after the event `after`, in order, without a hole: first a `gap` (whose id is the place that it goes on
   * from) when something after `after` is not kept any more or `after` is no id; then all that is kept; then what comes. Without
   * `after`: first a `hello` (`{"at":…}`, its id is the log's present end), then what comes.
   *
   * @param calm asked between pages of what is kept: a promise holds the rest back until the browser has read some
   * @returns a function that ends it
   */
  follow(
    channel: string,
    after: string | undefined,
    tell: (event: LoggedEvent) => void,
    calm?: () => Promise<void> | undefined,
  ): Promise<() => void>;
  /** Whether events can be written now. Never throws. */
  ready(): Maybe<boolean>;
  /** Lets go of connections and timers. */
  close(): Promise<void>;
}
