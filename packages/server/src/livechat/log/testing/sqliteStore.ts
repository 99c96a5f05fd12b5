import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type SessionLog } from '../sessionLog.js';
import { sqliteLog } from '../sqliteLog.js';
import { type LogStore } from './sessionLogContract.js';

/** A file of a test's own. */
export function sqliteStore(): Promise<LogStore> {
  const folder = mkdtempSync(path.join(tmpdir(), 'offhook-log-'));
  const logs = new Set<SessionLog>();
  return Promise.resolve({
    open() {
      const log = sqliteLog({ file: path.join(folder, 'chats.db') });
      logs.add(log);
      return log;
    },
    async close() {
      await Promise.all([...logs].map((log) => log.close()));
      rmSync(folder, { recursive: true });
    },
  });
}
