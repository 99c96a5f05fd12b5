import { account } from './account.js';
import type { Ids } from '../ids.js';

export type MessageType = 'SMS' | 'VoiceMail' | 'Fax' | 'Pager';

/** A record of the vendor's message store. */
export interface MessageRecord {
  readonly id: string;
  readonly type: MessageType;
  readonly direction: 'Inbound' | 'Outbound';
  readonly remoteNumber: string;
  readonly createdAt: number;
  readonly modifiedAt: number;
  readonly text: string;
  readonly read: boolean;
  readonly conversationId: string;
}

export function seedMessages(now: number): MessageRecord[] {
  const at = now - 40 * 60_000;
  return [
    {
      id: '1402360010001',
      type: 'SMS',
      direction: 'Inbound',
      remoteNumber: '+12165325078',
      createdAt: at,
      modifiedAt: at,
      text: 'Hello, could you ring me back about my order?',
      read: true,
      conversationId: '674035477569017905',
    },
  ];
}

export function createMessage(
  ids: Ids,
  now: number,
  messages: readonly MessageRecord[],
  request: { type: MessageType; direction: 'Inbound' | 'Outbound'; remoteNumber: string; text: string },
): MessageRecord {
  const { type, direction, remoteNumber, text } = request;
  const id = ids.digits(13);
  const earlier = messages.find((message) => message.type === type && message.remoteNumber === remoteNumber);
  // Voicemail and fax stand alone; text messages with one party are one conversation.
  const threaded = type === 'SMS' || type === 'Pager';
  return {
    id,
    type,
    direction,
    remoteNumber,
    createdAt: now,
    modifiedAt: now,
    text,
    read: direction === 'Outbound',
    conversationId: threaded && earlier ? earlier.conversationId : ids.digits(18),
  };
}

function attachmentsOf(
  message: MessageRecord,
  withToken: boolean,
): readonly Readonly<Record<string, unknown>>[] {
  if (message.type === 'SMS' || message.type === 'Pager') return [];
  const path = `account/${account.accountId}/extension/${account.extensionId}/message-store/${message.id}/content/${message.id}`;
  const uri = `https://media.ringcentral.example/restapi/v1.0/${path}`;
  const voicemail = message.type === 'VoiceMail';
  return [
    {
      id: message.id,
      uri: withToken ? `${uri}?access_token=simulated-token` : uri,
      type: voicemail ? 'AudioRecording' : 'RenderedDocument',
      contentType: voicemail ? 'audio/mpeg' : 'application/pdf',
      ...(voicemail ? { vmDuration: 12 } : {}),
      link: `https://ringcentral.github.io/ringcentral-media-reader/?media=${encodeURIComponent(uri)}`,
    },
  ];
}

/** The `message` of message frames: the vendor's message-store record. */
export function messageFrame(
  message: MessageRecord,
  attachmentWithToken = false,
): Readonly<Record<string, unknown>> {
  const inbound = message.direction === 'Inbound';
  const pager = message.type === 'Pager';
  const own = pager
    ? { extensionNumber: account.extension, name: account.name }
    : { phoneNumber: account.number, name: account.name };
  const other = pager ? { extensionNumber: message.remoteNumber } : { phoneNumber: message.remoteNumber };
  return {
    id: Number(message.id),
    uri: `https://platform.ringcentral.example/restapi/v1.0/account/${account.accountId}/extension/${account.extensionId}/message-store/${message.id}`,
    type: message.type,
    direction: message.direction,
    from: inbound ? other : own,
    to: [inbound ? own : other],
    creationTime: new Date(message.createdAt).toISOString(),
    lastModifiedTime: new Date(message.modifiedAt).toISOString(),
    readStatus: message.read ? 'Read' : 'Unread',
    priority: 'Normal',
    availability: 'Alive',
    messageStatus: inbound ? 'Received' : 'Sent',
    ...(message.text === ''
      ? {}
      : message.type === 'VoiceMail'
        ? { transcript: message.text }
        : { subject: message.text }),
    ...(message.type === 'Fax' ? { faxPageCount: 1, faxResolution: 'High' } : {}),
    attachments: attachmentsOf(message, attachmentWithToken),
    conversationId: message.conversationId,
    conversation: { id: message.conversationId },
  };
}

/** Messages are logged by conversation and day; the day is a US date without padding. */
export function conversationLogId(message: MessageRecord): string {
  return `${message.conversationId}/${usDate(message.createdAt)}`;
}

export function usDate(at: number): string {
  const date = new Date(at);
  return `${date.getMonth() + 1}/${date.getDate()}/${date.getFullYear()}`;
}
