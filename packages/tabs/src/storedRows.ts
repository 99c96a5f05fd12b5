import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { Row, Rows, RowStore } from './row.js';

interface Schema<T> extends DBSchema {
  rows: {
    key: number;
    value: Row<T>;
    indexes: { key: string; turn: [string, string]; state: [string, number]; due: number };
  };
}

/** How many rows are touched at once where there may be very many. */
const batch = 200;

const every = (status: string): IDBKeyRange => IDBKeyRange.bound([status, -Infinity], [status, Infinity]);

/** Rows in IndexedDB, shared by all tabs. Rejects where there is none, or it may not be used. */
export async function storedRows<T>(name: string): Promise<RowStore<T>> {
  const open = (): Promise<IDBPDatabase<Schema<T>>> =>
    openDB<Schema<T>>(name, 1, {
      upgrade(db) {
        const rows = db.createObjectStore('rows', { keyPath: 'seq', autoIncrement: true });
        rows.createIndex('key', 'key');
        rows.createIndex('turn', ['key', 'status']);
        rows.createIndex('state', ['status', 'at']);
        rows.createIndex('due', 'dueAt');
      },
      // Another tab wants it newer, or gone.
      blocking: (_, __, event) => (event.target as IDBDatabase).close(),
    });
  let db = await open();

  /** Does it; once more on a new connection when the browser has closed the old one. */
  async function withDb<R>(work: (db: IDBPDatabase<Schema<T>>) => Promise<R>): Promise<R> {
    try {
      return await work(db);
    } catch (error) {
      if ((error as Error).name !== 'InvalidStateError') throw error;
      db = await open();
      return work(db);
    }
  }

  /**
   * Changes each row of a range (which it thereby leaves), or deletes it. Some at a time: whoever puts something must
   * not wait for a hundred thousand.
   */
  async function change(
    index: 'due' | 'state',
    range: IDBKeyRange,
    to: (row: Row<T>) => Row<T> | undefined,
  ): Promise<void> {
    for (let count = batch; count === batch;) {
      count = await withDb(async (db) => {
        const { store, done } = db.transaction('rows', 'readwrite');
        const rows = await store.index(index).getAll(range, batch);
        for (const row of rows) {
          const next = to(row);
          void (next ? store.put(next) : store.delete(row.seq ?? 0));
        }
        await done;
        return rows.length;
      });
    }
  }

  return {
    transact: (work) =>
      withDb(async (db) => {
        const transaction = db.transaction('rows', 'readwrite');
        const { store } = transaction;
        const turn = store.index('turn');
        const rows: Rows<T> = {
          last: async (key) => (await store.index('key').openCursor(key, 'prev'))?.value,
          head: (key) => turn.get([key, 'waiting']),
          waiting: (key) => turn.count([key, 'waiting']),
          put: (row) => store.put(row),
          delete: ({ seq = 0 }) => store.delete(seq),
        };
        const [result] = await Promise.all([
          work(rows).catch((error: unknown) => {
            // What was put so far must not stay.
            transaction.abort();
            throw error;
          }),
          transaction.done.catch((error: unknown) => {
            if ((error as Error | null)?.name !== 'AbortError') throw error;
          }),
        ]);
        return result;
      }),
    due: (until, limit) =>
      withDb(async (db) => {
        const rows = await db.getAllFromIndex('rows', 'due', IDBKeyRange.upperBound(until), limit);
        return rows.map(({ key }) => key);
      }),
    nextDue: () =>
      withDb(async (db) => {
        const cursor = await db.transaction('rows').store.index('due').openKeyCursor();
        return cursor?.key;
      }),
    count: (status) => withDb((db) => db.countFromIndex('rows', 'state', every(status))),
    async hurry(now, failedToo) {
      await change('due', IDBKeyRange.lowerBound(now, true), (row) => ({ ...row, dueAt: now }));
      if (failedToo)
        await change('state', every('failed'), (row) => ({ ...row, status: 'waiting', dueAt: now }));
    },
    async prune(before) {
      await change(
        'state',
        IDBKeyRange.bound(['delivered', -Infinity], ['delivered', before]),
        () => undefined,
      );
    },
    close: () => db.close(),
  };
}
