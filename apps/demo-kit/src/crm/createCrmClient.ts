import type {
  Activity,
  CallLogEntry,
  Contact,
  ContactMatches,
  ContactPage,
  LoggedEntries,
  MessageLogEntry,
} from '@offhook/core';
import { callBody } from './callBody.js';
import { crmError } from './crmError.js';
import { messageBody } from './messageBody.js';

export interface CrmClientOptions {
  /** Where the CRM is; `/crm`, on the page's own origin, unless given. */
  readonly base?: string;
  /** Whose data: two sessions don't disturb each other. */
  readonly session: string;
  readonly fetch?: typeof fetch;
}

/** The host's own CRM, over HTTP. Everything aborts with the signal and rejects with an OffhookError. */
export interface CrmClient {
  contacts(
    request: { readonly page: number; readonly since?: number },
    signal: AbortSignal,
  ): Promise<ContactPage>;
  search(text: string, signal: AbortSignal): Promise<readonly Contact[]>;
  match(numbers: readonly string[], signal: AbortSignal): Promise<ContactMatches>;
  activities(contactId: string, signal: AbortSignal): Promise<readonly Activity[]>;
  writeCall(entry: CallLogEntry, signal: AbortSignal): Promise<unknown>;
  matchCalls(sessionIds: readonly string[], signal: AbortSignal): Promise<LoggedEntries>;
  writeMessages(entry: MessageLogEntry, signal: AbortSignal): Promise<unknown>;
  matchMessages(conversationLogIds: readonly string[], signal: AbortSignal): Promise<LoggedEntries>;
}

/** The CRM's page of contacts, as it comes. */
interface WirePage {
  readonly contacts: readonly Contact[];
  readonly nextPage: number | null;
  readonly at: number;
}

interface WireActivity {
  readonly id: string;
  readonly subject: string;
  readonly time: number;
}

/** The sample apps' way to their CRM. */
export function createCrmClient(options: CrmClientOptions): CrmClient {
  const { base = '/crm', session } = options;
  // Not bound to `options`: a browser's own `fetch` refuses to be called as a method of something else.
  const send = options.fetch ?? ((...request: Parameters<typeof fetch>) => fetch(...request));

  async function ask<T>(path: string, signal: AbortSignal, init: RequestInit = {}): Promise<T> {
    try {
      const response = await send(`${base}${path}`, { ...init, signal });
      if (!response.ok) throw await crmError(response);
      return (await response.json()) as T;
    } catch (error) {
      throw signal.aborted ? signal.reason : await crmError(error);
    }
  }

  function get<T>(path: string, query: Readonly<Record<string, string>>, signal: AbortSignal): Promise<T> {
    return ask(`${path}?${new URLSearchParams({ session, ...query }).toString()}`, signal);
  }

  function give<T>(method: 'POST' | 'PUT', path: string, body: object, signal: AbortSignal): Promise<T> {
    return ask(path, signal, {
      method,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ session, ...body }),
    });
  }

  return {
    async contacts({ page, since }, signal) {
      const query = { page: `${page}`, ...(since !== undefined && { since: `${since}` }) };
      const { nextPage, ...found } = await get<WirePage>('/contacts', query, signal);
      return nextPage === null ? found : { ...found, nextPage };
    },
    search: (q, signal) => get('/contacts/search', { q }, signal),
    match: (numbers, signal) => give('POST', '/contacts/match', { numbers }, signal),
    async activities(contactId, signal) {
      const path = `/contacts/${encodeURIComponent(contactId)}/activities`;
      const found = await get<readonly WireActivity[]>(path, {}, signal);
      return found.map(({ time, ...activity }) => ({ ...activity, at: time }));
    },
    writeCall: (entry, signal) =>
      give('PUT', `/logs/${encodeURIComponent(entry.key)}`, callBody(entry), signal),
    matchCalls: (sessionIds, signal) => give('POST', '/logs/match', { sessionIds }, signal),
    writeMessages: (entry, signal) =>
      give('PUT', `/messages/${encodeURIComponent(entry.conversationLogId)}`, messageBody(entry), signal),
    matchMessages: (conversationLogIds, signal) =>
      give('POST', '/messages/match', { conversationLogIds }, signal),
  };
}
