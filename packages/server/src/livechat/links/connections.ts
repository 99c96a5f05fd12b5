import type { Clock } from '../../clock.js';

/** A connection, as all of them are looked after together. */
export interface Connection {
  readonly site: string;
  readonly who: 'c' | 'a';
  /** Once a second, in place of timers of its own. `now`: monotonic milliseconds. */
  look(now: number): void;
  /** Breaks it, as a network would. */
  cut(): void;
  /** Ends it in good order. */
  end(): void;
  /** The site's faults are others now. */
  changed?(): void;
}

/** All connections of a node. One timer for them. */
export interface Connections {
  /** Gives what takes it out again. */
  add(connection: Connection): () => void;
  /** Those of a site's customers. */
  customersOf(site: string): readonly Connection[];
  /** Ends all of them, and each that comes later. */
  close(): void;
  /** Breaks those that are still there. */
  cut(): void;
  /** Resolves when none is there. */
  ended(): Promise<void>;
}

const everyMs = 1_000;

/** Looks after all connections. */
export function connections(clock: Clock, counted: (who: 'c' | 'a', change: 1 | -1) => void): Connections {
  const all = new Set<Connection>();
  let stop: (() => void) | undefined;
  let isClosed = false;
  let waiting: (() => void)[] = [];

  function sweep(): void {
    stop = undefined;
    const now = clock.monotonic();
    for (const connection of all) connection.look(now);
    wake();
  }
  function wake(): void {
    if (stop === undefined && all.size > 0 && !isClosed) stop = clock.setTimeout(sweep, everyMs);
  }

  return {
    add(connection) {
      if (isClosed) {
        connection.end();
        return () => undefined;
      }
      all.add(connection);
      counted(connection.who, 1);
      wake();
      return () => {
        if (!all.delete(connection)) return;
        counted(connection.who, -1);
        if (all.size > 0) return;
        for (const tell of waiting) tell();
        waiting = [];
      };
    },
    customersOf: (site) => [...all].filter((each) => each.site === site && each.who === 'c'),
    close() {
      isClosed = true;
      stop?.();
      for (const connection of all) connection.end();
    },
    cut() {
      for (const connection of all) connection.cut();
    },
    ended: () =>
      new Promise((resolve) => {
        if (all.size === 0) resolve();
        else waiting.push(resolve);
      }),
  };
}
