import type { ConnectMeSession } from './session.js';

export interface ChatMessage {
  readonly id: string;
  readonly own: boolean;
  readonly text: string;
  readonly at: number;
}

/** A chat of the vendor's, known by the `uri` that hosts open it with. */
export interface Conversation {
  readonly uri: string;
  readonly messages: ChatMessage[];
}

/** The conversation of this uri; one that nobody opened before begins with a message of the other party. */
export function conversationOf(session: ConnectMeSession, uri: string): Conversation {
  const { conversations } = session.state;
  const known = conversations.get(uri);
  if (known) return known;
  const conversation: Conversation = { uri, messages: [] };
  conversations.set(uri, conversation);
  addMessage(session, conversation, false, `Hello, this is ${uri}. Nobody real, though: I am simulated.`);
  return conversation;
}

export function addMessage(
  session: ConnectMeSession,
  conversation: Conversation,
  own: boolean,
  text: string,
): void {
  const id = `message-${session.serial()}`;
  conversation.messages.push({ id, own, text, at: session.clock.now() });
}
