import type { MessageReport } from '../model/report.js';
import { noMatch } from '../model/contact.js';
import type { Thread, ThreadMessage } from '../model/thread.js';
import { deepFreeze } from '../testing/deepFreeze.js';
import { foldThread, type FoldedThread } from './foldThread.js';

const ann = { number: '+12165325078', name: 'Ann' };

const message = (details: Partial<ThreadMessage> = {}): ThreadMessage => ({
  id: 'm1',
  direction: 'inbound',
  from: ann,
  to: [],
  text: 'Hello',
  at: 1_000,
  read: false,
  status: 'received',
  attachments: [],
  ...details,
});

const fold = (
  thread: Thread | undefined,
  details: Partial<ThreadMessage>,
  more: Partial<MessageReport> = {},
): FoldedThread =>
  deepFreeze(
    foldThread(
      deepFreeze(thread),
      deepFreeze({
        type: 'message',
        threadId: '7',
        kind: 'sms',
        parties: [ann],
        message: message(details),
        ...more,
      }),
      'fake:7',
      'fake',
    ),
  );

/** The thread after these messages, one after another. */
const after = (...messages: readonly Partial<ThreadMessage>[]): Thread => {
  let thread: Thread | undefined;
  for (const details of messages) ({ thread } = fold(thread, details));
  if (thread === undefined) throw new Error('Give a message.');
  return thread;
};

it('makes a thread of its first message', () => {
  const { thread, events } = fold(undefined, {}, { kind: 'voicemail' });
  expect(thread).toEqual({
    id: 'fake:7',
    connector: 'fake',
    kind: 'voicemail',
    parties: [ann],
    messages: [message()],
    unread: 1,
    match: noMatch,
    log: { status: 'none', waiting: 0 },
  });
  expect(events).toEqual([{ type: 'inbox.message.received', thread, message: message() }]);
});

it('adds each further message', () => {
  const before = after({});
  const { thread, events } = fold(before, { id: 'm2', at: 2_000 });
  expect(thread).toEqual({ ...before, messages: [message(), message({ id: 'm2', at: 2_000 })], unread: 2 });
  expect(events).toEqual([
    { type: 'inbox.message.received', thread, message: message({ id: 'm2', at: 2_000 }) },
  ]);
});

it('has the messages in the order of their times, whatever the order in which they came', () => {
  const thread = after({ id: 'c', at: 3 }, { id: 'a', at: 1 }, { id: 'd', at: 4 }, { id: 'b', at: 2 });
  expect(thread.messages.map(({ id }) => id)).toEqual(['a', 'b', 'c', 'd']);
});

it('keeps the order in which messages of one time came', () => {
  expect(after({ id: 'x' }, { id: 'a' }, { id: 'm' }).messages.map(({ id }) => id)).toEqual(['x', 'a', 'm']);
});

it('keeps each message once, with the latest that is known of it', () => {
  const before = after(
    { id: 'm1', direction: 'outbound', status: 'pending', read: true },
    { id: 'm2', at: 2_000 },
  );
  const { thread, events } = fold(before, {
    id: 'm1',
    direction: 'outbound',
    status: 'delivered',
    read: true,
  });
  expect(thread.messages.map(({ id, status }) => [id, status])).toEqual([
    ['m1', 'delivered'],
    ['m2', 'received'],
  ]);
  expect(events).toEqual([{ type: 'inbox.message.updated', thread, message: thread.messages[0] }]);
  expect(thread.messages[1]).toBe(before.messages[1]);
});

it('moves a message whose time is corrected', () => {
  const thread = after({ id: 'a', at: 1 }, { id: 'b', at: 2 }, { id: 'a', at: 3 });
  expect(thread.messages.map(({ id }) => id)).toEqual(['b', 'a']);
});

it('keeps what an update leaves out', () => {
  const before = after({ text: 'Hello' });
  const { text: _text, ...rest } = message({ read: true });
  const { thread } = foldThread(
    before,
    { type: 'message', threadId: '7', kind: 'sms', parties: [ann], message: rest },
    'fake:7',
    'fake',
  );
  expect(thread.messages).toEqual([message({ read: true })]);
});

it('gives the same reference back when a message says nothing new', () => {
  const before = after({}, { id: 'm2' });
  const { thread, events } = fold(before, {});
  expect(thread).toBe(before);
  expect(events).toEqual([]);
});

it('counts as unread what came in and nobody read', () => {
  const thread = after(
    { id: 'unread' },
    { id: 'read', read: true },
    { id: 'ours', direction: 'outbound', read: false },
    { id: 'another' },
  );
  expect(thread.unread).toBe(2);
  const read = fold(thread, { id: 'unread', read: true });
  expect(read.thread.unread).toBe(1);
  expect(read.events.map(({ type }) => type)).toEqual(['inbox.message.updated']);
});

it.each<[string, Partial<ThreadMessage>, string]>([
  ['an unread one from them', {}, 'inbox.message.received'],
  ['one that was read elsewhere already', { read: true }, 'inbox.message.updated'],
  ['one of ours', { direction: 'outbound' }, 'inbox.message.updated'],
  ['one of ours that was read', { direction: 'outbound', read: true }, 'inbox.message.updated'],
])('%s is told as it should be', (_, details, type) => {
  expect(fold(undefined, details).events.map((event) => event.type)).toEqual([type]);
});

it('an update of an unread message is not told as received again', () => {
  expect(fold(after({}), { text: 'Hello!' }).events.map(({ type }) => type)).toEqual([
    'inbox.message.updated',
  ]);
});
