import { fakeConnector } from '@offhook/testing';
import type { Contact } from './model/contact.js';
import { settle } from './testing/promises.js';
import { setUp } from './testing/setUp.js';

const number = '+12165325078';

describe('the inbox', () => {
  it('has a thread for each of the vendor’s, the newest first', () => {
    const { phone, line } = setUp();
    const first = line.message({ number: '101', text: 'Hello' });
    const second = line.message({ number: '102', kind: 'voicemail' });
    expect(phone.inbox.ids.value).toEqual([second, first]);
    expect(phone.inbox.get(first).value).toMatchObject({ connector: 'fake', kind: 'sms', unread: 1 });
    expect(phone.inbox.all.value.map(({ kind }) => kind)).toEqual(['voicemail', 'sms']);
  });

  it('keeps the messages of a thread in order, each once', () => {
    const { phone, line } = setUp();
    const id = line.message({ number, id: 'b', at: 2 });
    line.message({ number, id: 'a', at: 1 });
    line.message({ number, id: 'b', at: 2, read: true });
    expect(phone.inbox.get(id).value?.messages.map((each) => [each.id, each.read])).toEqual([
      ['a', false],
      ['b', true],
    ]);
    expect(phone.inbox.get(id).value?.unread).toBe(1);
  });

  it('tells what came in and what changed, with the thread as it is now', () => {
    const { phone, line, events } = setUp();
    const id = line.message({ number, id: 'a', text: 'Hello' });
    expect(events.at(-1)).toMatchObject({
      type: 'inbox.message.received',
      connector: 'fake',
      thread: phone.inbox.get(id).value,
      message: { id: 'a', text: 'Hello' },
    });
    line.message({ number, id: 'a', text: 'Hello', read: true });
    expect(events.at(-1)).toMatchObject({ type: 'inbox.message.updated', thread: { id, unread: 0 } });
  });

  it('tells nobody of a message that says nothing new', () => {
    const { phone, line, events } = setUp();
    const id = line.message({ number, id: 'a', at: 1 });
    const [before, count] = [phone.inbox.get(id).value, events.length];
    const told: unknown[] = [];
    phone.inbox.all.listen((all) => told.push(all));
    line.message({ number, id: 'a', at: 1 });
    expect(phone.inbox.get(id).value).toBe(before);
    expect(events).toHaveLength(count);
    expect(told).toEqual([]);
  });

  it('changes its ids only when a thread comes', () => {
    const { phone, line } = setUp();
    line.message({ number });
    const ids = phone.inbox.ids.value;
    line.message({ number });
    expect(phone.inbox.ids.value).toBe(ids);
  });

  it('never mixes the threads of two connectors', () => {
    const other = fakeConnector({ id: 'other' });
    const { phone, line } = setUp({ others: [other] });
    line.message({ number });
    other.message({ number });
    expect([...phone.inbox.ids.value].sort()).toEqual([`fake:${number}`, `other:${number}`]);
    for (const { messages } of phone.inbox.all.value) expect(messages).toHaveLength(1);
  });
});

describe('the contact of a thread', () => {
  const ada: Contact = {
    id: 'ada',
    source: 'crm',
    name: 'Ada',
    phones: [{ number, type: 'work' }],
    emails: [],
  };

  it('is there with its first message, and looked up once', () => {
    const match = jest.fn(() => [ada]);
    const { phone, line, events } = setUp({ contacts: { match } });
    const id = line.message({ number });
    line.message({ number });
    expect(phone.inbox.get(id).value?.match).toEqual({ status: 'one', contacts: [ada] });
    expect(events.find(({ type }) => type === 'inbox.message.received')).toMatchObject({
      thread: { match: { status: 'one' } },
    });
    expect(match).toHaveBeenCalledTimes(1);
  });

  it('is pending while the port looks, and then told as state alone', async () => {
    const { phone, line, types } = setUp({ contacts: { match: async () => [ada, { ...ada, id: 'b' }] } });
    const id = line.message({ number });
    expect(phone.inbox.get(id).value?.match.status).toBe('pending');
    const before = types();
    await settle();
    expect(phone.inbox.get(id).value?.match.status).toBe('many');
    expect(types()).toEqual(before);
  });

  it('is nobody, with an error told, when the look-up fails', async () => {
    const { phone, line, types } = setUp({ contacts: { match: () => Promise.reject(new Error('down')) } });
    const id = line.message({ number });
    await settle();
    expect(phone.inbox.get(id).value?.match.status).toBe('none');
    expect(types()).toContain('error');
  });
});
