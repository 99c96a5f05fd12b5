import type { AnswerFailure, Route, ServiceMetrics } from '../metrics/serviceMetrics.js';

/** Metrics that tests can read. */
export interface FakeMetrics extends ServiceMetrics {
  readonly answers: readonly { route: Route; status: number }[];
  readonly failures: readonly AnswerFailure[];
  /** Streams that are open. */
  readonly streams: number;
  /** Resolves when so many streams are open. */
  streamsAre(count: number): Promise<void>;
  /** For each call that was decided: whether it was new. */
  readonly calls: readonly boolean[];
}

export function fakeMetrics(): FakeMetrics {
  const answers: { route: Route; status: number }[] = [];
  const failures: AnswerFailure[] = [];
  const calls: boolean[] = [];
  let streams = 0;
  const waiting = new Set<() => void>();
  return {
    answers,
    failures,
    calls,
    get streams() {
      return streams;
    },
    answered: (route, status) => void answers.push({ route, status }),
    failed: (reason) => void failures.push(reason),
    call: (first) => void calls.push(first),
    streamsAre: (count) =>
      new Promise((resolve) => {
        const look = (): void => {
          if (streams === count) resolve();
        };
        waiting.add(look);
        look();
      }),
    stream(change) {
      streams += change;
      for (const look of waiting) look();
    },
    text: () => Promise.resolve('answers 1\n'),
    contentType: 'text/plain; version=0.0.4; charset=utf-8',
  };
}
