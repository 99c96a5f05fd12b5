import { isRecord } from '../frame.js';
import { askHostForData, isAwake } from './ask-host.js';
import { account } from './account.js';
import { textOf } from './service.js';
import type { Tab } from './tab.js';

/** The vendor's own defaults for how long a match is remembered. */
const MATCH_TTL_MS = 2 * 60 * 60_000;
const NO_MATCH_TTL_MS = 5 * 60_000;
const FIRST_QUERIES = 30;

export function contactMatchesOf(tab: Tab, number: string): readonly unknown[] {
  return tab.service?.contactMatches.get(number)?.contacts ?? [];
}

export const contactMatchOf = (tab: Tab, number: string): unknown => contactMatchesOf(tab, number)[0];

/** Every number this widget shows, with the names that the phone network gave. */
function knownNumbers(tab: Tab): Map<string, string | undefined> {
  const { session } = tab;
  const numbers = new Map<string, string | undefined>();
  const add = (number: string, name?: string) => numbers.set(number, numbers.get(number) ?? name);
  const records = tab.stage === 'ready' ? session.state.records : [];
  for (const record of records.slice().sort((a, b) => a.startTime - b.startTime)) {
    add(record.remoteNumber, record.remoteName);
    add(account.number, account.name);
  }
  for (const message of session.state.messages) {
    add(account.number);
    add(message.remoteNumber);
  }
  for (const call of session.calls.values()) add(call.remote.number, call.remote.name);
  return numbers;
}

function ttl(tab: Tab, field: string, otherwise: number): number {
  const value = tab.service?.fields[field];
  return typeof value === 'number' && value > 0 ? value : otherwise;
}

/** Asks the host who these numbers are, but for those it was asked about a short while ago. */
export async function matchNumbers(
  tab: Tab,
  numbers: readonly string[],
  how: { force?: boolean; manual?: boolean } = {},
): Promise<void> {
  const { service, session } = tab;
  if (
    !service ||
    !isAwake(tab) ||
    !session.state.signedIn ||
    textOf(service, 'contactMatchPath') === undefined
  )
    return;
  const now = session.clock.now();
  const asked = [...new Set(numbers)].filter((number) => {
    const cached = service.contactMatches.get(number);
    return how.force === true || !cached || cached.until <= now;
  });
  if (asked.length === 0) return;
  const names = knownNumbers(tab);
  const callerIds = Object.fromEntries(
    asked.flatMap((number) => {
      const name = names.get(number);
      return name === undefined ? [] : [[number, name]];
    }),
  );
  const body =
    tab.profile.name === '2019'
      ? { phoneNumbers: asked }
      : { phoneNumbers: asked, callerIds, ...(how.manual ? { triggerFrom: 'manual' } : {}) };
  const data = await askHostForData(tab, 'contactMatchPath', body);
  // An empty object means "no answer": nothing is remembered and the next ring asks again.
  if (!isRecord(data) || Object.keys(data).length === 0) return;
  for (const number of asked) {
    const found = data[number];
    const contacts = Array.isArray(found)
      ? found.filter(isRecord).map((contact) => asMatch(tab, contact))
      : [];
    const lasts =
      contacts.length > 0
        ? ttl(tab, 'contactMatchTtl', MATCH_TTL_MS)
        : ttl(tab, 'contactNoMatchTtl', NO_MATCH_TTL_MS);
    service.contactMatches.set(number, { contacts, until: session.clock.now() + lasts });
  }
}

type Contact = Readonly<Record<string, unknown>>;

/** Today's widget adds to each match what kind of thing it is. */
function asMatch(tab: Tab, contact: Contact): Contact {
  if (tab.profile.name === '2019') return contact;
  return { ...contact, entityType: contact['entityType'] ?? contact['type'] };
}

export function matchAllNumbers(tab: Tab): Promise<void> {
  return matchNumbers(tab, [...knownNumbers(tab).keys()].slice(0, FIRST_QUERIES));
}

/** The host asks to be asked again; numbers that the widget doesn't show are left out silently. */
export function matchAgain(tab: Tab, numbers: unknown): void {
  const known = knownNumbers(tab);
  const again = (Array.isArray(numbers) ? numbers : []).filter(
    (number): number is string => typeof number === 'string' && known.has(number),
  );
  void matchNumbers(tab, again, { force: true });
}
