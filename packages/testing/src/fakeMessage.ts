import type { MessageReport, ThreadKind, ThreadMessage } from '@offhook/core';

/** What a test may say of a message that comes in. */
export interface FakeMessageDetails extends Partial<ThreadMessage> {
  /** The other party's number. */
  readonly number?: string;
  /** The other party's name. */
  readonly name?: string;
  /** Left out: `sms`. */
  readonly kind?: ThreadKind;
  /** The vendor's id of the thread; the other party's number when left out. */
  readonly threadId?: string;
}

/** An unread message from somebody, as the vendor would report it. */
export function fakeMessage(details: FakeMessageDetails, newId: string, now: number): MessageReport {
  const { number = '+12165325078', name, kind = 'sms', threadId = number, ...message } = details;
  const party = { number, ...(name !== undefined && { name }) };
  return {
    type: 'message',
    threadId,
    kind,
    parties: [party],
    message: {
      id: newId,
      direction: 'inbound',
      from: party,
      to: [],
      at: now,
      read: false,
      status: 'received',
      attachments: [],
      ...message,
    },
  };
}
