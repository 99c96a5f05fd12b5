import type { Connection } from '@offhook/core';
import type { Texts } from './english.js';

/** What status `Connection` says: the status, and why, when it failed. */
export function connectionText(connection: Connection, texts: Texts): string {
  const status = texts.connectionStatus[connection.status];
  return connection.status === 'failed' && connection.reason ? `${status}: ${connection.reason}` : status;
}
