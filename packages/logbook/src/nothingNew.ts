import type { LogRecord } from './record.js';

/** Facts that say nothing about an entry, to set a note or a contact with. */
export function nothingNew<T extends LogRecord>(record: T): T;
export function nothingNew(record: LogRecord): LogRecord {
  const { connector } = record;
  if (record.type === 'call')
    return { type: 'call', connector, vendorIds: [], phase: 'start', weight: -1, remote: {}, recordings: [] };
  const { conversationLogId, kind, parties } = record;
  return { type: 'messages', connector, vendorIds: [], conversationLogId, kind, parties, messages: [] };
}
