import * as fc from 'fast-check';
import type { ChatMessageReport } from '../model/chatReport.js';
import type { Message, MessageStatus } from '../model/message.js';
import { property } from '../testing/property.js';
import { createMessageLog } from './messageLog.js';

type Spoken = { readonly own: boolean; readonly resent: boolean };

const spoken: fc.Arbitrary<readonly Spoken[]> = fc.array(
  fc.record({ own: fc.boolean(), resent: fc.boolean() }),
  { minLength: 1, maxLength: 8 },
);

const report = (message: ChatMessageReport['message'], more: Partial<ChatMessageReport> = {}) =>
  ({ type: 'chat.message', chat: '1', message, ...more }) as const;

/** A message as the vendor has it. */
const vendors = ({ own }: Spoken, index: number): Message => ({
  id: `v${index}`,
  seq: index + 1,
  kind: 'text',
  by: own ? 'customer' : 'agent',
  text: `text ${index}`,
  at: 1_000 + index,
  status: own ? 'sent' : 'delivered',
});

/** What each source says, in its own order: history, live, echo, and the outbox of this page. */
function sourcesOf(all: readonly Spoken[]): readonly (readonly ChatMessageReport[])[] {
  const history = all.map((each, index) => report(vendors(each, index)));
  const live = all.flatMap((each, index) => (each.own ? [] : [report(vendors(each, index), { live: true })]));
  const echo = all.flatMap((each, index) =>
    each.own ? [report(vendors(each, index), { live: true, replaces: `mine${index}` })] : [],
  );
  const outbox = all.flatMap((each, index) => {
    const mine = (status: MessageStatus): ChatMessageReport =>
      report({
        id: `mine${index}`,
        kind: 'text',
        by: 'customer',
        text: `text ${index}`,
        at: 5_000 - index,
        status,
      });
    if (!each.own) return [];
    return [mine('pending'), ...(each.resent ? [mine('failed'), mine('pending')] : []), mine('sent')];
  });
  return [history, live, echo, outbox];
}

/** The sources' reports in some order that keeps each source's own. */
function interleaved(
  sources: readonly (readonly ChatMessageReport[])[],
  choices: readonly number[],
): readonly ChatMessageReport[] {
  const queues = sources.map((source) => [...source]);
  const order: ChatMessageReport[] = [];
  for (let turn = 0; queues.some((queue) => queue.length > 0); turn += 1) {
    const waiting = queues.filter((queue) => queue.length > 0);
    const next = waiting[(choices[turn % choices.length] ?? 0) % waiting.length]?.shift();
    if (next) order.push(next);
  }
  return order;
}

const choices = fc.array(fc.nat(100), { minLength: 1, maxLength: 80 });

property(
  'history, live, echo and outbox give the same list in whatever order they come',
  [spoken, choices],
  (all, order) => {
    const log = createMessageLog();
    for (const each of interleaved(sourcesOf(all), order)) log.apply(each, 0);
    expect(log.list).toEqual(all.map(vendors));
  },
);

property(
  'also where the vendor has no order of its own, and the times tell it',
  [spoken, choices],
  (all, order) => {
    const log = createMessageLog();
    const plain = sourcesOf(all).map((source) =>
      source.map(({ message: { seq: _seq, ...message }, ...rest }) => ({
        ...rest,
        // Without an order nobody can say whose time is right: this vendor's times are the page's.
        message: { ...message, at: 1_000 + Number(message.id.replace(/\D/g, '')) },
      })),
    );
    for (const each of interleaved(plain, order)) log.apply(each, 0);
    expect(log.list).toEqual(
      all.map((each, index) => {
        const { seq: _seq, ...message } = vendors(each, index);
        return message;
      }),
    );
  },
);

property('each is there once and in order at every moment', [spoken, choices], (all, order) => {
  const log = createMessageLog();
  for (const each of interleaved(sourcesOf(all), order)) {
    log.apply(each, 0);
    const { list } = log;
    expect(new Set(list.map(({ id }) => id)).size).toBe(list.length);
    const placed = list.filter(({ seq }) => seq !== undefined);
    expect(placed).toEqual([...placed].sort((a, b) => (a.seq ?? 0) - (b.seq ?? 0)));
    expect(list.slice(0, placed.length)).toEqual(placed);
    const open = list.findIndex(({ seq, status }) => seq === undefined && status === 'pending');
    if (open >= 0) expect(list.slice(open).every(({ status }) => status === 'pending')).toBe(true);
  }
});

property('saying everything again changes nothing', [spoken, choices], (all, order) => {
  const log = createMessageLog();
  const told = interleaved(sourcesOf(all), order);
  for (const each of told) log.apply(each, 0);
  const { list } = log;
  for (const each of told) expect(log.apply(each, 0)).toBeUndefined();
  expect(log.list).toBe(list);
});
