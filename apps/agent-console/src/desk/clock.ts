/** Time, for tests to turn by hand. */
export interface Clock {
  now(): number;
  /** @returns stops it */
  after(ms: number, work: () => void): () => void;
}

/** The browser's. */
export const browserClock: Clock = {
  now: () => Date.now(),
  after(ms, work) {
    const timer = setTimeout(work, ms);
    return () => clearTimeout(timer);
  },
};
