import type { LogContext, LogState } from '@offhook/core';
import type { Outbox, OutboxChange } from '@offhook/tabs';
import { defined } from './defined.js';
import { noteOf } from './entryOf.js';
import type { LogRecord } from './record.js';

/** Tells the client what becomes of entries, whichever tab wrote them. */
export interface Tell {
  /** The client has come to know a call: another tab may have logged it, or this one before it was loaded anew. */
  known(key: Promise<string | undefined>): void;
  close(): void;
}

/** How far an entry is that waits. */
interface Progress {
  readonly sending: boolean;
  /** Whether a try has failed. */
  readonly tried: boolean;
}

const fresh: Progress = { sending: false, tried: false };

/** What can't be read can't be told; writing it is the outbox's business. */
const unread = (): void => {};

export function createTell(context: LogContext, box: Outbox<LogRecord>): Tell {
  const progress = new Map<string, Progress>();
  let closed = false;

  function note({ key, status }: OutboxChange): void {
    if (status === 'delivered' || status === 'failed') {
      progress.delete(key);
      return;
    }
    const { sending, tried } = progress.get(key) ?? fresh;
    progress.set(key, {
      sending: status === 'sending',
      tried: tried || (sending && status === 'waiting'),
    });
  }

  async function tell(entry: PromiseLike<string | undefined> | string): Promise<void> {
    const key = await entry;
    const row = key === undefined ? undefined : await box.get(key);
    if (key === undefined || !row || closed) return;
    // Tabs hear of changes in any order; what is stored is so.
    const waits = row.status === 'waiting';
    const state: LogState = defined({
      status: waits ? stateOf(progress.get(key)) : row.status === 'failed' ? 'failed' : 'saved',
      waiting: waits ? 1 : 0,
      note: noteOf(row.value),
    });
    const { type, connector, vendorIds } = row.value;
    const ids = vendorIds.map((id) => `${connector}:${id}`);
    for (const id of type === 'call' ? callsOf(ids) : ids) context.told(id, state);
  }

  const callsOf = (ids: readonly string[]): Iterable<string> =>
    new Set(ids.flatMap((id) => context.call(id)?.id ?? []));

  const subscription = box.changes$.subscribe((change) => {
    note(change);
    tell(change.key).catch(unread);
  });
  return {
    known: (key) => void tell(key).catch(unread),
    close() {
      closed = true;
      subscription.unsubscribe();
    },
  };
}

/** It is being saved until a try fails, and waits from then on; one that was left behind has been tried. */
const stateOf = ({ tried }: Progress = { ...fresh, tried: true }): LogState['status'] =>
  tried ? 'waiting' : 'saving';
