import type { MessageReport } from '../model/report.js';
import { noMatch } from '../model/contact.js';
import type { EventBody } from '../model/event.js';
import { notLogged } from '../model/log.js';
import type { Thread, ThreadMessage } from '../model/thread.js';
import { merge } from './same.js';

/** The thread as it is now (the same reference when nothing changed), and what to tell. */
export interface FoldedThread {
  readonly thread: Thread;
  readonly events: readonly EventBody[];
}

/** Folds one message into its thread: each message once, in the order of the times. */
export function foldThread(
  thread: Thread | undefined,
  report: MessageReport,
  id: string,
  connector: string,
  match = noMatch,
): FoldedThread {
  const base: Thread = thread ?? {
    id,
    connector,
    kind: report.kind,
    parties: report.parties,
    messages: [],
    unread: 0,
    match,
    log: notLogged,
  };
  const known = base.messages.find((each) => each.id === report.message.id);
  const message: ThreadMessage = known === undefined ? report.message : merge(known, report.message);
  if (message === known) return { thread: base, events: [] };
  const messages = inOrder([...base.messages.filter((each) => each.id !== message.id), message]);
  const next: Thread = { ...base, messages, unread: messages.filter(isUnread).length };
  const received = known === undefined && message.direction === 'inbound' && !message.read;
  const type = received ? 'inbox.message.received' : 'inbox.message.updated';
  return { thread: next, events: [{ type, thread: next, message }] };
}

const isUnread = (message: ThreadMessage): boolean => message.direction === 'inbound' && !message.read;

/** Equal times keep the order in which the messages came. */
const inOrder = (messages: readonly ThreadMessage[]): readonly ThreadMessage[] =>
  [...messages].sort((a, b) => a.at - b.at);
