import { isRecord } from '../frame.js';
import { askHostForData, isAwake } from './ask-host.js';
import { isConnected, isDialing, isRinging } from './call.js';
import { textOf } from './service.js';
import { liveCalls } from './session.js';
import type { Tab } from './tab.js';

const FIRST_QUERIES = 30;

/** Asks the host which of these calls it has logged. */
export async function matchCallLogs(tab: Tab, sessionIds: readonly string[]): Promise<void> {
  const { service, session } = tab;
  if (!service || !isAwake(tab) || !session.state.signedIn || sessionIds.length === 0) return;
  if (textOf(service, 'callLogEntityMatcherPath') === undefined) return;
  const live = new Set(
    liveCalls(session)
      .filter((call) => isRinging(call) || isDialing(call) || isConnected(call))
      .map((call) => call.sessionId),
  );
  const activeSessionIds = sessionIds.filter((id) => live.has(id));
  const body = tab.profile.name === '2019' ? { sessionIds } : { sessionIds, activeSessionIds };
  const data = await askHostForData(tab, 'callLogEntityMatcherPath', body);
  // An empty object means "no answer"; of a call that isn't in another answer nothing is logged.
  if (!isRecord(data) || Object.keys(data).length === 0) return;
  for (const id of sessionIds) {
    const found = data[id];
    service.callLogMatches.set(id, Array.isArray(found) ? found : []);
  }
}

/** Whether the host has logged this call; a match that only tells a status is no log. */
export function isLogged(tab: Tab, sessionId: string): boolean {
  const matches = tab.service?.callLogMatches.get(sessionId) ?? [];
  return matches.some((match) => !isRecord(match) || match['type'] !== 'status');
}

/** Asks about the calls that nothing is known to be logged of. */
export function matchUnloggedCalls(tab: Tab): Promise<void> {
  const ids = tab.session.state.records.map((record) => record.sessionId);
  return matchCallLogs(tab, ids.filter((id) => !isLogged(tab, id)).reverse());
}

export function matchAllCallLogs(tab: Tab): Promise<void> {
  const ids = tab.session.state.records.map((record) => record.sessionId).reverse();
  return matchCallLogs(tab, ids.slice(-FIRST_QUERIES));
}

/** The host asks to be asked again; calls that the widget doesn't know are left out silently. */
export function matchCallLogsAgain(tab: Tab, sessionIds: unknown): void {
  const { session } = tab;
  const known = new Set([
    ...session.state.records.map((record) => record.sessionId),
    ...liveCalls(session).map((call) => call.sessionId),
  ]);
  const again = (Array.isArray(sessionIds) ? sessionIds : []).filter(
    (id): id is string => typeof id === 'string' && known.has(id),
  );
  void matchCallLogs(tab, again);
}
