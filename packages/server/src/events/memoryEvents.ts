import { systemClock, type Clock } from '../clock.js';
import { EventFeed } from './eventFeed.js';
import { EventLogError } from './eventLogError.js';
import { type Appended, type EventLog, type EventType, type LoggedEvent } from './eventLog.js';
import { Follower } from './follower.js';
import { OnceStore } from './onceStore.js';

/** Options of `memoryEvents`. All have defaults. */
export interface MemoryEventsOptions {
  readonly clock?: Clock;
  /** How many events are kept a channel, 10,000 unless given. Who asks for older ones is told of a gap. */
  readonly mostEvents?: number;
  /** How many keys are remembered, 50,000 unless given. The oldest go first. */
  readonly mostKeys?: number;
  /** How many channels are kept, 1,000 unless given: of those that nobody follows the least recently used goes first. */
  readonly mostChannels?: number;
  /** How long a key is remembered, in milliseconds: ten minutes unless given. */
  readonly keepMs?: number;
  /** Told of each event as it arrives, and how late, in milliseconds: for the figures. */
  readonly onArrival?: (type: EventType, lagMs: number) => void;
}

interface Channel {
  readonly feed: EventFeed;
  readonly followers: Set<Follower>;
}

/**
 * A log in this process's memory: for one node, and for development. It answers at once, and forgets all when the process
 * ends: a browser that resumes after that is told of a gap.
 *
 * @example
 * const service = xivoService({ events: memoryEvents({ mostEvents: 1_000 }), onCall, origins });
 */
export function memoryEvents({
  clock = systemClock,
  mostEvents = 10_000,
  mostKeys = 50_000,
  mostChannels = 1_000,
  keepMs = 600_000,
  onArrival,
}: MemoryEventsOptions = {}): EventLog {
  const channels = new Map<string, Channel>();
  const once = new OnceStore({ clock, keepMs, most: mostKeys });
  // An id of another process is none of ours, so that a restart is seen as the gap that it is.
  const life = clock.now();
  let count = 0;
  let closed = false;

  /** Moves the channel to the end of the map: the first are the least recently used. */
  function channelOf(name: string): Channel {
    const known = channels.get(name);
    const channel = known ?? { feed: new EventFeed(`${life}-${count}`, mostEvents), followers: new Set() };
    if (known !== undefined) channels.delete(name);
    channels.set(name, channel);
    if (known === undefined) dropUnused();
    return channel;
  }

  function dropUnused(): void {
    if (channels.size <= mostChannels) return;
    for (const [name, { followers }] of channels) {
      if (channels.size <= mostChannels) return;
      if (followers.size === 0) channels.delete(name);
    }
  }

  return {
    append(name, { type, data }, given): Appended {
      if (closed) throw new EventLogError('closed');
      if (given !== undefined) {
        const known = once.get(name, given.key);
        if (known !== undefined) return { first: false, answer: known.answer };
        once.set(name, given);
      }
      const { feed, followers } = channelOf(name);
      count += 1;
      const event: LoggedEvent = { id: `${life}-${count}`, type, data };
      feed.push(event);
      onArrival?.(type, 0);
      for (const follower of followers) follower.pump();
      return { first: true, answer: given?.answer ?? '' };
    },

    answerOf: (channel, key) => once.get(channel, key)?.answer,

    find: (channel, key) => once.get(channel, key)?.page,

    follow(name, after, tell, calm) {
      if (closed) return Promise.reject(new EventLogError('closed'));
      const { feed, followers } = channelOf(name);
      const position = after ?? feed.end;
      const follower = new Follower({
        feed,
        position,
        tell,
        calm,
        older: () => ({ gap: feed.start, events: [] }),
      });
      followers.add(follower);
      if (after === undefined)
        tell({ id: position, type: 'hello', data: JSON.stringify({ at: clock.now() }) });
      follower.pump();
      return Promise.resolve(() => {
        follower.end();
        followers.delete(follower);
      });
    },

    ready: () => !closed,

    close() {
      closed = true;
      for (const { followers } of channels.values()) for (const follower of followers) follower.end();
      channels.clear();
      return Promise.resolve();
    },
  };
}
