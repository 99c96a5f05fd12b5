import { randomUUID } from 'node:crypto';
import { type Redis } from 'ioredis';
import { systemClock, type Clock } from '../../clock.js';
import { redisConnection } from '../../events/redisConnection.js';
import { broadcast } from './broadcast.js';
import { inPages } from './inPages.js';
import { LogError } from './logError.js';
import { withIds } from './planAppend.js';
import { appendArguments, readAppended } from './redisAppend.js';
import { redisFollower } from './redisFollower.js';
import { redisKeys } from './redisKeys.js';
import { redisNotes } from './redisNotes.js';
import { namesFrom, recordsAfter } from './redisRecords.js';
import {
  aliveScript,
  appendScript,
  beatScript,
  forgetScript,
  keepScript,
  swapScript,
  type RedisScript,
} from './redisScripts.js';
import { writeTold } from './redisTold.js';
import { type SessionLog, type Stored } from './sessionLog.js';
import { snapshotsCut } from './snapshotsCut.js';

/** Options of `redisLog`. */
export interface RedisLogOptions {
  /** Such as `redis://:password@redis.example.com:6379/0`, or `rediss:` for TLS. */
  readonly url: string;
  /** What all keys begin with, `offhook:chat:` unless given. */
  readonly prefix?: string;
  /** How long a command waits for Redis to come back, in milliseconds: 1,000 unless given. */
  readonly waitMs?: number;
  readonly clock?: Clock;
  /** Told in a word when something failed, such as `ECONNREFUSED`; `lost` when Redis has less than it had. */
  readonly onFailure?: (reason: string) => void;
}

/**
 * A log in Redis (6.2 and later; not a cluster: one script writes to many keys), shared by all nodes. An append is one script:
 * all of it or nothing. What is acknowledged is as safe as Redis keeps it: on its disk with `appendonly yes` and `appendfsync
 * always`, a second behind with `everysec`, in memory without; a replica that takes over lacks what it had not got yet.
 * `notes()` says how it is set. While Redis is away all rejects with `unavailable`; followers go on without loss when it is back.
 *
 * @example
 * const log = redisLog({ url: 'redis://127.0.0.1:6379' });
 */
export function redisLog({
  url,
  prefix = 'offhook:chat:',
  waitMs = 1_000,
  clock = systemClock,
  onFailure,
}: RedisLogOptions): SessionLog {
  const failed = (reason: string): void => onFailure?.(reason);
  const connection = { url, clock, waitMs, failed, commandMs: 2_000, silentMs: 5_000 };
  const commands = redisConnection({ ...connection, name: 'offhook-chat' });
  const listening = redisConnection({ ...connection, name: 'offhook-chat-news' });
  const keys = redisKeys(prefix);
  const listenerFailed = (): void => failed('listener');
  const records = broadcast<[stream: string, records: readonly Stored[]]>(listenerFailed);
  const told = broadcast<[topic: string, text: string]>(listenerFailed);
  const follower = redisFollower({ listening, commands, keys, clock, records, told, failed });
  let placed = false;
  void follower.placed.then(() => {
    placed = true;
  });
  let closed = false;

  /** What was asked for and not answered yet. */
  const pending = new Set<Promise<unknown>>();

  function ask<Result>(command: (redis: Redis) => Promise<Result>): Promise<Result> {
    if (closed) return Promise.reject(new LogError('unavailable'));
    const asked = askPlaced(command).catch(() => {
      throw new LogError('unavailable');
    });
    pending.add(asked);
    const done = (): void => void pending.delete(asked);
    asked.then(done, done);
    return asked;
  }

  /** Not before it follows: else one's own first records could be missed. */
  async function askPlaced<Result>(command: (redis: Redis) => Promise<Result>): Promise<Result> {
    if (!placed) await placedInTime();
    if (!placed) throw new LogError('unavailable');
    return commands.run(command);
  }

  function placedInTime(): Promise<void> {
    return new Promise((resolve) => {
      const cancel = clock.setTimeout(resolve, waitMs);
      void follower.placed.then(() => {
        cancel();
        resolve();
      });
    });
  }

  /** For what may be asked again, as when the connection broke on the way: it may have been done, and answers the same. */
  async function askAgain<Result>(command: (redis: Redis) => Promise<Result>): Promise<Result> {
    const connected = commands.isReady();
    try {
      return await ask(command);
    } catch (error) {
      if (closed || !connected) throw error;
      return ask(command);
    }
  }

  const script = (which: RedisScript, ...args: readonly (string | number)[]): Promise<unknown> =>
    askAgain((redis) => which.run(redis, [prefix, ...args]));

  return {
    async append(writes) {
      const named = withIds(writes);
      return readAppended(await script(appendScript, tokenOf(), ...appendArguments(named)), named);
    },

    read: (stream, after, limit = Infinity) =>
      inPages(after, limit, (from, most) =>
        askAgain((redis) => recordsAfter(redis, keys, stream, from, most)),
      ),

    end: (stream) => askAgain(async (redis) => Number((await redis.hget(keys.head(stream), 'last')) ?? 0)),

    streams: (start) => askAgain((redis) => namesFrom(redis, keys, start)),

    follow: (listener) => records.on(listener),

    async keep(stream, seq, snapshot) {
      await script(keepScript, stream, seq, snapshot, snapshotsCut(stream) ? '1' : '');
    },

    kept: (stream) =>
      askAgain(async (redis) => {
        const [seq, snapshot] = await redis.hmget(keys.head(stream), 'kept', 'snapshot');
        return typeof seq === 'string' && typeof snapshot === 'string'
          ? { seq: Number(seq), snapshot }
          : undefined;
      }),

    async forget(streams) {
      await Promise.all(streams.map((stream) => script(forgetScript, stream)));
    },

    async swap(key, expected, next, ttlMs) {
      const args = [
        key,
        expected === undefined ? '' : '1',
        expected ?? '',
        next === undefined ? '' : '1',
        next ?? '',
        Number.isFinite(ttlMs) ? Math.ceil(ttlMs) : '',
        tokenOf(),
      ];
      // What has removed a value leaves nothing to be known by.
      const how = next === undefined ? ask : askAgain;
      return (await how((redis) => swapScript.run(redis, [prefix, ...args]))) === 1;
    },

    value: (key) => askAgain(async (redis) => (await redis.hget(keys.value(key), 'value')) ?? undefined),

    tell(topic, text) {
      ask((redis) => redis.publish(keys.told, writeTold(topic, text))).catch(() => {
        // Not kept: it may be lost.
      });
    },

    onTold: (listener) => told.on(listener),

    async beat(node, ms) {
      await script(beatScript, node, Math.ceil(ms));
    },

    async alive() {
      const nodes = await script(aliveScript);
      return Array.isArray(nodes) ? nodes.filter((node) => typeof node === 'string').sort() : [];
    },

    async ready() {
      if (closed) return 'The session log is closed.';
      if (!commands.isReady() || !follower.isLive()) return 'Redis is away.';
      return ask((redis) => redis.set(keys.probe, '1', 'PX', 60_000)).then(
        () => undefined,
        () => 'Redis takes nothing.',
      );
    },

    notes: () => ask(redisNotes).catch(() => []),

    async close() {
      closed = true;
      follower.close();
      await Promise.allSettled(pending);
      commands.close();
      listening.close();
      records.close();
      told.close();
    },
  };
}

/** Marks what one call writes. */
const tokenOf = (): string => randomUUID().slice(0, 18);
