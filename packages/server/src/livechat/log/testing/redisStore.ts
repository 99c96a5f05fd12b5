import { redisLog } from '../redisLog.js';
import { type SessionLog } from '../sessionLog.js';
import { type LogStore } from './sessionLogContract.js';

let stores = 0;

/** A store of a test's own in a Redis that tests share. */
export function redisStore(url: string): Promise<LogStore> {
  stores += 1;
  const prefix = `run${stores}:`;
  const logs = new Set<SessionLog>();
  return Promise.resolve({
    open() {
      const log = redisLog({ url, prefix, waitMs: 5_000 });
      logs.add(log);
      return log;
    },
    async close() {
      await Promise.all([...logs].map((log) => log.close()));
    },
  });
}
