import type { ChatMessageReport } from '../model/chatReport.js';
import type { Message } from '../model/message.js';
import { deepFreeze } from '../testing/deepFreeze.js';
import { createMessageLog } from './messageLog.js';

type Told = ChatMessageReport['message'];

const now = 1_000;

/** A log, and what reports one message after another to it. */
function log() {
  const made = createMessageLog();
  const say = (message: Told, more: Partial<ChatMessageReport> = {}) =>
    deepFreeze(made.apply(deepFreeze({ type: 'chat.message', chat: '1', message, ...more }), now));
  return { made, say, ids: () => made.list.map(({ id }) => id) };
}

const agents = (id: string, facts: Partial<Message> = {}): Told => ({
  id,
  kind: 'text',
  by: 'agent',
  at: 5,
  ...facts,
});
const own = (id: string, facts: Partial<Message> = {}): Told => ({
  id,
  kind: 'text',
  by: 'customer',
  at: 5,
  status: 'pending',
  ...facts,
});

it('begins empty, and keeps one list until something changes', () => {
  const { made, say } = log();
  expect(made.list).toEqual([]);
  expect(made.list).toBe(made.list);
  const empty = made.list;
  say(agents('a'));
  const one = made.list;
  expect(one).not.toBe(empty);
  expect(empty).toEqual([]);
  say(agents('a'));
  expect(made.list).toBe(one);
});

it('needs to know what a new message is and whose', () => {
  const { made, say } = log();
  expect(say({ id: 'a', text: 'Hello' })).toBeUndefined();
  expect(say({ id: 'a', kind: 'text' })).toBeUndefined();
  expect(made.list).toEqual([]);
});

it('takes the time as now and the message as arrived, unless told otherwise', () => {
  const { made, say } = log();
  say({ id: 'a', kind: 'text', by: 'agent', text: 'Hello' });
  say({ id: 'b', kind: 'text', by: 'customer' });
  expect(made.list).toEqual([
    { id: 'a', kind: 'text', by: 'agent', text: 'Hello', at: now, status: 'delivered' },
    { id: 'b', kind: 'text', by: 'customer', at: now, status: 'sent' },
  ]);
});

it('orders by the vendor’s order, behind that by time, and what is pending last', () => {
  const { say, ids } = log();
  say(own('pending 2', { at: 2 }));
  say(own('pending 1', { at: 1 }));
  say(own('failed', { at: 9, status: 'failed' }));
  say(agents('timed', { at: 3 }));
  say(agents('third', { at: 99, seq: 3 }));
  say(agents('first', { at: 98, seq: 1 }));
  say(agents('second', { at: 1, seq: 2 }));
  expect(ids()).toEqual(['first', 'second', 'third', 'timed', 'failed', 'pending 1', 'pending 2']);
});

it('keeps the order of their coming where all else is equal, whichever is sent first', () => {
  const { say, ids } = log();
  for (const id of ['a', 'b', 'c']) say(own(id));
  for (const id of ['c', 'a', 'b']) say({ id, status: 'sent' });
  expect(ids()).toEqual(['a', 'b', 'c']);
});

it('merges what is told of a message field by field', () => {
  const { made, say } = log();
  say(agents('a', { text: 'Helo' }));
  const change = say({ id: 'a', text: 'Hello', author: 'Kim' });
  expect(made.list).toEqual([
    { id: 'a', kind: 'text', by: 'agent', at: 5, status: 'delivered', text: 'Hello', author: 'Kim' },
  ]);
  expect(change).toMatchObject({ before: { text: 'Helo' }, message: { text: 'Hello' } });
});

it('lets what came with the vendor’s order stand against what came without', () => {
  const { made, say } = log();
  say(own('a', { seq: 4, at: 50, status: 'sent', text: 'Hello' }));
  expect(say(own('a', { at: 7, text: 'Hello?', author: 'Ann' }))?.message).toEqual(
    own('a', { seq: 4, at: 50, status: 'sent', text: 'Hello', author: 'Ann' }),
  );
  say({ id: 'a', status: 'delivered' });
  expect(made.list[0]?.status).toBe('delivered');
});

describe('a status', () => {
  it('never falls behind what the vendor has', () => {
    const { made, say } = log();
    say(own('a'));
    say({ id: 'a', status: 'sent' });
    expect(say({ id: 'a', status: 'pending' })).toBeUndefined();
    expect(say({ id: 'a', status: 'failed', error: { code: 'x', text: 'x' } })).toBeUndefined();
    expect(made.list[0]?.status).toBe('sent');
  });

  it('may be pending again after it has failed, and then there is no error any more', () => {
    const { made, say } = log();
    const error = { code: 'offline', text: 'No network.' };
    say(own('a'));
    say({ id: 'a', status: 'failed', error });
    expect(made.list).toMatchObject([{ status: 'failed', error }]);
    say({ id: 'a', status: 'pending' });
    expect(made.list[0]).toEqual(own('a'));
  });
});

describe('an id that replaces another', () => {
  it('goes on with the message, and the other finds it too', () => {
    const { made, say } = log();
    say(own('mine', { text: 'Hello', data: 1 }));
    const change = say(own('7', { seq: 7, at: 70, status: 'sent' }), { replaces: 'mine' });
    expect(change?.before?.id).toBe('mine');
    expect(made.list).toEqual([own('7', { seq: 7, at: 70, status: 'sent', text: 'Hello', data: 1 })]);
    say({ id: 'mine', status: 'delivered' });
    expect(made.list).toMatchObject([{ id: '7', status: 'delivered' }]);
  });

  it('joins two that were taken for two', () => {
    const { made, say } = log();
    say(own('mine', { text: 'Hello' }));
    say(own('7', { seq: 7, at: 70, status: 'sent' }));
    expect(made.list).toHaveLength(2);
    say({ id: '7' }, { replaces: 'mine' });
    expect(made.list).toEqual([own('7', { seq: 7, at: 70, status: 'sent', text: 'Hello' })]);
  });

  it('counts also where the other one is heard of later', () => {
    const { made, say } = log();
    say(own('7', { seq: 7, status: 'sent' }), { replaces: 'mine' });
    say(own('mine', { text: 'Hello' }));
    expect(made.list).toEqual([own('7', { seq: 7, status: 'sent', text: 'Hello' })]);
  });

  it('may itself be replaced, and may be said twice', () => {
    const { made, say } = log();
    say(own('a'));
    say({ id: 'b', status: 'sent' }, { replaces: 'a' });
    expect(say({ id: 'b', status: 'sent' }, { replaces: 'a' })).toBeUndefined();
    say({ id: 'c' }, { replaces: 'b' });
    say({ id: 'a', author: 'Ann' });
    expect(made.list).toEqual([own('c', { status: 'sent', author: 'Ann' })]);
    expect(say({ id: 'a' }, { replaces: 'c' })).toBeUndefined();
  });
});

it('has ten thousand messages without a copy for each', () => {
  const { made, say } = log();
  for (let seq = 10_000; seq > 0; seq -= 1) say(agents(String(seq), { seq }));
  expect(made.list.map(({ seq }) => seq)).toEqual(Array.from({ length: 10_000 }, (_, index) => index + 1));
});
