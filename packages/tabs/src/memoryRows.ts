import type { Row, Rows, RowStore } from './row.js';

/** Rows that live as long as the page does. There may be many: only those of one key, or due, are gone through. */
export function memoryRows<T>(): RowStore<T> {
  const byKey = new Map<string, Map<number, Row<T>>>();
  const byDue = new Map<number, Row<T>>();
  const byStatus: Record<Row<T>['status'], Map<number, Row<T>>> = {
    waiting: new Map(),
    failed: new Map(),
    delivered: new Map(),
  };
  let seq = 0;
  let turn: Promise<unknown> = Promise.resolve();

  const of = (key: string): readonly Row<T>[] => [...(byKey.get(key)?.values() ?? [])];
  const waiting = (key: string): readonly Row<T>[] => of(key).filter(({ status }) => status === 'waiting');

  function remove({ key, seq: at = 0 }: Row<T>): void {
    for (const each of [byDue, ...Object.values(byStatus)]) each.delete(at);
    byKey.get(key)?.delete(at);
    if (byKey.get(key)?.size === 0) byKey.delete(key);
  }

  function put(given: Row<T>): void {
    const at = given.seq ?? (seq += 1);
    const row = { ...given, seq: at };
    for (const each of [byDue, ...Object.values(byStatus)]) each.delete(at);
    const siblings = byKey.get(row.key) ?? new Map<number, Row<T>>();
    byKey.set(row.key, siblings.set(at, row));
    byStatus[row.status].set(at, row);
    if (row.dueAt !== undefined) byDue.set(at, row);
  }

  const rows: Rows<T> = {
    last: (key) => Promise.resolve(of(key).at(-1)),
    head: (key) => Promise.resolve(waiting(key)[0]),
    waiting: (key) => Promise.resolve(waiting(key).length),
    put: (row) => Promise.resolve(put(row)),
    delete: (row) => Promise.resolve(remove(row)),
  };

  return {
    transact(work) {
      // One after another, as a database has it.
      const done = turn.then(() => work(rows));
      turn = done.catch(() => {});
      return done;
    },
    due(until, limit) {
      const keys: string[] = [];
      for (const { key, dueAt = 0 } of byDue.values()) {
        if (keys.length === limit) break;
        if (dueAt <= until) keys.push(key);
      }
      return Promise.resolve(keys);
    },
    nextDue() {
      let next: number | undefined;
      for (const { dueAt = 0 } of byDue.values()) if (next === undefined || dueAt < next) next = dueAt;
      return Promise.resolve(next);
    },
    count: (status) => Promise.resolve(byStatus[status].size),
    hurry(now, failedToo) {
      for (const row of [...byDue.values(), ...(failedToo ? byStatus.failed.values() : [])])
        put({ ...row, status: 'waiting', dueAt: now });
      return Promise.resolve();
    },
    prune(before) {
      for (const row of [...byStatus.delivered.values()]) if (row.at < before) remove(row);
      return Promise.resolve();
    },
    close() {
      for (const each of [byKey, byDue, ...Object.values(byStatus)]) each.clear();
    },
  };
}
