import { isRecord } from '../frame.js';
import { askHost, askHostForData, isAwake } from './ask-host.js';
import { formatContact } from './format-contact.js';
import { dataOf } from './request-desk.js';
import { textOf } from './service.js';
import type { Tab } from './tab.js';

type Contact = Readonly<Record<string, unknown>>;

/**
 * Fetches the host's contacts page by page. Every page carries the old time stamp, and the one that
 * is kept is the first page's: a host that moves it on loses what changed while the pages came.
 */
export async function syncContacts(tab: Tab, type?: 'api' | 'manual'): Promise<void> {
  const { service } = tab;
  if (!service || service.syncing || !isAwake(tab) || textOf(service, 'contactsPath') === undefined) return;
  service.syncing = true;
  try {
    const since = service.contactsTimestamp;
    const received: Contact[] = [];
    let newTimestamp: unknown;
    for (let page: number | undefined = 1; page !== undefined;) {
      const body = { page, syncTimestamp: since, ...(type === undefined ? {} : { type }) };
      const outcome = await askHost(tab, 'contactsPath', body);
      if (!outcome?.answered || outcome.late) return;
      const response = isRecord(outcome.response) ? outcome.response : {};
      const data = dataOf(outcome);
      if (Array.isArray(data)) received.push(...data.filter(isRecord).map(formatContact));
      if (page === 1) newTimestamp = response['syncTimestamp'];
      const next = response['nextPage'];
      page = typeof next === 'number' && next > 0 ? next : undefined;
    }
    const timestamp = typeof newTimestamp === 'number' ? newTimestamp : null;
    service.contacts =
      since && timestamp
        ? merge(service.contacts, received)
        : received.filter((one) => one['deleted'] !== true);
    service.contactsTimestamp = timestamp;
  } finally {
    service.syncing = false;
  }
}

function merge(existing: readonly Contact[], changes: readonly Contact[]): Contact[] {
  const byId = new Map(existing.map((contact) => [contact['id'], contact]));
  for (const contact of changes) {
    if (contact['deleted'] === true) byId.delete(contact['id']);
    else byId.set(contact['id'], contact);
  }
  return [...byId.values()];
}

/** Typing fewer letters than this asks nobody. */
const SEARCH_FROM = 3;
const SEARCH_PAUSE_MS = 300;

/** What somebody types into the dialer: the host is asked after a pause in typing. */
export function search(tab: Tab, text: string): void {
  const searchString = text.trim();
  tab.searchText = text;
  tab.searchResults = [];
  if (searchString.length < SEARCH_FROM || !isAwake(tab)) return;
  tab.timers.after(SEARCH_PAUSE_MS, () => {
    if (tab.searchText === text) void askForResults(tab, text, searchString);
  });
}

async function askForResults(tab: Tab, text: string, searchString: string): Promise<void> {
  const data = await askHostForData(tab, 'contactSearchPath', { searchString });
  if (tab.searchText === text) tab.searchResults = Array.isArray(data) ? data : [];
  tab.session.touch();
}
