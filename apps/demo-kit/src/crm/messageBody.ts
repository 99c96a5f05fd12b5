import type { MessageLogEntry } from '@offhook/core';
import { fileBody } from './fileBody.js';

/** A log entry of messages as the CRM takes it: it refuses what it has no column for. */
export function messageBody({
  writeId,
  connector,
  contact,
  note,
  parties,
  messages,
}: MessageLogEntry): object {
  return {
    writeId,
    vendor: connector,
    ...(contact && { contactId: contact.id }),
    ...(note !== undefined && { note }),
    parties,
    messages: messages.map(({ id, at, direction, text, attachments }) => ({
      id,
      at,
      direction,
      ...(text !== undefined && { text }),
      attachments: attachments.map(fileBody),
    })),
  };
}
