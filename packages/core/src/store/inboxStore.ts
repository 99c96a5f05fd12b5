import { foldThread } from '../fold/foldThread.js';
import { merge } from '../fold/same.js';
import type { ContactMatch } from '../model/contact.js';
import type { EventBody } from '../model/event.js';
import type { LogState } from '../model/log.js';
import type { MessageReport } from '../model/report.js';
import type { Thread } from '../model/thread.js';
import type { Batch } from '../stream/batch.js';
import { createCollection, type Collection } from '../stream/collection.js';

export interface InboxStoreOptions {
  readonly batch: Batch;
  /** Who the first other party of a new thread is; `found` is told of an answer that takes its time. */
  readonly match: (
    connector: string,
    number: string | undefined,
    found: (match: ContactMatch) => readonly EventBody[],
  ) => ContactMatch | undefined;
}

/** All threads: finds the one that a report speaks of, and folds it. Works within a commit. */
export interface InboxStore {
  readonly inbox: Collection<Thread>;
  apply(connector: string, report: MessageReport): readonly EventBody[];
  /** Sets what has become of a thread's log entry; `undefined` where there is no such thread. */
  logged(id: string, log: LogState): readonly EventBody[] | undefined;
  complete(): void;
}

export function createInboxStore({ batch, match }: InboxStoreOptions): InboxStore {
  const store = createCollection<Thread>(batch);

  /** Merges facts into a thread; the same reference back when they say nothing new. */
  function patch(id: string, facts: Partial<Pick<Thread, 'match' | 'log'>>): Thread | undefined {
    const before = store.find(id);
    const thread = before && merge(before, facts);
    if (thread) store.set(id, thread);
    return thread;
  }

  return {
    inbox: store.view,
    apply(connector, report) {
      const id = `${connector}:${report.threadId}`;
      const before = store.find(id);
      const known = before
        ? undefined
        : match(connector, report.parties[0]?.number, (found) => {
            // Who it is is state, and no moment.
            patch(id, { match: found });
            return [];
          });
      const { thread, events } = foldThread(before, report, id, connector, known);
      store.set(id, thread);
      return events;
    },
    logged(id, log) {
      const before = store.find(id);
      if (!before) return undefined;
      const thread = patch(id, { log }) ?? before;
      return thread === before ? [] : [{ type: 'inbox.log.changed', thread }];
    },
    complete: () => store.complete(),
  };
}
