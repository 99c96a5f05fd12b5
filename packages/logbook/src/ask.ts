import { isOffhookError, OffhookError, type Contact, type LogContext } from '@offhook/core';
import type { Outbox, Tabs } from '@offhook/tabs';
import type { Claim } from './claims.js';
import { contactOf, entryOf } from './entryOf.js';
import type { LogbookOptions } from './options.js';
import { nothingNew } from './nothingNew.js';

import type { LogRecord } from './record.js';

/** What asking stands on. */
export interface AskParts {
  readonly resolve: LogbookOptions['resolve'];
  readonly failed: LogContext['failed'];
  readonly tabs: Tabs;
  readonly claims: Pick<Outbox<Claim>, 'put' | 'get'>;
  readonly box: Pick<Outbox<LogRecord>, 'put' | 'get'>;
}

/** Asks the app whom an entry is for: once, in one tab that is seen, and not after a reload either. */
export function createAsk({ resolve, failed, tabs, claims, box }: AskParts) {
  const asked = new Set<string>();

  async function ask(key: string, contacts: readonly Contact[]): Promise<void> {
    // An id that no vendor has, as in claims.
    const once = `? ${key}`;
    await claims.put(once, { key: tabs.id });
    if ((await claims.get(once))?.value.key !== tabs.id) return;
    const record = (await box.get(key))?.value;
    if (!record || contactOf(record)) return;
    const matched = await resolve?.(entryOf(record, key, ''), contacts);
    if (matched) await box.put(key, { ...nothingNew(record), matched });
  }

  return (key: string, contacts: readonly Contact[]): void => {
    if (!resolve || asked.has(key)) return;
    asked.add(key);
    tabs
      .runOnce(`log-contact ${key}`, () => ask(key, contacts), 'visible')
      .catch((cause: unknown) => {
        // Closed before anybody was asked.
        if (isOffhookError(cause) && cause.code === 'aborted') return;
        failed(
          key.includes(':messages:') ? 'messageLog.write' : 'callLog.write',
          new OffhookError('handler-failed', 'Asked whom an entry is for, `resolve` failed. See the cause.', {
            cause,
          }),
        );
      });
  };
}
