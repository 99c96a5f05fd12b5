import type { Answer, Ask, Clock, HandlerName } from '@offhook/core';
import { fields, listOf, texts, type Fields } from '../read.js';
import type { Desk, Route } from './desk.js';
import type { ServicePath } from './service.js';

/** What was found for each key that was asked for. */
type Matches<T> = Readonly<Partial<Record<string, readonly T[]>>>;

interface MatcherOptions<T> {
  readonly path: ServicePath;
  readonly handler: HandlerName;
  /** The body's field that holds the keys. */
  readonly keys: string;
  readonly clock: Clock;
  readonly match: (keys: readonly string[], ask: Ask) => Answer<Matches<T>>;
  readonly toWire: (each: unknown) => Fields | undefined;
  /** Makes the widget ask again, if it can be. */
  readonly again: ((keys: readonly string[]) => void) | undefined;
}

/** How long what was found too late is kept for the widget to ask again, in milliseconds. */
const keptMs = 300_000;

/** What an object itself has under a key: a number may be spelt `constructor`. */
const own = (value: unknown, key: string): unknown =>
  Object.hasOwn(fields(value), key) ? fields(value)[key] : undefined;

/**
 * Answers which of the keys match what, by the keys as they were spelt. Of a key that the handler leaves out nothing
 * is told: it isn't known yet. What is found after the deadline is kept, and the widget made to ask for it again.
 */
export function createMatcher<T>(desk: Desk, options: MatcherOptions<T>): Route {
  const { path, handler, clock, match, toWire, again } = options;
  const kept = new Map<string, { readonly found: unknown; readonly until: number }>();

  /** What was kept for this key, once. */
  function take(key: string): readonly (readonly [string, unknown])[] {
    const entry = kept.get(key);
    kept.delete(key);
    return entry && entry.until > clock.monotonic() ? [[key, entry.found]] : [];
  }

  function keep(key: string, found: unknown): void {
    const now = clock.monotonic();
    for (const [each, { until }] of kept) if (until <= now) kept.delete(each);
    kept.set(key, { found, until: now + keptMs });
  }

  function rows(found: unknown, keys: readonly string[]): Readonly<Record<string, readonly Fields[]>> {
    if (typeof found !== 'object' || found === null || Array.isArray(found))
      throw new TypeError('These are no matches.');
    let left = 0;
    const entries = keys.flatMap((key) => {
      const given = own(found, key);
      if (given === undefined) return [];
      const items: readonly unknown[] = Array.isArray(given) ? given : [given];
      const good = items.flatMap((each) => listOf(toWire(each)));
      left += items.length - good.length;
      // What is no match at all doesn't say that nobody matches.
      return good[0] || items.length === 0 ? [[key, good] as const] : [];
    });
    desk.leftOut(handler, left);
    return Object.fromEntries(entries);
  }

  return (request) => {
    const keys = texts(request.body[options.keys]);
    if (!keys) return false;
    const before = Object.fromEntries(keys.flatMap(take));
    const asked = keys.filter((key) => !Object.hasOwn(before, key));
    let told: readonly string[] = [];
    return desk.answer<Matches<T>>(request, path, {
      handler,
      ask: (ask) => (asked[0] ? match(asked, ask) : {}),
      respond: (found = {}) => {
        const data = { ...rows(before, keys), ...rows(found, asked) };
        told = Object.keys(data);
        return { data };
      },
      add: (found, more) => ({ ...found, ...more }),
      rest(found) {
        const more = asked.filter((key) => own(found, key) !== undefined && !told.includes(key));
        for (const key of more) keep(key, own(found, key));
        if (more[0]) again?.(more);
      },
    });
  };
}
