import type { Message, MessageFile, PastChat, Report } from '@offhook/core';
import { defined } from '../read.js';
import { noticeText } from './codes.js';
import { keyOf, report, type TrackedChat } from './trackedChat.js';
import type { Reports, TranslateContext } from './translateContext.js';
import type { VendorEventOf } from './vendorEvent.js';
import type { PastChat as VendorPast, VendorRecord } from './wire.js';

/** How long a sign of writing holds that nobody takes back, in milliseconds. */
const typingMs = 10_000;

/** An agent writes, or has stopped (row T-165, P-21). */
export function typing({ clock, emit }: TranslateContext, chat: TrackedChat, on: boolean): Reports {
  chat.cancelTyping();
  chat.cancelTyping = () => {};
  if (on && chat.state !== 'connected') return [];
  if (on) {
    const cancel = clock.setTimeout(() => {
      chat.cancelTyping = () => {};
      emit([report(chat, { typing: false })]);
    }, typingMs);
    chat.cancelTyping = cancel;
  }
  return [report(chat, { typing: on })];
}

/** An agent says something (row T-163), and has so stopped writing. */
export const message = (
  context: TranslateContext,
  chat: TrackedChat,
  { text, name, id, seq, at }: VendorEventOf<'message'>,
): Reports => [
  // The vendor's event doesn't say who of several: then nobody is named.
  ...chat.transcript.receive(text, name ?? onlyAgent(chat), { id, seq, at }),
  ...typing(context, chat, false),
];

const onlyAgent = ({ agents }: TrackedChat): string | undefined =>
  agents.length === 1 ? agents[0]?.name : undefined;

/** The agent's app says something to this page's (row T-162). */
export function appMessage(chat: TrackedChat, { name, data, id, seq, at }: VendorEventOf<'app'>): Reports {
  const kept = chat.transcript.app({ by: 'agent', author: name, data, id, seq, at }, true);
  if (kept.length === 0) return [];
  const text = typeof data === 'string' ? data : undefined;
  const said = { type: 'chat.app-message', chat: keyOf(chat), author: name, text, data } as const;
  return [...kept, defined<Extract<Report, { type: 'chat.app-message' }>>(said)];
}

/** No agent comes, and why; a callback may have been noted (rows T-150 to T-157). */
export const notice = (chat: TrackedChat, code: string): Reports => [
  { type: 'chat.notice', chat: keyOf(chat), code, text: noticeText(code) },
  // The vendor records one where it was asked to: only then is it said.
  ...(chat.autoCallback
    ? [{ type: 'chat.callback', chat: keyOf(chat), by: 'server', ok: true } as const]
    : []),
];

/** What became of a wish to be called back, this page's or an agent's (row T-158). */
export const callback = (chat: TrackedChat, { byCustomer, ok }: VendorEventOf<'callback'>): Reports => [
  { type: 'chat.callback', chat: keyOf(chat), by: byCustomer ? 'customer' : 'agent', ok },
];

/** A file is there (row T-172). */
export function uploaded(
  { fileUrl }: TranslateContext,
  chat: TrackedChat,
  { file }: VendorEventOf<'uploaded'>,
  own: boolean,
): Reports {
  const { name, size = 0, type = '' } = file;
  const url = fileUrl(name, chat);
  const shown = defined<MessageFile>({ name, size, type, url });
  const kept = chat.transcript.file(file, file.by ?? 'customer', url, true);
  if (kept.length === 0) return [];
  return [...kept, { type: 'chat.file.uploaded', chat: keyOf(chat), file: shown, own }];
}

const kinds = { msg: 'text', connect: 'joined', disconnect: 'left' } as const;

const pastMessage = (record: VendorRecord, index: number): Message =>
  defined<Message>({
    id: record.messageId ?? `past-${index}`,
    seq: record.seq ?? index + 1,
    kind: kinds[record.type],
    by: record.by ?? 'system',
    author: record.name,
    text: record.text,
    at: record.at ?? 0,
    status: 'delivered',
  });

const past = ({ id, records }: VendorPast): PastChat => ({ id, messages: records.map(pastMessage) });

/** Earlier chats of the customer (row T-167, P-26). */
export const history = (chat: TrackedChat, { chats }: VendorEventOf<'history'>): Reports =>
  chats.length === 0 ? [] : [{ type: 'chat.history', chat: keyOf(chat), chats: chats.map(past) }];
