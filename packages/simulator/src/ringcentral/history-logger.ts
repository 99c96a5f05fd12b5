import type { Cancel } from '../clock.js';
import { matchUnloggedCalls } from './call-log-matcher.js';
import { logRecordBySync } from './record-logger.js';
import { activeTab } from './session.js';
import type { Tab } from './tab.js';
import { endOf } from './unlogged-calls.js';

/** From the last reason to log the history until it is logged. */
const PAUSE_MS = 10_000;
const RECENT_MS = 60_000;
const OLD_MS = 7 * 24 * 60 * 60_000;
const AT_ONCE = 20;

const waiting = new WeakMap<Tab, Cancel>();

const wantsHistory = (tab: Tab): boolean =>
  tab.session.state.autoLog.call && Boolean(tab.service?.fields['callLoggerAutoLogOnCallSync']);

/**
 * Calls that nobody saw live, because no widget was open or it had no logger, are sent by themselves only
 * to a host that registered `callLoggerAutoLogOnCallSync`. All others must ask `/unlogged-calls`.
 */
export function logHistorySoon(tab: Tab): void {
  waiting.get(tab)?.();
  if (!wantsHistory(tab)) return;
  waiting.set(
    tab,
    tab.timers.after(PAUSE_MS, () => void logHistory(tab)),
  );
}

async function logHistory(tab: Tab): Promise<void> {
  const { session } = tab;
  if (tab.stage !== 'ready' || activeTab(session) !== tab || !wantsHistory(tab)) return;
  await matchUnloggedCalls(tab);
  const now = session.clock.now();
  const unlogged = session.state.records.filter(
    (record) =>
      (tab.service?.callLogMatches.get(record.sessionId) ?? []).length === 0 &&
      endOf(record) <= now - RECENT_MS &&
      record.startTime >= now - OLD_MS,
  );
  for (const record of unlogged.slice(0, AT_ONCE)) await logRecordBySync(tab, record);
}
