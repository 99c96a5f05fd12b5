import type { Hono } from 'hono';
import { createContacts } from './contacts/contacts.js';
import { mergeCall, type CallEntry } from './entries/callEntry.js';
import { createLedger } from './entries/ledger.js';
import { mergeMessages, type MessageEntry } from './entries/messageEntry.js';
import { createFaults } from './faults/faults.js';
import { createWait } from './faults/createWait.js';
import { crmApp } from './http/crmApp.js';
import { openStore } from './store/openStore.js';

export interface CrmOptions {
  /** The SQLite file, created with its folder where it is missing; `:memory:` keeps nothing. */
  readonly file: string;
  /** Hears of errors that are nobody's fault but the CRM's. */
  readonly report?: (error: Error) => void;
  /** Wall-clock milliseconds. */
  readonly now?: () => number;
  /** Which requests fail, where some shall: from 0 to less than 1. */
  readonly random?: () => number;
}

/** A small CRM, as the host of a softphone has one: contacts, their history, logged calls and messages. */
export interface Crm {
  /** To be mounted below a path of one's own. */
  readonly app: Hono;
  /** Ends what still waits, and closes the file. */
  close(): void;
}

/**
 * Opens the CRM. Throws where the file can't be opened or is something else.
 *
 * @example site.route('/crm', createCrm({ file: '.offhook/crm.sqlite' }).app)
 */
export function createCrm({
  file,
  report = () => undefined,
  now = Date.now,
  random = Math.random,
}: CrmOptions): Crm {
  const store = openStore(file);
  const contacts = createContacts(store, now);
  const calls = createLedger<CallEntry>({
    store,
    now,
    kind: 'call',
    merge: mergeCall,
    vendorIds: ({ sessionId, vendorIds }) =>
      sessionId === undefined ? vendorIds : [sessionId, ...vendorIds],
  });
  const messages = createLedger<MessageEntry>({
    store,
    now,
    kind: 'messages',
    merge: mergeMessages,
    vendorIds: (_, conversationLogId) => [conversationLogId],
  });
  const { wait, end } = createWait();
  const faults = createFaults({ random, wait });

  const reset = (session: string): void => {
    store.transaction(() => {
      for (const part of [contacts, calls, messages]) part.clear(session);
    });
    faults.clear(session);
  };

  return {
    app: crmApp({ contacts, calls, messages, faults, reset, report }),
    close() {
      end();
      store.close();
    },
  };
}
