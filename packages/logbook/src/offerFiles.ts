import type { Outbox } from '@offhook/tabs';
import type { Files } from './files.js';
import { nothingNew } from './nothingNew.js';
import type { LogRecord, StoredRecording } from './record.js';

/**
 * Puts an entry anew that another tab was writing just then, without the files that only this tab can fetch. Until
 * the returned function is called.
 */
export function offerFiles(box: Outbox<LogRecord>, files: Files): () => void {
  async function offer(key: string): Promise<void> {
    const record = (await box.get(key))?.value;
    if (!record) return;
    const left = (all: readonly StoredRecording[]): readonly StoredRecording[] =>
      all
        .filter(({ id, fetchable }) => fetchable && files.offer(record.connector, id))
        .map((file) => ({ ...file, fetchable: (file.fetchable ?? 0) + 1 }));
    if (record.type === 'call') {
      const recordings = left(record.recordings);
      if (recordings.length > 0) await box.put(key, { ...nothingNew(record), recordings });
      return;
    }
    const messages = record.messages
      .map((message) => ({ ...message, attachments: left(message.attachments) }))
      .filter(({ attachments }) => attachments.length > 0);
    if (messages.length > 0) await box.put(key, { ...nothingNew(record), messages });
  }

  const subscription = box.changes$.subscribe(({ key, status }) => {
    // What fails here was only worth a try.
    if (status === 'delivered') offer(key).catch(() => {});
  });
  return () => subscription.unsubscribe();
}
