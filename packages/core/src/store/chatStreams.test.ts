import { fakeConnector, fakeStream } from '@offhook/testing';
import { noStreams } from '../model/chatMedia.js';
import { createOffhook } from '../offhook.js';
import { setUp } from '../testing/setUp.js';

const [own, kim, shown] = ['own', 'kim', 'shown'].map(fakeStream) as [MediaStream, MediaStream, MediaStream];

describe('streamsOf', () => {
  it('has none at first: one frozen object, initially and for whoever nobody knows', () => {
    const { phone, line } = setUp();
    const chat = line.chat({ id: '1', state: 'connected' });
    for (const streams of [phone.streamsOf(), phone.streamsOf(chat.id), phone.streamsOf('fake:nobody')]) {
      expect(streams.value).toBe(noStreams);
      expect(streams.initial).toBe(noStreams);
    }
    expect(Object.isFrozen(noStreams)).toBe(true);
    expect(Object.isFrozen(noStreams.local)).toBe(true);
    expect(noStreams).toEqual({ local: [], remote: [], screen: [] });
  });

  it('has the very streams that were reported, by each id of the chat and for the focus', () => {
    const { phone, line } = setUp();
    const chat = line.chat({ id: '1', state: 'connected' });
    line.emit({ type: 'chat', ids: ['1', 'sid'] });
    const told: unknown[] = [];
    phone.streamsOf().listen((streams) => told.push(streams));
    line.emit({ type: 'chat.streams', chat: 'sid', streams: { local: [own], remote: [kim], screen: [] } });
    const streams = phone.streamsOf(chat.id).value;
    expect(streams.remote[0]).toBe(kim);
    expect(streams.local[0]).toBe(own);
    expect(phone.streamsOf('fake:sid').value).toBe(streams);
    expect(told).toEqual([streams]);
    expect(phone.streamsOf(chat.id).initial).toBe(noStreams);
  });

  it('is the same object as long as the streams are, and so is each list', () => {
    const { phone, line, types } = setUp();
    const chat = line.chat({ id: '1', state: 'connected' });
    chat.streams({ local: [own], remote: [kim] });
    const before = phone.streamsOf(chat.id).value;
    const told: unknown[] = [];
    phone.streamsOf(chat.id).listen((streams) => told.push(streams));
    chat.streams({ local: [own], remote: [kim] });
    chat.say('Hello');
    expect(phone.streamsOf(chat.id).value).toBe(before);
    expect(told).toEqual([]);
    chat.streams({ local: [own], remote: [kim], screen: [shown] });
    expect(phone.streamsOf(chat.id).value.local).toBe(before.local);
    chat.streams({});
    expect(phone.streamsOf(chat.id).value).toBe(noStreams);
    expect(told).toHaveLength(2);
    expect(types()).not.toContain('chat.streams');
  });

  it('keeps a list of its own, which nobody can change', () => {
    const { phone, line } = setUp();
    const chat = line.chat({ id: '1', state: 'connected' });
    const remote = [kim];
    chat.streams({ remote });
    remote.push(own);
    const { streamsOf } = phone;
    expect(streamsOf(chat.id).value.remote).toEqual([kim]);
    expect(Object.isFrozen(streamsOf(chat.id).value.remote)).toBe(true);
  });

  it('lets go of them when the chat ends, and takes none of a chat that is over or that nobody knows', () => {
    const { phone, line } = setUp({ recentChatLimit: 1 });
    const chat = line.chat({ id: '1', state: 'connected' });
    chat.streams({ remote: [kim] });
    const told: unknown[] = [];
    phone.streamsOf().listen((streams) => told.push(streams));
    chat.end();
    expect(phone.streamsOf(chat.id).value).toBe(noStreams);
    expect(told).toEqual([noStreams]);
    chat.streams({ remote: [kim] });
    line.emit({ type: 'chat.streams', chat: 'nobody', streams: { local: [], remote: [kim], screen: [] } });
    expect(phone.streamsOf(chat.id).value).toBe(noStreams);
    expect(phone.streamsOf('fake:nobody').value).toBe(noStreams);
    line.chat({ id: '2', state: 'connected' }).end();
    expect(phone.chats.get(chat.id).value).toBeUndefined();
    expect(phone.streamsOf(chat.id).value).toBe(noStreams);
  });

  it('follows the focus from chat to chat, and tells with the chat in one', () => {
    const { phone, line } = setUp();
    const first = line.chat({ id: '1', state: 'connected', clientId: 'a' });
    first.streams({ remote: [kim] });
    const second = line.chat({ id: '2', state: 'connected', clientId: 'b' });
    expect(phone.streamsOf().value).toBe(noStreams);
    second.streams({ remote: [own] });
    expect(phone.streamsOf().value.remote[0]).toBe(own);
    second.end();
    expect(phone.streamsOf().value.remote[0]).toBe(kim);
    const seen: unknown[] = [];
    phone.streamsOf(first.id).listen(({ remote }) => {
      seen.push([phone.chats.get(first.id).value?.video?.state, remote[0]]);
    });
    line.emit(
      { type: 'chat', ids: ['1'], video: { state: 'connected' } },
      { type: 'chat.streams', chat: '1', streams: { local: [], remote: [own], screen: [] } },
    );
    expect(seen).toEqual([['connected', own]]);
  });

  it('completes when the client closes', () => {
    const { phone, line } = setUp();
    const chat = line.chat({ id: '1', state: 'connected' });
    const done: string[] = [];
    phone.streamsOf().subscribe({ complete: () => done.push('focus') });
    phone.streamsOf(chat.id).subscribe({ complete: () => done.push('chat') });
    phone.close();
    expect(done.sort()).toEqual(['chat', 'focus']);
  });

  it('has none where no connector chats', () => {
    const { chats: _chats, ...desk } = fakeConnector();
    const phone = createOffhook({ connectors: [desk] });
    expect(phone.streamsOf().value).toBe(noStreams);
    expect(phone.streamsOf('fake:1').value).toBe(noStreams);
    phone.close();
  });
});
