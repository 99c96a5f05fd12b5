import type { ChatMessageReport, ChatRemark, Message } from '@offhook/core';
import { defined } from '../read.js';
import { contentOf, groupByContent, isTwin, kinds, recognise, type KnownMessage } from './knownMessage.js';
import type { Outgoing } from './outgoing.js';
import type { Stamp, VendorApp, VendorFile, VendorRecord } from './wire.js';

/** What a transcript needs. */
export interface TranscriptOptions {
  /** The vendor's id of the chat, for reports. */
  readonly chat: () => string;
  readonly now: () => number;
  readonly newId: () => string;
  /** Whether an agent is in the chat now: who writes then is read. */
  readonly attended: () => boolean;
}

type Reports = readonly ChatMessageReport[];

/**
 * The messages of one chat, whatever they come through: the vendor's records, live events, echoes and the outbox
 * (complaint C12). It gives each one id, also where the vendor gives none, so that the client shows it once.
 */
export interface Transcript {
  /** Something is on its way. */
  write(item: Outgoing): Reports;
  /**
   * Something was on its way when the page was left. Where the vendor gives no ids, a record of the same text since then
   * is this one.
   */
  restore(item: Outgoing): Reports;
  /** The server has it (row T-164, P-7). */
  echo(text: string, stamp: Stamp): Reports;
  /** The server has one of ours, by its id alone. */
  acknowledge(id: string, stamp: Omit<Stamp, 'id'>): Reports;
  fail(id: string, error: ChatRemark): Reports;
  receive(text: string, author: string | undefined, stamp: Stamp): Reports;
  app(app: VendorApp, live: boolean): Reports;
  file(file: VendorFile, by: 'customer' | 'agent', url: string | undefined, live: boolean): Reports;
  join(kind: 'joined' | 'left', name: string, stamp?: Omit<Stamp, 'id'>, text?: string): Reports;
  /** All records of the chat, as a page gets them that opens it (rows T-59 to T-62, T-198). */
  merge(records: readonly VendorRecord[]): Reports;
  /** Everything that was sent is read now. */
  attend(): Reports;
  /** Ids of what is on its way still. */
  pending(): readonly string[];
  /** Whether this one has been taken by the server. */
  isSent(id: string): boolean;
}

/** A step behind the last one, for what comes without a number: far less than a step of the vendor's. */
const step = 0.001;

const inOrder = ['pending', 'failed', 'sent', 'delivered'] as const;

export function createTranscript({ chat, now, newId, attended }: TranscriptOptions): Transcript {
  const known: KnownMessage[] = [];
  const byId = new Map<string, KnownMessage>();
  let last = 0;

  const told = (entry: KnownMessage, more: Partial<Message> = {}, live = false): ChatMessageReport => ({
    type: 'chat.message',
    chat: chat(),
    message: defined<ChatMessageReport['message']>({
      id: entry.id,
      kind: entry.kind,
      by: entry.by,
      at: entry.at,
      seq: entry.seq,
      status: entry.status,
      ...more,
    }),
    ...(live ? { live } : {}),
  });

  /** Its number: the vendor's, or one behind all that came before. */
  function place(seq: number | undefined): number {
    last = seq === undefined ? last + step : Math.max(last, seq);
    return seq ?? last;
  }

  function add(entry: KnownMessage): KnownMessage {
    known.push(entry);
    byId.set(entry.id, entry);
    return entry;
  }

  /** The same in each tab and after a reload, unless somebody has it. */
  const freshId = (wanted: string): string => (byId.has(wanted) ? newId() : wanted);

  /** A status never falls back. */
  function rise(entry: KnownMessage, status: Message['status']): void {
    if (inOrder.indexOf(status) > inOrder.indexOf(entry.status)) entry.status = status;
  }

  const taken = (): Message['status'] => (attended() ? 'delivered' : 'sent');

  function settle(entry: KnownMessage, { seq, at }: Omit<Stamp, 'id'>): Reports {
    rise(entry, taken());
    if (entry.seq === undefined || seq !== undefined) entry.seq = place(seq);
    if (at !== undefined) entry.at = at;
    return [told(entry)];
  }

  /** One of somebody else's, or of another tab: new, unless its id is known. */
  function hear(
    facts: Pick<KnownMessage, 'kind' | 'by' | 'content'>,
    { id, seq, at }: Stamp,
    more: Partial<Message>,
    status: Message['status'] = 'delivered',
    live = true,
  ): Reports {
    if (id !== undefined && byId.has(id)) return [];
    const nameless = id === undefined;
    const entry = add({ ...facts, id: id ?? newId(), at: at ?? now(), seq: place(seq), status, nameless });
    return [told(entry, more, live)];
  }

  function merge(records: readonly VendorRecord[]): Reports {
    const claimed = new Set<KnownMessage>();
    const alike = groupByContent(known);
    const numbered = records.some(({ seq }) => seq !== undefined);
    let before = 0;
    return records.map((record, index) => {
      const { messageId, text, name, at } = record;
      const content = contentOf(record);
      const free = (alike.get(content) ?? []).filter((each) => !claimed.has(each));
      const entry =
        (messageId === undefined ? undefined : byId.get(messageId)) ??
        recognise(free, record, index) ??
        add({
          id: messageId ?? freshId(`record-${index}`),
          kind: kinds[record.type],
          by: record.by ?? 'system',
          content,
          at: at ?? now(),
          status: record.by === 'customer' ? taken() : 'delivered',
          nameless: messageId === undefined,
        });
      claimed.add(entry);
      entry.index = index;
      before = record.seq ?? (numbered ? before + step : index + 1);
      entry.seq = before;
      last = Math.max(last, before);
      if (at !== undefined) entry.at = at;
      rise(entry, record.by === 'customer' ? taken() : 'delivered');
      return told(entry, defined<Partial<Message>>({ text, author: name }));
    });
  }

  function write(item: Outgoing): Reports {
    const old = byId.get(item.id);
    if (old) {
      if (old.status === 'failed') old.status = 'pending';
      return [told(old)];
    }
    const { id, kind, text, data, at } = item;
    const entry = add({ id, kind, by: 'customer', content: text ?? '', at, status: 'pending' });
    return [told(entry, defined<Partial<Message>>({ text: text ?? item.name, data }))];
  }

  return {
    write,
    restore(item) {
      const { id } = item;
      const twin = known.find((each) => isTwin(each, item));
      if (!twin || byId.has(id)) return write(item);
      twin.nameless = false;
      byId.set(id, twin);
      return [];
    },
    echo(text, stamp) {
      const { id } = stamp;
      const mine = ({ by, kind, content }: KnownMessage): boolean =>
        by === 'customer' && kind === 'text' && content === text;
      const own =
        id === undefined
          ? // The one that was written first has been sent first; a late echo proves a failed one wrong.
            (known.find((each) => mine(each) && each.status === 'pending') ??
            known.find((each) => mine(each) && each.status === 'failed'))
          : byId.get(id);
      if (own) return settle(own, stamp);
      return hear({ kind: 'text', by: 'customer', content: text }, stamp, { text }, taken());
    },
    acknowledge(id, stamp) {
      const entry = byId.get(id);
      return entry ? settle(entry, stamp) : [];
    },
    fail(id, error) {
      const entry = byId.get(id);
      if (!entry || entry.status === 'sent' || entry.status === 'delivered') return [];
      entry.status = 'failed';
      return [told(entry, { error })];
    },
    receive: (text, author, stamp) =>
      hear({ kind: 'text', by: 'agent', content: text }, stamp, defined<Partial<Message>>({ text, author })),
    app({ by, author, kind, data, ...stamp }, live) {
      const text = kind ?? (typeof data === 'string' ? data : undefined);
      const more = defined<Partial<Message>>({ data, author, text });
      const facts = { kind: 'app', by, content: '' } as const;
      return hear(facts, stamp, more, by === 'customer' ? taken() : 'delivered', live);
    },
    file({ name, size = 0, type = '', author, ...stamp }, by, url, live) {
      const file = defined<NonNullable<Message['file']>>({ name, size, type, url });
      const more = defined<Partial<Message>>({ file, author });
      const facts = { kind: 'file', by, content: name } as const;
      return hear(facts, stamp, more, by === 'customer' ? taken() : 'delivered', live);
    },
    join(kind, name, { seq, at } = {}, text) {
      const more = defined<Partial<Message>>({ author: name, text });
      return hear({ kind, by: 'system', content: name }, { seq, at }, more);
    },
    merge,
    attend() {
      const sent = known.filter(({ by, status }) => by === 'customer' && status === 'sent');
      return sent.map((entry) => {
        entry.status = 'delivered';
        return told(entry);
      });
    },
    pending: () => known.filter(({ status }) => status === 'pending').map(({ id }) => id),
    isSent(id) {
      const status = byId.get(id)?.status;
      return status === 'sent' || status === 'delivered';
    },
  };
}
