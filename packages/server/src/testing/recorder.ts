import { type EventLog, type LoggedEvent } from '../events/eventLog.js';

/** One who follows a channel and writes down what it is told. */
export interface Recorder {
  readonly events: readonly LoggedEvent[];
  /** What calls there were, by the number in their data. */
  numbers(): number[];
  /** Resolves when `done` says so of what was told so far. */
  until(done: (events: readonly LoggedEvent[]) => boolean): Promise<void>;
  stop(): void;
}

/** Follows a channel. `calm` is handed on. */
export async function record(
  log: EventLog,
  channel: string,
  after?: string,
  calm?: () => Promise<void> | undefined,
): Promise<Recorder> {
  const events: LoggedEvent[] = [];
  const waiting = new Set<() => void>();
  const stop = await log.follow(
    channel,
    after,
    (event) => {
      events.push(event);
      for (const look of waiting) look();
    },
    calm,
  );
  return {
    events,
    numbers: () => events.filter(({ type }) => type === 'call').map(({ data }) => Number(data)),
    until: (done) =>
      new Promise((resolve) => {
        const look = (): void => {
          if (!done(events)) return;
          waiting.delete(look);
          resolve();
        };
        waiting.add(look);
        look();
      }),
    stop,
  };
}

/** Whether the call with this number was told. */
export const has =
  (number: number) =>
  (events: readonly LoggedEvent[]): boolean =>
    events.some(({ type, data }) => type === 'call' && data === String(number));
