import { createHash } from 'node:crypto';
import { type Redis } from 'ioredis';
import { type Appended, type EventType, type LoggedEvent, type NewEvent, type Once } from './eventLog.js';
import { type OlderEvents } from './follower.js';

/** An event, and the id of the one before it: so a hole is seen, however it came about. */
export interface StoredEvent extends LoggedEvent {
  readonly type: EventType;
  readonly previous: string;
}

/** The place before the first event. */
export const noEvent = '0-0';

/** How much is kept, and for how long. */
export interface Retention {
  readonly mostEvents: number;
  readonly keepEventsMs: number;
  readonly keepMs: number;
}

// KEYS: the channel's stream, the key's hash (or the stream again).
// ARGV: type, data, most events, how long they are kept, '1' with a key, its answer, '1' with a page, the page, how long the key is kept.
const appendScript = `
if ARGV[5] == '1' then
  local known = redis.call('HGET', KEYS[2], 'answer')
  if known then return {'0', known} end
end
local last = redis.call('XREVRANGE', KEYS[1], '+', '-', 'COUNT', 1)
local previous = '${noEvent}'
if last[1] then previous = last[1][1] end
redis.call('XADD', KEYS[1], 'MAXLEN', '~', ARGV[3], '*', 'p', previous, 't', ARGV[1], 'd', ARGV[2])
redis.call('PEXPIRE', KEYS[1], ARGV[4])
if ARGV[5] == '1' then
  redis.call('HSET', KEYS[2], 'answer', ARGV[6])
  if ARGV[7] == '1' then redis.call('HSET', KEYS[2], 'page', ARGV[8]) end
  redis.call('PEXPIRE', KEYS[2], ARGV[9])
end
return {'1', ARGV[6]}
`;

const appendSha = createHash('sha1').update(appendScript).digest('hex');

/** Writes an event and its key in one go: nobody sees one without the other. */
export async function appendEvent(
  redis: Redis,
  keys: { readonly stream: string; readonly once: string },
  { type, data }: NewEvent,
  once: Once | undefined,
  { mostEvents, keepEventsMs, keepMs }: Retention,
): Promise<Appended> {
  const input = [
    keys.stream,
    keys.once,
    type,
    data,
    mostEvents,
    keepEventsMs,
    once === undefined ? '' : '1',
    once?.answer ?? '',
    once?.page === undefined ? '' : '1',
    once?.page ?? '',
    keepMs,
  ];
  // Redis knows the script by its hash, until it is restarted.
  const reply = await redis.evalsha(appendSha, 2, ...input).catch((error: unknown) => {
    if (error instanceof Error && error.message.startsWith('NOSCRIPT'))
      return redis.eval(appendScript, 2, ...input);
    throw error;
  });
  if (!Array.isArray(reply) || typeof reply[1] !== 'string') throw new TypeError('REPLY');
  return { first: reply[0] === '1', answer: reply[1] };
}

/** The id of the newest event, or `noEvent`. */
export async function endOf(redis: Redis, stream: string): Promise<string> {
  const [last] = await redis.xrevrange(stream, '+', '-', 'COUNT', 1);
  return last?.[0] ?? noEvent;
}

/** What is kept after a place, at most `count` of it, and whether something in between is lost. */
export async function eventsAfter(
  redis: Redis,
  stream: string,
  position: string,
  count: number,
): Promise<OlderEvents> {
  // In this order: what is asked second is never behind what is asked first.
  const [end, entries] = await Promise.all([
    endOf(redis, stream),
    isId(position)
      ? redis.xrange(stream, `(${position}`, '+', 'COUNT', count)
      : redis.xrange(stream, '-', '+', 'COUNT', count),
  ]);
  const events = entries.flatMap(readEntry);
  const [first] = events;
  if (first !== undefined) return first.previous === position ? { events } : { gap: first.previous, events };
  if (position === end) return { events };
  if (end === noEvent) return { gap: end, events };
  // From another life of the log, whose clock was ahead: all that is kept is new to whoever asks.
  const [oldest] = (await redis.xrange(stream, '-', '+', 'COUNT', 1)).flatMap(readEntry);
  return { gap: oldest?.previous ?? end, events };
}

/** An entry as an event, or nothing when somebody else wrote it. */
export function readEntry([id, fields]: readonly [id: string, fields: readonly string[]]): StoredEvent[] {
  const [previousName, previous, typeName, type, dataName, data] = fields;
  if (previousName !== 'p' || typeName !== 't' || dataName !== 'd') return [];
  if (previous === undefined || data === undefined || !isType(type)) return [];
  return [{ id, previous, type, data }];
}

const isType = (text: string | undefined): text is EventType =>
  text === 'call' || text === 'done' || text === 'login';

/** Whether Redis reads it as an id that others can come after: two numbers of less than 64 bits. */
function isId(text: string): boolean {
  const parts = /^(\d{1,20})-(\d{1,20})$/.exec(text);
  return parts !== null && parts.slice(1).every((part) => BigInt(part) < (1n << 64n) - 1n);
}

/** Whether the first id is that of an earlier event. */
export function isBefore(one: string, other: string): boolean {
  const [ms = '0', count = '0'] = one.split('-');
  const [otherMs = '0', otherCount = '0'] = other.split('-');
  if (ms !== otherMs) return Number(ms) < Number(otherMs);
  return Number(count) < Number(otherCount);
}
