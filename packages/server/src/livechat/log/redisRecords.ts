import { type Redis } from 'ioredis';
import { type RedisKeys } from './redisKeys.js';
import { type Stored } from './sessionLog.js';

/** A record as Redis has it. */
export interface RedisRecord extends Stored {
  /** Its place among the records of all streams. */
  readonly n: number;
}

/** An entry as a record, or nothing when somebody else wrote it. */
function readRecord([id, fields]: readonly [id: string, fields: readonly string[]]): RedisRecord[] {
  const [nName, n, idName, recordId, timeName, time, dataName, data] = fields;
  if (nName !== 'n' || idName !== 'i' || timeName !== 't' || dataName !== 'd') return [];
  if (recordId === undefined || data === undefined) return [];
  return [{ seq: Number.parseInt(id, 10), id: recordId, time: Number(time), data, n: Number(n) }];
}

/** The records after a number, in order. */
export async function recordsAfter(
  redis: Redis,
  keys: RedisKeys,
  stream: string,
  after: number,
  most: number,
): Promise<Stored[]> {
  const entries = await redis.xrange(keys.records(stream), after + 1, '+', 'COUNT', most);
  return entries.flatMap(readRecord).map(({ seq, id, time, data }) => ({ seq, id, time, data }));
}

const pageSize = 200;

/** The records of a stream that were written after a place among all and not after another, in order. */
export async function recordsBetween(
  redis: Redis,
  keys: RedisKeys,
  stream: string,
  place: number,
  last: number,
): Promise<Stored[]> {
  const found: RedisRecord[] = [];
  let before = '+';
  for (;;) {
    const page = await redis.xrevrange(keys.records(stream), before, '-', 'COUNT', pageSize);
    found.push(...page.flatMap(readRecord).filter(({ n }) => n > place && n <= last));
    const oldest = page.flatMap(readRecord).at(-1);
    if (page.length < pageSize || oldest === undefined || oldest.n <= place || oldest.seq === 1) break;
    before = String(oldest.seq - 1);
  }
  return found.reverse().map(({ seq, id, time, data }) => ({ seq, id, time, data }));
}

const namesAtOnce = 1_000;

/** The names of all streams that begin so, in order. */
export async function namesFrom(redis: Redis, keys: RedisKeys, prefix: string): Promise<string[]> {
  const names: string[] = [];
  // A byte that no text has is behind all names that begin so.
  const end = Buffer.concat([Buffer.from(`[${prefix}`), Buffer.of(0xff)]);
  let from = prefix === '' ? '-' : `[${prefix}`;
  for (;;) {
    const page = await redis.zrangebylex(keys.names, from, end, 'LIMIT', 0, namesAtOnce);
    names.push(...page);
    if (page.length < namesAtOnce) return names;
    from = `(${page.at(-1) ?? ''}`;
  }
}
