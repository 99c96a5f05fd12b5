import { broadcast } from './broadcast.js';
import { matchNumbers } from './contact-matcher.js';
import { autoLogMessage } from './message-logger.js';
import {
  conversationLogId,
  createMessage,
  messageFrame,
  type MessageRecord,
  type MessageType,
} from './message-record.js';
import { activeTab, type RingCentralSession } from './session.js';

function store(session: RingCentralSession, message: MessageRecord): void {
  session.state.messages = [message, ...session.state.messages].slice(0, 500);
}

function tellUpdated(session: RingCentralSession, message: MessageRecord): void {
  broadcast(session, { type: 'rc-message-updated-notify', message: messageFrame(message) });
}

/** A text message, voicemail or fax arrives. */
export function receiveMessage(
  session: RingCentralSession,
  request: { type: MessageType; from: string; text: string },
): MessageRecord {
  const { type, from, text } = request;
  const message = createMessage(session.ids, session.clock.now(), session.state.messages, {
    type,
    direction: 'Inbound',
    remoteNumber: from,
    text,
  });
  store(session, message);
  broadcast(session, { type: 'rc-inbound-message-notify', message: messageFrame(message) });
  tellUpdated(session, message);
  const tab = activeTab(session);
  if (tab) void matchNumbers(tab, [from]);
  autoLogMessage(session, message);
  return message;
}

/** The person presses Send in the widget. */
export function sendSms(session: RingCentralSession, to: string, text: string): void {
  const message = createMessage(session.ids, session.clock.now(), session.state.messages, {
    type: 'SMS',
    direction: 'Outbound',
    remoteNumber: to,
    text,
  });
  store(session, message);
  tellUpdated(session, message);
  const tab = activeTab(session);
  if (tab) void matchNumbers(tab, [to]);
  autoLogMessage(session, message);
}

/** Opening a conversation marks its messages as read; each changed one is told. */
export function readConversation(session: RingCentralSession, conversationId: string): void {
  const now = session.clock.now();
  const changed: MessageRecord[] = [];
  session.state.messages = session.state.messages.map((message) => {
    if (message.conversationId !== conversationId || message.read) return message;
    const read = { ...message, read: true, modifiedAt: now };
    changed.push(read);
    return read;
  });
  for (const message of changed) tellUpdated(session, message);
  // A day is logged again once, however many of its messages were read.
  const days = new Map(changed.map((message) => [conversationLogId(message), message]));
  for (const message of days.values()) autoLogMessage(session, message);
}
