import { randomUUID } from 'node:crypto';
import { type Clock } from '../clock.js';
import { type EventFeed } from './eventFeed.js';
import { type EventType } from './eventLog.js';
import { type Follower } from './follower.js';
import { type RedisConnection } from './redisConnection.js';
import { endOf, isBefore, noEvent, readEntry } from './redisStream.js';

/** A channel that somebody follows. */
export interface FollowedChannel {
  readonly stream: string;
  readonly feed: EventFeed;
  readonly followers: Set<Follower>;
}

/** What the reader needs. */
export interface RedisReaderOptions {
  /** Its own: it blocks nearly all the time. */
  readonly blocking: RedisConnection;
  readonly commands: RedisConnection;
  /** A key for waking it up, of this reader alone, begins so. */
  readonly prefix: string;
  readonly onArrival?: ((type: EventType, lagMs: number) => void) | undefined;
  readonly clock: Clock;
}

/** A read ends after so long and begins again: silence longer than that is a dead connection. */
export const blockMs = 5_000;
const most = 500;
const failureMs = 50;

/** Reads all channels that are followed on this node, with one blocking command at a time. */
export function redisReader({ blocking, commands, prefix, onArrival, clock }: RedisReaderOptions): {
  /** Follows one more channel, from where its feed ends. */
  add(channel: FollowedChannel): void;
  remove(channel: FollowedChannel): void;
  close(): void;
} {
  const channels = new Map<string, FollowedChannel>();
  const wakeKey = `${prefix}wake:${randomUUID()}`;
  let wakeId = noEvent;
  let closed = false;
  let idle: (() => void) | undefined;
  let running = false;

  /** A read that is under way knows nothing of a channel that comes now: an event of its own ends it. */
  function wake(): void {
    idle?.();
    commands
      .run((redis) =>
        redis
          .multi()
          .xadd(wakeKey, 'MAXLEN', 1, '*', 'wake', '1')
          .pexpire(wakeKey, 10 * blockMs)
          .exec(),
      )
      .catch(() => {
        // The read ends by itself soon.
      });
  }

  async function run(): Promise<void> {
    running = true;
    let broken = false;
    while (!closed) {
      if (channels.size === 0) {
        await new Promise<void>((resolve) => {
          idle = resolve;
        });
        idle = undefined;
        continue;
      }
      await blocking.connected();
      try {
        if (broken) await lookAgain();
        broken = false;
        await read();
      } catch {
        broken = true;
        // An error that stays must not make it spin.
        await new Promise<void>((resolve) => clock.setTimeout(resolve, failureMs));
      }
    }
  }

  async function read(): Promise<void> {
    const followed = [...channels.values()];
    const keys = [wakeKey, ...followed.map(({ stream }) => stream)];
    const places = [wakeId, ...followed.map(({ feed }) => feed.end)];
    const reply = await blocking.run((redis) =>
      redis.xread('COUNT', most, 'BLOCK', blockMs, 'STREAMS', ...keys, ...places),
    );
    for (const [key, entries] of reply ?? []) {
      if (key === wakeKey) wakeId = entries.at(-1)?.[0] ?? wakeId;
      const channel = channels.get(key);
      // Another one by this name may have begun meanwhile, and be further.
      if (channel !== undefined && followed.includes(channel)) take(channel, entries);
    }
  }

  function take({ feed, followers }: FollowedChannel, entries: readonly [string, string[]][]): void {
    for (const { previous, ...event } of entries.flatMap(readEntry)) {
      // A hole: who follows looks up for itself what is left, and is told of a gap.
      if (previous !== feed.end) feed.restart(previous);
      feed.push(event);
      onArrival?.(event.type, Math.max(0, clock.now() - Number.parseInt(event.id, 10)));
    }
    for (const follower of followers) follower.pump();
  }

  /** After a break: a Redis that lost what it had may be behind where we were, and would tell us nothing. */
  async function lookAgain(): Promise<void> {
    for (const { stream, feed, followers } of [...channels.values()]) {
      const end = await commands.run((redis) => endOf(redis, stream));
      if (isBefore(end, feed.end)) feed.restart(noEvent);
      for (const follower of followers) follower.pump();
    }
  }

  return {
    add(channel) {
      channels.set(channel.stream, channel);
      if (running) wake();
      else void run();
    },
    remove(channel) {
      if (channels.get(channel.stream) === channel) channels.delete(channel.stream);
    },
    close() {
      closed = true;
      idle?.();
    },
  };
}
