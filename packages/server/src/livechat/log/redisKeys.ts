/** The names of what a log has in Redis. The scripts make the same ones of the prefix. */
export interface RedisKeys {
  /** How many records were ever written, to all streams. */
  readonly count: string;
  /** The streams, each with the number of its last record among all. */
  readonly ends: string;
  /** The names of the streams, in order. */
  readonly names: string;
  /** The nodes, each with the time until which it lives. */
  readonly beats: string;
  readonly probe: string;
  /** A channel: what was just written. */
  readonly news: string;
  /** A channel: what nodes tell each other. */
  readonly told: string;
  /** A Redis stream: `<seq>-0` is the id of record `seq`. */
  records(stream: string): string;
  /** A hash: `last`, `time`, `final`, `kept`, `snapshot`. */
  head(stream: string): string;
  value(key: string): string;
}

/** @param prefix what all keys begin with */
export const redisKeys = (prefix: string): RedisKeys => ({
  count: `${prefix}count`,
  ends: `${prefix}ends`,
  names: `${prefix}names`,
  beats: `${prefix}beats`,
  probe: `${prefix}probe`,
  news: `${prefix}news`,
  told: `${prefix}told`,
  records: (stream) => `${prefix}s:${stream}`,
  head: (stream) => `${prefix}h:${stream}`,
  value: (key) => `${prefix}v:${key}`,
});
