import { systemClock, type Clock } from '../../clock.js';
import { broadcast } from './broadcast.js';
import { byStream } from './byStream.js';
import { groupCommit } from './groupCommit.js';
import { LogError } from './logError.js';
import { planAppend, withIds } from './planAppend.js';
import { inPages } from './inPages.js';
import { type SessionLog, type Stored } from './sessionLog.js';
import { sqliteCommitStore } from './sqliteCommitStore.js';
import { openSqliteFile } from './sqliteFile.js';
import { sqliteFollower } from './sqliteFollower.js';
import { joinPeers } from './sqlitePeers.js';
import { sqliteStreams } from './sqliteStreams.js';
import { sqliteValues } from './sqliteValues.js';
import { failureReason } from './failureReason.js';

/** Options of `sqliteLog`. */
export interface SqliteLogOptions {
  /** The file; it and its folder are made where they are missing, for this user's eyes only. On a disk of this machine. */
  readonly file: string;
  readonly clock?: Clock;
  /** Told in a word when something failed, such as `SQLITE_FULL`. */
  readonly onFailure?: (reason: string) => void;
}

/** How often a look is taken at what other processes have written. It costs some microseconds. */
const lookMs = 50;

/**
 * A log in an SQLite file: for one machine, and needs nothing but a folder. What is acknowledged is on the disk. All writes
 * that wait are committed together, some hundred at a time. Several processes of one machine can share the file; each hears of
 * the others' records 50 ms later at most.
 *
 * @throws Error that names the file, when it can't be opened or made
 * @example
 * const log = sqliteLog({ file: '/var/lib/offhook/chats.db' });
 */
export function sqliteLog({ file: name, clock = systemClock, onFailure }: SqliteLogOptions): SessionLog {
  const file = openSqliteFile(name);
  const streams = sqliteStreams(file);
  const values = sqliteValues(file, () => clock.now());
  const listenerFailed = (): void => onFailure?.('listener');
  const records = broadcast<[stream: string, records: readonly Stored[]]>(listenerFailed);
  const told = broadcast<[topic: string, text: string]>(listenerFailed);
  let cancelLook: (() => void) | undefined;
  let closed = false;

  const { peers, leave } = joinPeers(file.path, {
    look: () => setImmediate(look),
    told: told.push,
  });
  const follower = sqliteFollower({ file, streams, values, process: peers.process, records, told });
  const commits = groupCommit({
    store: sqliteCommitStore(file, {
      // Nobody else can write from here to the commit: what others have written is told before what is written now.
      begun: follower.catchUp,
      rolledBack() {
        streams.forgetEnds();
        follower.rolledBack();
      },
    }),
    clock,
    failed: (error) => onFailure?.(failureReason(error)),
    committed() {
      follower.committed();
      for (const peer of peers.members) if (peer.told !== told.push) peer.look();
    },
  });

  function look(): void {
    if (closed) return;
    try {
      if (follower.look()) setImmediate(look);
    } catch (error) {
      onFailure?.(failureReason(error));
    }
  }

  function lookLater(): void {
    cancelLook = clock.setTimeout(() => {
      look();
      lookLater();
    }, lookMs);
  }
  lookLater();

  /** Reads, at once. */
  function now<Result>(work: () => Result): Promise<Result> {
    return new Promise((resolve) => {
      if (closed) throw new LogError('unavailable');
      try {
        resolve(work());
      } catch (error) {
        onFailure?.(failureReason(error));
        throw new LogError('unavailable');
      }
    });
  }

  return {
    append(writes) {
      const named = withIds(writes);
      const weight = named.reduce((sum, write) => sum + 1 + write.records.length, 0);
      return commits.run(() => {
        const plan = planAppend(named, streams, clock.now());
        follower.written(byStream(plan.records), streams.write(plan));
        return plan.written;
      }, weight);
    },

    read: (stream, after, limit = Infinity) =>
      inPages(after, limit, (from, most) => now(() => streams.read(stream, from, most))),

    end: (stream) => now(() => streams.lastOf(stream)),

    streams: (prefix) => now(() => streams.names(prefix)),

    follow(listener) {
      // What was written up to now is not for the new one.
      look();
      return records.on(listener);
    },

    keep: (stream, seq, snapshot) => commits.run(() => streams.keep(stream, seq, snapshot), 500),

    kept: (stream) => now(() => streams.kept(stream)),

    // One at a time, so that many long ones don't block the loop.
    forget: (names) =>
      Promise.all(names.map((stream) => commits.run(() => streams.forget(stream), 100))).then(
        () => undefined,
      ),

    swap: (key, expected, next, ttlMs) => commits.run(() => values.swap(key, expected, next, ttlMs), 1),

    value: (key) => now(() => values.value(key)),

    tell(topic, text) {
      if (closed) return;
      for (const peer of peers.members) peer.told(topic, text);
      // Other processes read it in the file. On one's own, which is usual, nothing is written.
      now(() => values.alive().some((node) => !peers.nodes.has(node)))
        .then((others) =>
          others ? commits.run(() => values.tell(peers.process, topic, text), 1) : undefined,
        )
        .catch(() => {
          // Not kept: it may be lost.
        });
    },

    onTold: (listener) => told.on(listener),

    beat(node, ms) {
      peers.nodes.add(node);
      return commits.run(() => values.beat(node, ms), 1);
    },

    alive: () => now(() => values.alive()),

    ready: () =>
      commits
        .run(values.probe, 1)
        .then(() => undefined)
        .catch(() =>
          closed ? 'The session log is closed.' : 'The file of the session log can’t be written to.',
        ),

    notes: () => Promise.resolve([]),

    close() {
      if (closed) return Promise.resolve();
      commits.close();
      closed = true;
      cancelLook?.();
      leave();
      records.close();
      told.close();
      try {
        file.close();
      } catch (error) {
        onFailure?.(failureReason(error));
      }
      return Promise.resolve();
    },
  };
}
