import { systemClock, type Clock } from '../clock.js';
import { EventFeed } from './eventFeed.js';
import { EventLogError } from './eventLogError.js';
import { type EventLog, type EventType } from './eventLog.js';
import { Follower, pageSize } from './follower.js';
import { redisConnection } from './redisConnection.js';
import { blockMs, redisReader, type FollowedChannel } from './redisReader.js';
import { appendEvent, endOf, eventsAfter } from './redisStream.js';

/** Options of `redisEvents`. */
export interface RedisEventsOptions {
  /** Such as `redis://:password@redis.example.com:6379/0`, or `rediss:` for TLS. */
  readonly url: string;
  /** What all keys begin with, `offhook:` unless given. */
  readonly prefix?: string;
  /** How many events are kept a channel, about 10,000 unless given. Who asks for older ones is told of a gap. */
  readonly mostEvents?: number;
  /** How long a channel is kept after its last event, in milliseconds: a day unless given. */
  readonly keepEventsMs?: number;
  /** How long a key is remembered, in milliseconds: ten minutes unless given. */
  readonly keepMs?: number;
  /** How long a command waits for Redis to come back, in milliseconds: 1,000 unless given. */
  readonly waitMs?: number;
  readonly clock?: Clock;
  /** Told of each event as it reaches this node, and how late, in milliseconds: for the figures. */
  readonly onArrival?: (type: EventType, lagMs: number) => void;
  /** Told in a word when a command or a connection failed, such as `ECONNREFUSED`. */
  readonly onFailure?: (reason: string) => void;
}

interface Holding {
  readonly opened: Promise<FollowedChannel>;
  holders: number;
}

/**
 * A log in Redis (6.2 and later; not a cluster), shared by all nodes. An event and its key are written in one script before
 * the request is answered; each node reads with one connection, whatever number of channels its browsers follow. When Redis
 * is away, appends throw, browsers stay connected, and go on without loss when it is back.
 *
 * @throws EventLogError `unavailable` from `append`, `answerOf`, `find` and `follow` while Redis is away
 * @example
 * const service = xivoService({ events: redisEvents({ url: 'redis://127.0.0.1:6379' }), onCall, origins });
 */
export function redisEvents({
  url,
  prefix = 'offhook:',
  mostEvents = 10_000,
  keepEventsMs = 86_400_000,
  keepMs = 600_000,
  waitMs = 1_000,
  clock = systemClock,
  onArrival,
  onFailure,
}: RedisEventsOptions): EventLog {
  const failed = (reason: string): void => onFailure?.(reason);
  const connection = { url, clock, waitMs, failed };
  const commands = redisConnection({ ...connection, name: 'offhook', commandMs: 2_000, silentMs: 5_000 });
  const blocking = redisConnection({ ...connection, name: 'offhook-reader', silentMs: 3 * blockMs });
  const reader = redisReader({ blocking, commands, prefix, onArrival, clock });
  const retention = { mostEvents, keepEventsMs, keepMs };
  const holdings = new Map<string, Holding>();
  /** One for each that follows. */
  const stops = new Set<() => void>();
  let closed = false;

  const isClosed = (): boolean => closed;
  const streamOf = (channel: string): string => `${prefix}events:${channel}`;
  const onceOf = (channel: string, key: string): string =>
    `${prefix}once:${channel.length}:${channel}:${key}`;

  async function open(channel: string): Promise<FollowedChannel> {
    const stream = streamOf(channel);
    const end = await commands.run((redis) => endOf(redis, stream));
    const followed = { stream, feed: new EventFeed(end, mostEvents), followers: new Set<Follower>() };
    if (!closed) reader.add(followed);
    return followed;
  }

  /** All who follow a channel share one feed of it; the last one to go ends it. */
  function hold(channel: string): Holding {
    const held = holdings.get(channel) ?? { opened: open(channel), holders: 0 };
    held.holders += 1;
    holdings.set(channel, held);
    return held;
  }

  function release(channel: string, held: Holding): void {
    held.holders -= 1;
    if (held.holders > 0) return;
    if (holdings.get(channel) === held) holdings.delete(channel);
    held.opened.then(
      (followed) => reader.remove(followed),
      () => {
        // Whoever waits for it is told.
      },
    );
  }

  const read = (channel: string, key: string, field: 'answer' | 'page'): Promise<string | undefined> =>
    commands.run(async (redis) => (await redis.hget(onceOf(channel, key), field)) ?? undefined);

  return {
    async append(channel, event, once) {
      const keys = { stream: streamOf(channel), once: onceOf(channel, once?.key ?? '') };
      const write = (): ReturnType<typeof appendEvent> =>
        commands.run((redis) => appendEvent(redis, keys, event, once, retention));
      const connected = commands.isReady();
      try {
        return await write();
      } catch (error) {
        // When the connection broke, it may have been written: only a key makes it safe to ask again.
        if (once === undefined || !connected || commands.isReady()) throw error;
        return write();
      }
    },

    answerOf: (channel, key) => read(channel, key, 'answer'),

    find: (channel, key) => read(channel, key, 'page'),

    async follow(channel, after, tell, calm) {
      if (closed) throw new EventLogError('closed');
      const held = hold(channel);
      let cancelRetry: (() => void) | undefined;
      try {
        const { feed, followers, stream } = await held.opened;
        // Asked for: this node may not have heard of the newest yet.
        const position = after ?? (await commands.run((redis) => endOf(redis, stream)));
        if (isClosed()) throw new EventLogError('closed');
        const follower = new Follower({
          feed,
          position,
          tell,
          calm,
          older: (place) => commands.run((redis) => eventsAfter(redis, stream, place, pageSize)),
          failed() {
            if (!stops.has(stop)) return;
            cancelRetry = clock.setTimeout(() => follower.pump(), waitMs);
          },
        });
        const stop = (): void => {
          if (!stops.delete(stop)) return;
          cancelRetry?.();
          follower.end();
          followers.delete(follower);
          release(channel, held);
        };
        stops.add(stop);
        followers.add(follower);
        if (after === undefined)
          tell({ id: position, type: 'hello', data: JSON.stringify({ at: clock.now() }) });
        follower.pump();
        return stop;
      } catch (error) {
        release(channel, held);
        throw error;
      }
    },

    ready: () => !closed && commands.isReady() && blocking.isReady(),

    close() {
      closed = true;
      reader.close();
      for (const stop of [...stops]) stop();
      commands.close();
      blocking.close();
      return Promise.resolve();
    },
  };
}
