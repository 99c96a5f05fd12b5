import type { CallLogEntry } from '@offhook/core';
import { fileBody } from './fileBody.js';

/** A call's log entry as the CRM takes it: it refuses what it has no column for. */
export function callBody(entry: CallLogEntry): object {
  const { key: _key, connector, contact, local: _local, recordings, ...facts } = entry;
  return {
    ...facts,
    vendor: connector,
    ...(contact && { contactId: contact.id }),
    recordings: recordings.map(fileBody),
  };
}
