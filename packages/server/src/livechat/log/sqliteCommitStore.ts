import { failureReason } from './failureReason.js';
import { type CommitStore } from './groupCommit.js';
import { type SqliteFile } from './sqliteFile.js';

/** What happens around a transaction. */
export interface TransactionHooks {
  /** It has begun: nobody else writes until its end. */
  begun(): void;
  rolledBack(): void;
}

/** Transactions of an SQLite file. */
export function sqliteCommitStore(file: SqliteFile, { begun, rolledBack }: TransactionHooks): CommitStore {
  // At once: a transaction that reads first and then finds that somebody else has written would have to begin anew.
  const beginNow = file.prepare<[]>('begin immediate');
  const commit = file.prepare<[]>('commit');
  const undo = file.prepare<[]>('rollback');

  function rollback(): void {
    try {
      // SQLite has undone some failures by itself, such as a full disk.
      if (file.inTransaction()) undo.run();
    } finally {
      rolledBack();
    }
  }

  return {
    begin() {
      beginNow.run();
      try {
        begun();
      } catch (error) {
        rollback();
        throw error;
      }
    },
    commit: () => void commit.run(),
    rollback,
    isBusy: (error) => failureReason(error).startsWith('SQLITE_BUSY'),
  };
}
