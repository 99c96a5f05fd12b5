/** What somebody set, and when: wall-clock milliseconds. */
export interface Stamped<T> {
  readonly value: T;
  readonly at: number;
}

type Maybe<T> = Stamped<T> | undefined;

/** The one that was set last. Of two set in the same millisecond, the one that came last. */
export const later = <T>(last: Maybe<T>, next: Maybe<T>): Maybe<T> =>
  last === undefined || (next !== undefined && next.at >= last.at) ? next : last;

/** As `later`, for somebody who repeats all they know each time: the same once more was set when it was first said. */
export const news = <T>(last: Maybe<T>, next: Maybe<T>, idOf: (value: T) => unknown): Maybe<T> => {
  if ((last && idOf(last.value)) !== (next && idOf(next.value))) return later(last, next);
  // Another tab may have heard it before, and put it later.
  return last && next && next.at < last.at ? { ...last, at: next.at } : last;
};
