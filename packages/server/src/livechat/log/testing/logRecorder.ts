import { type SessionLog, type Stored } from '../sessionLog.js';

/** What a follower of a log was told. */
export interface LogRecorder {
  /** All of it, in the order of the tellings. */
  readonly told: readonly { readonly stream: string; readonly record: Stored }[];
  of(stream: string): readonly Stored[];
  /** Resolves when so many records of all streams were told. */
  until(count: number): Promise<void>;
  stop(): void;
}

/** Follows a log. */
export function recordLog(log: SessionLog): LogRecorder {
  const told: { stream: string; record: Stored }[] = [];
  const waiting = new Set<() => void>();
  const stop = log.follow((stream, records) => {
    told.push(...records.map((record) => ({ stream, record })));
    for (const look of waiting) look();
  });
  return {
    told,
    of: (stream) => told.filter((one) => one.stream === stream).map(({ record }) => record),
    until: (count) =>
      new Promise((resolve) => {
        const look = (): void => {
          if (told.length < count) return;
          waiting.delete(look);
          resolve();
        };
        waiting.add(look);
        look();
      }),
    stop,
  };
}
