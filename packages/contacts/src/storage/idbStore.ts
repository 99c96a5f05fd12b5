import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import { packSegments, type Piece, type SegmentHead, unpackSegments } from './packSegments.js';
import type { Change, ContactStore } from './contactStore.js';

/** Says how the pieces are to be read: what another version has written is not, and loaded anew. */
const format = 2;

/** So many bytes of changes are worth storing all anew. */
const longChanges = 4_000_000;

interface Head {
  readonly format: number;
  readonly generation: string;
  readonly at: number | undefined;
  readonly segments: readonly SegmentHead[];
}

interface Schema extends DBSchema {
  heads: { key: 'head'; value: Head };
  pieces: { key: [generation: string, index: number]; value: Piece };
  changes: { key: number; value: Change };
}

/**
 * Contacts in IndexedDB: the index's own arrays, in pieces of some megabytes, so that it is read in a fraction of the time
 * in which it could be built anew; and what has changed since.
 */
export async function idbStore(name: string): Promise<ContactStore> {
  const db: IDBPDatabase<Schema> = await openDB<Schema>(`offhook-contacts:${name}`, 1, {
    upgrade(database) {
      database.createObjectStore('heads');
      database.createObjectStore('pieces');
      database.createObjectStore('changes', { autoIncrement: true });
    },
    // Another page wants to delete it, or to bring it to a later version.
    blocking: () => db.close(),
  });
  let head: Head | undefined;
  let at: number | undefined;
  let known: number[] = [];
  let changedBytes = 0;

  return {
    async read() {
      const transaction = db.transaction(['heads', 'pieces', 'changes']);
      head = await transaction.objectStore('heads').get('head');
      if (head?.format !== format) {
        head = undefined;
        return undefined;
      }
      at = head.at;
      const of = IDBKeyRange.bound([head.generation, 0], [head.generation, Infinity]);
      const [pieces, changes, keys] = await Promise.all([
        transaction.objectStore('pieces').getAll(of),
        transaction.objectStore('changes').getAll(),
        transaction.objectStore('changes').getAllKeys(),
      ]);
      known = keys;
      changedBytes = changes.reduce((sum, change) => sum + bytesOf(change), 0);
      return { segments: unpackSegments(head.segments, pieces), changes, at };
    },
    holdsSnapshot: () => head !== undefined,
    isLong: () => changedBytes > longChanges,
    async append(change) {
      known.push(await db.add('changes', change));
      changedBytes += bytesOf(change);
    },
    complete(asOf) {
      at = asOf ?? at;
    },
    async save(segments) {
      const packed = packSegments(segments);
      const next: Head = { format, generation: crypto.randomUUID(), at, segments: packed.heads };
      const replaced = known;
      const transaction = db.transaction(['heads', 'pieces', 'changes'], 'readwrite', {
        durability: 'relaxed',
      });
      const pieces = transaction.objectStore('pieces');
      await Promise.all([
        pieces.clear(),
        ...packed.pieces.map((piece, index) => pieces.put(piece, [next.generation, index])),
        transaction.objectStore('heads').put(next, 'head'),
        // Only those that are in these segments: another tab may have added some.
        ...replaced.map((key) => transaction.objectStore('changes').delete(key)),
        transaction.done,
      ]);
      head = next;
      known = known.filter((key) => !replaced.includes(key));
      changedBytes = 0;
    },
    async clear() {
      const transaction = db.transaction(['heads', 'pieces', 'changes'], 'readwrite');
      await Promise.all([
        transaction.objectStore('heads').clear(),
        transaction.objectStore('pieces').clear(),
        transaction.objectStore('changes').clear(),
        transaction.done,
      ]);
      head = undefined;
      at = undefined;
      known = [];
      changedBytes = 0;
    },
    close: () => db.close(),
  };
}

const bytesOf = (change: Change): number =>
  'records' in change
    ? change.records.reduce((sum, records) => sum + records.length, 0)
    : change.ids.length * 64;
