import { deadlineOf } from './profile.js';
import { dataOf, type RequestOutcome } from './request-desk.js';
import { textOf } from './service.js';
import type { Tab } from './tab.js';

/** Asks the host on the path it registered in this field; undefined when it registered none. */
export async function askHost(tab: Tab, field: string, body?: unknown): Promise<RequestOutcome | undefined> {
  const path = textOf(tab.service, field);
  if (path === undefined) return undefined;
  const outcome = await tab.requests.ask(path, body, deadlineOf(tab.profile, field));
  tab.session.touch();
  return outcome;
}

/** The `data` of the host's answer; undefined when nothing usable came in time. */
export async function askHostForData(tab: Tab, field: string, body?: unknown): Promise<unknown> {
  const outcome = await askHost(tab, field, body);
  return outcome === undefined ? undefined : dataOf(outcome);
}

/** Contacts, search and matchers sleep until the host says that it is authorized. */
export const isAwake = (tab: Tab): boolean => tab.service?.authorized === true;
