import type { LoggedMessage, MessageLogFacts } from '@offhook/core';
import { defined, endAt, fields, list, objects, text, type Fields } from '../read.js';
import { attachmentsOf, kindOf, translateMessage } from '../translateMessage.js';
import { loggedFile } from './file.js';
import type { ServiceContext } from './serviceContext.js';
import { contactsFrom, fromWire } from './wireContact.js';

/** One message, with how to fetch its files. */
function messageFrom(record: Fields, raw: Fields, origin: string): readonly LoggedMessage[] {
  const files = list(raw['attachments']);
  return translateMessage(record).map(({ message }) => ({
    ...message,
    ...(!message.text && text(record['transcript']) && { text: text(record['transcript']) ?? '' }),
    attachments: attachmentsOf(record).flatMap((file) =>
      loggedFile(
        file,
        file['link'] ?? file['uri'],
        file['contentType'],
        files.find((each) => each['id'] === file['id'])?.['uri'],
        origin,
      ),
    ),
  }));
}

/**
 * What a request of the message logger says: the messages of one conversation on one day. Nothing, if it is about no
 * conversation.
 *
 * @param raw the body with its access tokens
 */
export function messageLogFacts(
  body: Fields,
  raw: Fields,
  { connector, origin, service }: ServiceContext,
): MessageLogFacts | undefined {
  const conversation = fields(body['conversation']);
  const records = objects(conversation['messages']);
  const conversationLogId = text(conversation['conversationLogId']);
  const kind = kindOf(conversation['type'] ?? records[0]?.['type']);
  if (!conversationLogId || !kind) return undefined;

  const rawRecords = objects(fields(raw['conversation'])['messages']);
  const parties = list(conversation['correspondents']).map((each) => endAt(each));
  const [first] = translateMessage(records[0] ?? {});
  const conversationId = text(conversation['conversationId']);
  const contacts = contactsFrom(conversation['correspondentMatches'], service.name);
  const { note } = body;
  return defined<MessageLogFacts>({
    connector,
    vendorIds: conversationId ? [conversationLogId, conversationId] : [conversationLogId],
    conversationLogId,
    kind,
    parties: parties[0] ? parties : (first?.parties ?? []),
    messages: records.flatMap((record, at) => messageFrom(record, rawRecords[at] ?? {}, origin)),
    note: typeof note === 'string' ? note : undefined,
    contact: fromWire(body['correspondentEntity']),
    contacts: contacts[0] && contacts,
  });
}
