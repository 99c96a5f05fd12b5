import { foldChat } from '../fold/foldChat.js';
import { isSent } from '../fold/foldMessage.js';
import { merge } from '../fold/same.js';
import { isLiveChat, isRunningChat, type Chat } from '../model/chat.js';
import type { ChatStreams } from '../model/chatMedia.js';
import type { ChatMessageReport, ChatMoment, ChatReport, ChatStreamsReport } from '../model/chatReport.js';
import type { EventBody } from '../model/event.js';
import type { Message } from '../model/message.js';
import type { Batch } from '../stream/batch.js';
import { createCollection, type Collection } from '../stream/collection.js';
import type { Current } from '../stream/current.js';
import { select } from '../stream/select.js';
import { StateNode } from '../stream/state.js';
import { createChatFocusIndex } from './chatFocus.js';
import { createChatStreams } from './chatStreams.js';
import { createMessageLog, noMessages, type MessageChange, type MessageLog } from './messageLog.js';

/** What chats need of the client. */
export interface ChatsContext {
  readonly batch: Batch;
  /** Wall-clock milliseconds. */
  readonly now: () => number;
  /** How many chats that are over are kept. */
  readonly recentLimit: number;
}

/** All chats with their messages: finds the one that a report speaks of, and folds it. Works within a commit. */
export interface ChatStore {
  readonly chats: Collection<Chat>;
  readonly focus: Current<Chat | undefined>;
  messagesOf(id?: string): Current<readonly Message[]>;
  streamsOf(id?: string): Current<ChatStreams>;
  apply(
    connector: string,
    report: ChatReport | ChatMessageReport | ChatMoment | ChatStreamsReport,
  ): readonly EventBody[];
  complete(): void;
}

/** A chat's messages as of a commit. The list is copied when somebody looks, not with each message. */
interface Page {
  readonly log: MessageLog;
}

/** How many ids of chats that were forgotten are remembered, so that a late frame does not bring one back. */
const rememberedIds = 1_000;

const listOf = (page: Page | undefined): readonly Message[] => page?.log.list ?? noMessages;

export function createChatStore({ batch, now, recentLimit }: ChatsContext): ChatStore {
  const chats = createCollection<Chat>(batch);
  const pages = createCollection<Page>(batch);
  const streams = createChatStreams(batch);
  const index = createChatFocusIndex();
  const focus = new StateNode<Chat | undefined>(batch, undefined, 2);
  const focusPage = new StateNode<Page | undefined>(batch, undefined, 2);
  /** Those that are over, the oldest first. */
  const over = new Set<string>();
  /** Those of them in whose place another has begun. */
  const displaced = new Set<string>();
  const gone = new Set<string>();

  function put(chat: Chat): void {
    chats.set(chat.id, chat, !displaced.has(chat.id));
    index.note(chat);
    if (isLiveChat(chat)) {
      over.delete(chat.id);
      displaced.delete(chat.id);
    } else {
      over.add(chat.id);
      streams.end(chat.id);
    }
    for (const old of over) if (over.size > recentLimit) forget(old);
    focusAnew();
  }

  function focusAnew(): void {
    const id = index.focus();
    focus.set(id === undefined ? undefined : chats.find(id));
    focusPage.set(id === undefined ? undefined : pages.find(id));
    streams.focusOn(id);
  }

  function forget(id: string): void {
    const chat = chats.find(id);
    over.delete(id);
    displaced.delete(id);
    index.forget(id);
    chats.remove(id);
    pages.remove(id);
    streams.forget(id);
    for (const key of [id, ...(chat?.vendorIds.map((each) => `${chat.connector}:${each}`) ?? [])])
      gone.add(key);
    for (const key of gone) if (gone.size > rememberedIds) gone.delete(key);
  }

  /** Those that are over leave the list when another begins in their place; they can still be looked up. */
  function makeRoom({ id, connector, clientId }: Chat): void {
    for (const each of over) {
      const old = chats.find(each);
      if (!old || each === id || old.connector !== connector || old.clientId !== clientId) continue;
      displaced.add(each);
      chats.set(each, old, false);
    }
  }

  function applyChat(connector: string, report: ChatReport): readonly EventBody[] {
    const keys = report.ids.map((id) => `${connector}:${id}`);
    const [first] = keys;
    if (first === undefined) return [];
    const found = [...new Set(keys.flatMap((key) => chats.find(key) ?? []))];
    const before = found.find(isRunningChat) ?? found[0];
    if (before === undefined && keys.some((key) => gone.has(key))) {
      const { state } = report;
      if (state === undefined || state === 'ended') return [];
      return [{ type: 'protocol.violation', chatId: first, from: 'ended', to: state }];
    }
    // What was kept for a chat that had no id yet proves to be this one.
    for (const twin of found)
      if (twin !== before && before?.state !== 'ended' && !isRunningChat(twin)) forget(twin.id);
    const { chat, events } = foldChat(before, report, { id: first, connector, now: now() });
    if (chat === undefined || (chat === before && found.length === 1)) return events;
    for (const key of keys) {
      gone.delete(key);
      chats.alias(key, chat.id);
      pages.alias(key, chat.id);
      streams.alias(key, chat.id);
    }
    if (before === undefined) {
      pages.set(chat.id, { log: createMessageLog() });
      streams.begin(chat.id);
    }
    if (before === undefined || chat.clientId !== before.clientId) makeRoom(chat);
    put(chat);
    return events;
  }

  function applyMessage(connector: string, report: ChatMessageReport): readonly EventBody[] {
    const chat = chats.find(`${connector}:${report.chat}`);
    const page = chat && pages.find(chat.id);
    const change = page?.log.apply(report, now());
    if (chat === undefined || page === undefined || change === undefined) return [];
    pages.set(chat.id, { log: page.log });
    if (focus.value?.id === chat.id) focusAnew();
    return messageEvents(chat, change, report.live === true);
  }

  function applyStreams(connector: string, report: ChatStreamsReport): readonly EventBody[] {
    const chat = chats.find(`${connector}:${report.chat}`);
    // What is over has nothing to show any more, whatever comes late.
    if (chat && isLiveChat(chat)) streams.apply(chat.id, report.streams);
    return [];
  }

  function applyMoment(connector: string, { chat: vendorId, ...moment }: ChatMoment): readonly EventBody[] {
    const before = chats.find(`${connector}:${vendorId}`);
    if (before === undefined) return [];
    const facts = factsOf(moment);
    const chat = facts === undefined ? before : merge(before, facts);
    // Told twice, by two names for one thing.
    if (facts !== undefined && chat === before) return [];
    put(chat);
    return [{ ...moment, chat }];
  }

  return {
    chats: chats.view,
    focus,
    messagesOf: (id) =>
      select<Page | undefined, readonly Message[]>(id === undefined ? focusPage : pages.view.get(id), listOf),
    streamsOf: (id) => streams.of(id),
    apply(connector, report) {
      if (report.type === 'chat') return applyChat(connector, report);
      if (report.type === 'chat.message') return applyMessage(connector, report);
      if (report.type === 'chat.streams') return applyStreams(connector, report);
      return applyMoment(connector, report);
    },
    complete() {
      for (const each of [chats, pages, streams, focus, focusPage]) each.complete();
    },
  };
}

type Told = ChatMoment extends infer M ? (M extends ChatMoment ? Omit<M, 'chat'> : never) : never;

/** What a moment leaves behind in its chat. */
function factsOf(moment: Told): Partial<Chat> | undefined {
  if (moment.type === 'chat.notice') return { notice: { code: moment.code, text: moment.text } };
  if (moment.type === 'chat.callback')
    return { callback: { by: moment.by, state: moment.ok ? 'registered' : 'failed' } };
  return undefined;
}

function messageEvents(chat: Chat, { before, message }: MessageChange, live: boolean): readonly EventBody[] {
  const { by, kind, status } = message;
  if (by === 'system' || kind === 'joined' || kind === 'left' || kind === 'notice') return [];
  if (by === 'agent' || by === 'bot')
    return before === undefined && live ? [{ type: 'chat.message.received', chat, message }] : [];
  if (status === 'failed')
    return before?.status === 'failed' ? [] : [{ type: 'chat.message.failed', chat, message }];
  const wasSent = before === undefined ? !live : isSent(before);
  return isSent(message) && !wasSent ? [{ type: 'chat.message.sent', chat, message }] : [];
}
