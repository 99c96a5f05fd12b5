import { type Redis } from 'ioredis';
import { type Clock } from '../../clock.js';
import { type RedisConnection } from '../../events/redisConnection.js';
import { type Broadcast } from './broadcast.js';
import { byStream } from './byStream.js';
import { type RedisKeys } from './redisKeys.js';
import { readNews, type RedisNews } from './redisNews.js';
import { recordsBetween } from './redisRecords.js';
import { readTold } from './redisTold.js';
import { type Stored } from './sessionLog.js';

/** What the follower needs. */
export interface RedisFollowerOptions {
  /** Its own: a connection that listens can do nothing else. */
  readonly listening: RedisConnection;
  readonly commands: RedisConnection;
  readonly keys: RedisKeys;
  readonly clock: Clock;
  readonly records: Broadcast<[stream: string, records: readonly Stored[]]>;
  readonly told: Broadcast<[topic: string, text: string]>;
  readonly failed: (reason: string) => void;
}

/** Tells what is written to Redis, by whatever node. */
export interface RedisFollower {
  /** Resolves when it has a place to follow from, or is closed. */
  readonly placed: Promise<void>;
  /** Whether it hears of what is written, as far as it knows. */
  isLive(): boolean;
  close(): void;
}

/** So often it makes sure that it still hears, and has missed nothing. */
const checkMs = 1_000;
const failureMs = 50;
const streamsAtOnce = 100;

/**
 * Redis publishes what is written, and how many records there were before: so a hole is seen, as one that comes after a
 * broken connection. What is missed is looked up: each stream has the number of its last record, and so has each record.
 */
export function redisFollower(options: RedisFollowerOptions): RedisFollower {
  const { listening, commands, keys, clock, records, told, failed } = options;
  /** How many records, of all that were ever written, are told or were before our time. */
  let place: number | undefined;
  let live = false;
  let closed = false;
  const waiting: RedisNews[] = [];
  let catchingUp: Promise<void> | undefined;
  /** Connected anew: something may have been missed. */
  let isNew = true;
  /** How many records there were at the last check. */
  let counted = 0;
  let endPause: (() => void) | undefined;
  let listened: Redis | undefined;
  let setPlaced = (): void => undefined;
  const placed = new Promise<void>((resolve) => {
    setPlaced = resolve;
  });

  function heard(channel: string, text: string): void {
    if (channel === keys.told) {
      const one = readTold(text);
      if (one === undefined) failed('told');
      else told.push(...one);
      return;
    }
    const news = readNews(text);
    if (news === undefined) failed('news');
    else if (catchingUp !== undefined || place === undefined) waiting.push(news);
    else if (!take(news)) startCatchingUp();
  }

  /** @returns whether nothing is missing before it */
  function take({ before, records: added }: RedisNews): boolean {
    if (place === undefined || before > place) return false;
    // What is known comes first in it: it was looked up before we heard of it.
    const fresh = added.slice(place - before);
    if (fresh.length === 0) return true;
    place = before + added.length;
    for (const [stream, some] of byStream(fresh)) records.push(stream, some);
    return true;
  }

  function startCatchingUp(): void {
    // The connection tells why it failed; it is tried again.
    catchUp().catch(wake);
  }

  function catchUp(): Promise<void> {
    catchingUp ??= lookUp().finally(() => {
      catchingUp = undefined;
    });
    return catchingUp;
  }

  async function lookUp(): Promise<void> {
    await tellMissed();
    for (let news = waiting.shift(); news !== undefined; news = waiting.shift()) {
      if (take(news)) continue;
      await tellMissed();
      // Of a time that Redis has forgotten.
      if (!take(news)) failed('lost');
    }
  }

  async function tellMissed(): Promise<void> {
    const count = await countNow();
    counted = count;
    if (place === undefined) {
      place = count;
      setPlaced();
    }
    if (count < place) {
      // It has less than it had. What it has written anew since can't be told from that: what comes is told.
      failed('lost');
      place = count;
    }
    if (count > place) await tellUpTo(count, place);
  }

  async function tellUpTo(count: number, from: number): Promise<void> {
    const changed = await commands.run((redis) => redis.zrangebyscore(keys.ends, `(${from}`, '+inf'));
    const found: [string, Stored[]][] = [];
    for (let at = 0; at < changed.length; at += streamsAtOnce) {
      const some = changed.slice(at, at + streamsAtOnce);
      found.push(
        ...(await Promise.all(
          some.map((stream) =>
            commands.run(async (redis): Promise<[string, Stored[]]> => [
              stream,
              await recordsBetween(redis, keys, stream, from, count),
            ]),
          ),
        )),
      );
    }
    // All at once, when all is there: what fails in between is begun anew, and nothing is told twice.
    place = count;
    for (const [stream, some] of found) if (some.length > 0) records.push(stream, some);
  }

  async function check(): Promise<void> {
    await listening.run((redis) => {
      if (listened !== redis) {
        listened = redis;
        // We do it ourselves: when its own subscription failed, nobody would catch that.
        redis.options.autoResubscribe = false;
        redis.on('message', heard);
        redis.on('ready', wake);
      }
      // A second time it does nothing, and shows that the connection lives.
      return redis.subscribe(keys.news, keys.told);
    });
    if (!isNew) {
      const before = counted;
      counted = await countNow();
      // What was written since the last check may still be on its way.
      if (place !== undefined && place >= before && counted >= before) return;
    }
    isNew = false;
    await catchUp();
  }

  const countNow = (): Promise<number> =>
    commands.run(async (redis) => Number((await redis.get(keys.count)) ?? 0));

  function wake(): void {
    isNew = true;
    endPause?.();
  }

  function pause(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const cancel = clock.setTimeout(resolve, ms);
      endPause = () => {
        cancel();
        resolve();
      };
    });
  }

  async function run(): Promise<void> {
    while (!closed) {
      await listening.connected();
      try {
        await check();
        live = true;
        if (!isClosed()) await pause(isNew ? 0 : checkMs);
      } catch {
        live = false;
        isNew = true;
        if (!isClosed()) await pause(failureMs);
      }
    }
  }

  const isClosed = (): boolean => closed;
  void run();

  return {
    placed,
    isLive: () => live && listening.isReady(),
    close() {
      closed = true;
      setPlaced();
      wake();
    },
  };
}
