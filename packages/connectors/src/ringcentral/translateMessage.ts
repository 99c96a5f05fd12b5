import { sameNumber, type MessageReport, type Party, type ThreadMessage } from '@offhook/core';
import {
  date,
  defined,
  directionOf,
  endAt,
  fields,
  id,
  list,
  meaning,
  text,
  webAddress,
  type Fields,
} from './read.js';

const kinds = { sms: 'SMS', pager: 'Pager', voicemail: 'VoiceMail', fax: 'Fax' };

const statuses = { pending: 'Queued', delivered: 'Delivered', failed: 'SendingFailed DeliveryFailed' };

/** What a message is that isn't there any more. */
const gone: readonly unknown[] = ['Deleted', 'Purged'];

/** What kind of thread messages of this type make. */
export const kindOf = (type: unknown): MessageReport['kind'] | undefined => meaning(kinds, type);

/** The files of a message. The text of an SMS comes a second time as its attachment. */
export const attachmentsOf = (record: Fields): readonly Fields[] =>
  list(record['attachments']).filter(({ type }) => type !== 'Text');

const filesOf = (record: Fields): ThreadMessage['attachments'] =>
  attachmentsOf(record).flatMap((each) => {
    const known = id(each['id']);
    if (!known) return [];
    const link = webAddress(each['link'] ?? each['uri']);
    return defined<ThreadMessage['attachments'][0]>({ id: known, type: text(each['contentType']), link });
  });

/**
 * A record of RingCentral's message store, as one message of its thread: texts by their conversation, voicemail and
 * fax, which have none, by the other party. Nothing for what isn't a whole record (an update may be `{}`, U-30) or
 * has been deleted.
 *
 * @param own our own numbers: in a group we are among the recipients
 */
export function translateMessage(record: Fields, own: readonly string[] = []): readonly MessageReport[] {
  const kind = kindOf(record['type']);
  const known = id(record['id']);
  const at = date(record['creationTime']);
  // Deleted or purged: the model keeps what was there.
  if (!kind || !known || !at || gone.includes(record['availability'])) return [];

  const direction = directionOf(record);
  const inbound = direction === 'inbound';
  const from = endAt(record['from']);
  const to = list([record['to'] ?? []].flat()).map((each) => endAt(each));
  const isOther = ({ number }: Party): boolean => !own.some((each) => sameNumber(each, number));
  const parties = inbound ? [from, ...(to[1] ? to.filter(isOther) : [])] : to;
  const names = parties.map((each) => each.number ?? each.name).join();
  return [
    {
      type: 'message',
      threadId:
        id(record['conversationId']) ?? id(fields(record['conversation'])['id']) ?? `${kind}:${names}`,
      kind,
      parties,
      message: defined<ThreadMessage>({
        id: known,
        direction,
        from,
        to,
        text: text(record['subject']),
        at,
        read: !inbound || record['readStatus'] === 'Read',
        status: meaning(statuses, record['messageStatus']) ?? (inbound ? 'received' : 'sent'),
        attachments: filesOf(record),
      }),
    },
  ];
}
