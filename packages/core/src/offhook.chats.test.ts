import { fakeConnector } from '@offhook/testing';
import type { Message } from './model/message.js';
import { createOffhook } from './offhook.js';
import type { Current } from './stream/current.js';
import { setUp } from './testing/setUp.js';

const hello = (id: string, more: Partial<Message> = {}): Partial<Message> & { readonly id: string } => ({
  id,
  kind: 'text',
  by: 'agent',
  text: `text of ${id}`,
  ...more,
});

describe('a chat', () => {
  it('is found by each of its ids, and goes by its first', () => {
    const { phone, line } = setUp();
    const chat = line.chat({ id: 'local' });
    line.emit({ type: 'chat', ids: ['sid', 'local'], state: 'starting' });
    const found = phone.chats.get('fake:sid').value;
    expect(found).toMatchObject({ id: 'fake:local', vendorIds: ['local', 'sid'], state: 'starting' });
    expect(phone.chats.get(chat.id).value).toBe(found);
    line.emit({ type: 'chat.message', chat: 'sid', message: hello('1') });
    expect(phone.messagesOf('fake:local').value).toBe(phone.messagesOf('fake:sid').value);
    expect(phone.messagesOf('fake:sid').value).toMatchObject([{ id: '1' }]);
  });

  it('takes in what was kept for one that had no id yet', () => {
    const { phone, line } = setUp();
    line.chat({ id: 'local' });
    line.emit({ type: 'chat', ids: ['sid'], state: 'queued' });
    line.emit({ type: 'chat', ids: ['sid', 'local'] });
    expect(phone.chats.ids.value).toEqual(['fake:sid']);
    expect(phone.chats.get('fake:local').value?.id).toBe('fake:sid');
    expect(phone.chatFocus.value?.id).toBe('fake:sid');
  });

  it('is none where a report has no id, or facts alone', () => {
    const { phone, line, events } = setUp();
    line.emit({ type: 'chat', ids: [], state: 'idle' }, { type: 'chat', ids: ['x'], typing: true });
    expect(phone.chats.all.value).toEqual([]);
    expect(events).toEqual([]);
  });

  it('is the connector’s own: two may use the same id', () => {
    const other = fakeConnector({ id: 'other' });
    const { phone, line } = setUp({ others: [other] });
    line.chat({ id: '1' }).queue();
    other.chat({ id: '1' });
    expect(phone.chats.get('fake:1').value?.state).toBe('idle');
    expect(phone.chats.ids.value).toEqual(['other:1', 'fake:1']);
  });

  it('is told by events with the connector whose it is', () => {
    const { line, events, clock } = setUp();
    line.chat({ id: '1', state: 'queued' });
    expect(events).toMatchObject([
      { type: 'chat.opened', connector: 'fake', at: clock.now(), chat: { id: 'fake:1' } },
      { type: 'chat.queued', connector: 'fake', seq: events[0]?.seq },
    ]);
  });

  it('that takes an illegal step stays as it was', () => {
    const { phone, line, events } = setUp();
    const chat = line.chat({ state: 'connected' });
    const before = phone.chats.get(chat.id).value;
    chat.report({ state: 'starting' });
    expect(phone.chats.get(chat.id).value).toBe(before);
    expect(events.at(-1)).toMatchObject({
      type: 'protocol.violation',
      chatId: chat.id,
      from: 'connected',
      to: 'starting',
    });
  });
});

describe('a chat that is over', () => {
  it('stays until another begins in its place, and can still be looked up', () => {
    const { phone, line } = setUp();
    const first = line.chat({ state: 'connected' });
    first.say('Goodbye');
    first.end();
    expect(phone.chats.ids.value).toEqual([first.id]);
    const second = line.chat();
    expect(phone.chats.ids.value).toEqual([second.id]);
    expect(phone.chats.get(first.id).value?.state).toBe('ended');
    expect(phone.messagesOf(first.id).value).toHaveLength(1);
    first.report({ endReason: 'late' });
    expect(phone.chats.get(first.id).value?.endReason).toBe('late');
    expect(phone.chats.ids.value).toEqual([second.id]);
  });

  it('makes room only for one of its own connector and client id', () => {
    const other = fakeConnector({ id: 'other' });
    const { phone, line } = setUp({ others: [other] });
    const loans = line.chat({ state: 'connected', clientId: 'loans' });
    loans.end();
    const cards = line.chat({ clientId: 'cards' });
    other.chat({ clientId: 'loans' });
    expect(phone.chats.ids.value).toEqual(expect.arrayContaining([loans.id, cards.id]));
    line.chat({ clientId: 'loans' });
    expect(phone.chats.ids.value).not.toContain(loans.id);
  });

  it('makes room also for one whose client id is learnt later', () => {
    const { phone, line } = setUp();
    const old = line.chat({ state: 'connected', clientId: 'loans' });
    old.end();
    const next = line.chat();
    expect(phone.chats.ids.value).toContain(old.id);
    next.report({ state: 'starting', clientId: 'loans' });
    expect(phone.chats.ids.value).toEqual([next.id]);
  });

  it('is kept while it is among the recent ones, and never comes back then', () => {
    const { phone, line, events } = setUp({ recentChatLimit: 2 });
    const chats = ['1', '2', '3'].map((id) => {
      const chat = line.chat({ id, state: 'connected', clientId: id });
      chat.end();
      return chat;
    });
    expect(phone.chats.ids.value).toEqual(['fake:3', 'fake:2']);
    expect(phone.chats.get('fake:1').value).toBeUndefined();
    expect(phone.messagesOf('fake:1').value).toEqual([]);
    chats[0]?.report({ state: 'connected' });
    expect(phone.chats.get('fake:1').value).toBeUndefined();
    expect(events.at(-1)).toMatchObject({ type: 'protocol.violation', chatId: 'fake:1', from: 'ended' });
    const before = events.length;
    chats[0]?.end();
    chats[0]?.say('Late');
    expect(events).toHaveLength(before);
  });

  it('that only failed may be tried again, and is a live one then', () => {
    const { phone, line } = setUp({ recentChatLimit: 1 });
    const failed = line.chat({ id: '1' });
    failed.report({ state: 'starting' });
    failed.report({ state: 'failed', failure: { code: 'Busy', text: 'Later.' } });
    failed.report({ state: 'starting' });
    failed.queue(1);
    for (const id of ['2', '3']) line.chat({ id, state: 'connected', clientId: id }).end();
    expect(phone.chats.get(failed.id).value?.state).toBe('queued');
    expect(phone.chats.ids.value).toEqual(['fake:3', 'fake:1']);
  });
});

describe('the focus', () => {
  it('is a chat with an agent, else in the queue, else about to begin, else idle, else over', () => {
    const { phone, line } = setUp();
    const focus = (): string | undefined => phone.chatFocus.value?.id;
    expect(focus()).toBeUndefined();
    const over = line.chat({ id: 'over', state: 'connected', clientId: '1' });
    over.end();
    expect(focus()).toBe('fake:over');
    const idle = line.chat({ id: 'idle', clientId: '2' });
    expect(focus()).toBe('fake:idle');
    line.chat({ id: 'starting', state: 'starting', clientId: '3' });
    expect(focus()).toBe('fake:starting');
    const queued = line.chat({ id: 'queued', state: 'queued', clientId: '4' });
    expect(focus()).toBe('fake:queued');
    const connected = line.chat({ id: 'connected', state: 'connected', clientId: '5' });
    line.chat({ id: 'later', state: 'queued', clientId: '6' });
    idle.report({ typing: false });
    expect(focus()).toBe('fake:connected');
    connected.interrupt();
    expect(focus()).toBe('fake:connected');
    queued.join();
    expect(focus()).toBe('fake:queued');
    queued.end();
    connected.end();
    expect(focus()).toBe('fake:later');
  });

  it('brings its messages along', () => {
    const { phone, line } = setUp();
    const told: (readonly string[])[] = [];
    phone.messagesOf().subscribe((messages) => told.push(messages.map(({ text = '' }) => text)));
    const first = line.chat({ state: 'queued', clientId: '1' });
    first.say('one');
    const second = line.chat({ state: 'connected', clientId: '2' });
    first.say('two');
    second.say('three');
    second.end();
    expect(told).toEqual([[], ['one'], [], ['three'], ['one', 'two']]);
  });
});

describe('messages', () => {
  it('tell nobody but those who look at their chat, and leave the chats as they are', () => {
    const { phone, line } = setUp();
    const [ann, ben] = [line.chat({ clientId: '1' }), line.chat({ clientId: '2' })];
    const chats = phone.chats.all.value;
    let told = 0;
    phone.messagesOf(ben.id).listen(() => (told += 1));
    phone.chats.all.listen(() => (told += 1));
    const bens = phone.messagesOf(ben.id).value;
    ann.say('Hello');
    expect(told).toBe(0);
    expect(phone.chats.all.value).toBe(chats);
    expect(phone.messagesOf(ben.id).value).toBe(bens);
    ben.say('Hello');
    expect(told).toBe(1);
  });

  it('of one commit are told at once', () => {
    const { phone, line } = setUp();
    const chat = line.chat();
    const told: number[] = [];
    phone.messagesOf(chat.id).listen((messages) => told.push(messages.length));
    line.emit(
      ...['1', '2', '3'].map(
        (id) => ({ type: 'chat.message', chat: chat.vendorId, message: hello(id) }) as const,
      ),
    );
    expect(told).toEqual([3]);
  });

  it('are told as received only when they come just now, and once', () => {
    const { line, events } = setUp();
    const chat = line.chat();
    line.emit({ type: 'chat.message', chat: chat.vendorId, message: hello('old') });
    expect(events).toEqual([]);
    for (const by of ['agent', 'bot'] as const) {
      chat.message(hello(by, { by }));
      chat.message(hello(by, { by, author: 'Kim' }));
    }
    chat.message(hello('joined', { kind: 'joined' }));
    chat.message(hello('system', { by: 'system' }));
    expect(events).toMatchObject([
      { type: 'chat.message.received', chat: { id: chat.id }, message: { id: 'agent' } },
      { type: 'chat.message.received', message: { id: 'bot' } },
    ]);
  });

  it('of one’s own are told as sent or failed when they become so', () => {
    const { line, events } = setUp();
    const chat = line.chat();
    const own = (id: string, more: Partial<Message>): void =>
      chat.message(hello(id, { by: 'customer', ...more }));
    own('1', { status: 'pending' });
    own('1', { status: 'failed' });
    own('1', { status: 'failed', error: { code: 'offline', text: 'No network.' } });
    own('1', { status: 'pending' });
    own('1', { status: 'sent' });
    own('1', { status: 'delivered' });
    own('2', { status: 'sent' });
    line.emit({ type: 'chat.message', chat: chat.vendorId, message: hello('3', { by: 'customer' }) });
    expect(events.map((event) => ('message' in event ? [event.type, event.message.id] : []))).toEqual([
      ['chat.message.failed', '1'],
      ['chat.message.sent', '1'],
      ['chat.message.sent', '2'],
    ]);
  });

  it('that the history brought first are still told as sent to the page that sent them', () => {
    const { line, types } = setUp();
    const chat = line.chat();
    const report = (message: Partial<Message> & { id: string }, replaces?: string): void =>
      line.emit({
        type: 'chat.message',
        chat: chat.vendorId,
        message: { kind: 'text', by: 'customer', ...message },
        ...(replaces !== undefined && { replaces }),
      });
    report({ id: 'mine', status: 'pending' });
    report({ id: 'v1', seq: 1, status: 'sent' });
    report({ id: 'v1', seq: 1, status: 'sent' }, 'mine');
    expect(types()).toEqual(['chat.message.sent']);
  });

  it('of a chat that nobody knows are none', () => {
    const { phone, line, events } = setUp();
    line.emit({ type: 'chat.message', chat: 'nobody', message: hello('1'), live: true });
    expect(phone.messagesOf('fake:nobody').value).toEqual([]);
    expect(events).toEqual([]);
  });
});

describe('what is told straight', () => {
  it('names the chat, and a notice and a callback stay in it', () => {
    const { phone, line, events } = setUp();
    const chat = line.chat({ state: 'queued' });
    const of = { chat: chat.vendorId };
    const file = { name: 'a.pdf', size: 1, type: 'application/pdf' };
    const said = events.length;
    line.emit(
      { type: 'chat.history', ...of, chats: [{ id: 'old', messages: [] }] },
      { type: 'chat.notice', ...of, code: 'NobodyThere', text: 'We call you back.' },
      { type: 'chat.callback', ...of, by: 'server', ok: true },
      { type: 'chat.file.uploaded', ...of, file, own: false },
      { type: 'chat.app-message', ...of, author: 'Kim', data: { page: 2 } },
    );
    const now = phone.chats.get(chat.id).value;
    expect(now).toMatchObject({
      notice: { code: 'NobodyThere', text: 'We call you back.' },
      callback: { by: 'server', state: 'registered' },
    });
    const told = events.slice(said);
    expect(told).toMatchObject([
      { type: 'chat.history', chats: [{ id: 'old' }] },
      { type: 'chat.notice', code: 'NobodyThere', text: 'We call you back.' },
      { type: 'chat.callback', by: 'server', ok: true, chat: now },
      { type: 'chat.file.uploaded', file, own: false, chat: now },
      { type: 'chat.app-message', author: 'Kim', data: { page: 2 }, chat: now },
    ]);
    for (const event of told) expect('chat' in event && event.chat.id).toBe(chat.id);
  });

  it('is told once though the vendor has two names for it, and again when it is news', () => {
    const { phone, line, types } = setUp();
    const chat = line.chat();
    const notice = { type: 'chat.notice', chat: chat.vendorId, code: 'x', text: 'x' } as const;
    line.emit(notice);
    line.emit(notice);
    line.emit({ type: 'chat.callback', chat: chat.vendorId, by: 'customer', ok: false });
    expect(phone.chats.get(chat.id).value?.callback?.state).toBe('failed');
    chat.report({ callback: { by: 'customer', state: 'requested' } });
    line.emit({ type: 'chat.callback', chat: chat.vendorId, by: 'customer', ok: false });
    expect(types()).toEqual(['chat.notice', 'chat.callback', 'chat.callback']);
  });

  it('of a chat that nobody knows is dropped; what is about none goes through', () => {
    const { line, types } = setUp();
    line.emit(
      { type: 'chat.app-message', chat: 'nobody', text: 'x' },
      { type: 'chat.captcha.reset' },
      { type: 'campaign.contact.created', resultCode: '0', resultMessage: 'Fine' },
    );
    expect(types()).toEqual(['chat.captcha.reset', 'campaign.contact.created']);
  });
});

describe('a client whose connectors don’t chat', () => {
  it('has no chats, and does not hear of any', () => {
    const { chats: _chats, ...phoneOnly } = fakeConnector();
    const phone = createOffhook({ connectors: [phoneOnly] });
    expect(phone.chats.all.value).toEqual([]);
    expect(phone.chatFocus.value).toBeUndefined();
    expect(phone.messagesOf().value).toEqual([]);
    expect(phone.chatConnector).toBe('fake');
    phoneOnly.emit({ type: 'chat', ids: ['1'], state: 'queued' });
    expect(phone.chats.all.value).toEqual([]);
    let completed = 0;
    phone.chatFocus.subscribe({ complete: () => (completed += 1) });
    phone.messagesOf().subscribe({ complete: () => (completed += 1) });
    phone.close();
    expect(completed).toBe(2);
  });
});

it('completes the streams of chats when the client closes', () => {
  const { phone, line } = setUp();
  const chat = line.chat();
  let completed = 0;
  const all: readonly Current<unknown>[] = [
    phone.chats.all,
    phone.chats.get(chat.id),
    phone.chatFocus,
    phone.messagesOf(chat.id),
    phone.messagesOf(),
  ];
  for (const each of all) each.subscribe({ complete: () => (completed += 1) });
  phone.close();
  expect(completed).toBe(5);
});
