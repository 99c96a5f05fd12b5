import { matchUnloggedCalls, isLogged } from './call-log-matcher.js';
import { callLogCall, type CallRecord } from './call-record.js';
import type { Tab } from './tab.js';

/** Calls that ended so recently are left out: the live stream logs them. */
const RECENT_MS = 20_000;
const PER_PAGE = 100;

export const endOf = (record: CallRecord): number => record.startTime + record.duration * 1000;

const positive = (value: unknown, otherwise: number): number =>
  typeof value === 'number' && value > 0 ? Math.floor(value) : otherwise;

/**
 * `/unlogged-calls`: the page of the call log that the host has not logged, newest first. The host is
 * asked for its logs before it gets its answer; recordings come without a token whatever it registered.
 */
export async function unloggedCalls(tab: Tab, body: Readonly<Record<string, unknown>>): Promise<unknown> {
  await matchUnloggedCalls(tab);
  const { records } = tab.session.state;
  const before = tab.session.clock.now() - RECENT_MS;
  const unlogged = records.filter((record) => !isLogged(tab, record.sessionId) && endOf(record) <= before);
  const perPage = positive(body['perPage'], PER_PAGE);
  const start = (positive(body['page'], 1) - 1) * perPage;
  return {
    calls: unlogged.slice(start, start + perPage).map((record) => callLogCall(record, false)),
    hasMore: unlogged.length > start + perPage,
  };
}
