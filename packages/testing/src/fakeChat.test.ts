import { createOffhook } from '@offhook/core';
import { countingIds } from './countingIds.js';
import { fakeConnector } from './fakeConnector.js';
import { fakeStream } from './fakeStream.js';
import { virtualClock } from './virtualClock.js';
import { watchedClient } from './watchedClient.js';

function setUp() {
  const line = fakeConnector();
  const client = createOffhook({ connectors: [line], clock: virtualClock(), ids: countingIds() });
  const told: string[] = [];
  client.events$.subscribe(({ type }) => told.push(type));
  return { line, client, told };
}

it('plays a chat from its beginning to its end', () => {
  const { line, client, told } = setUp();
  const chat = line.chat();
  const now = () => client.chats.get(chat.id).value;
  expect(now()).toMatchObject({ id: 'fake:chat-1', state: 'idle' });
  chat.report({ state: 'starting' });
  chat.queue(2);
  expect(now()).toMatchObject({ state: 'queued', queuePosition: 2 });
  chat.join();
  chat.join('Lee');
  expect(now()?.agents).toEqual([
    { id: 'kim', name: 'Kim' },
    { id: 'lee', name: 'Lee' },
  ]);
  chat.leave();
  chat.type();
  chat.type(false);
  const id = chat.say('Hello', { author: 'Lee' });
  expect(client.messagesOf(chat.id).value).toMatchObject([{ id, author: 'Lee', text: 'Hello', by: 'agent' }]);
  chat.interrupt();
  expect(now()).toMatchObject({ state: 'interrupted', server: 'offline' });
  chat.resume();
  chat.end('server', 'night');
  expect(now()).toMatchObject({ state: 'ended', endedBy: 'server', endReason: 'night' });
  expect(told).toEqual([
    'chat.started',
    'chat.queued',
    'chat.agent.joined',
    'chat.connected',
    'chat.agent.joined',
    'chat.agent.left',
    'chat.typing',
    'chat.typing',
    'chat.message.received',
    'chat.interrupted',
    'chat.resumed',
    'chat.ended',
  ]);
  client.close();
});

it('obeys what is asked in chats', async () => {
  const { line, client, told } = setUp();
  await client.execute({ type: 'chat.open' });
  await client.execute({ type: 'chat.open' });
  expect(client.chats.ids.value).toHaveLength(1);
  const chatId = client.chatFocus.value?.id ?? '';
  await client.execute({ type: 'chat.start', chatId, clientId: 'mine' });
  expect(client.chatFocus.value).toMatchObject({ state: 'queued', clientId: 'mine', queuePosition: 1 });
  await client.execute({ type: 'chat.send', chatId, text: 'Hello' });
  await client.execute({ type: 'chat.sendApp', chatId, name: 'page', data: { page: 2 } });
  line.emit({
    type: 'chat.message',
    chat: client.chatFocus.value?.vendorIds[0] ?? '',
    message: { id: 'late', kind: 'text', by: 'customer', text: 'Again', at: Infinity, status: 'failed' },
  });
  await client.execute({ type: 'chat.resend', chatId, messageId: 'late' });
  expect(client.messagesOf(chatId).value).toMatchObject([
    { kind: 'text', text: 'Hello', status: 'sent' },
    { kind: 'app', data: { page: 2 }, status: 'sent' },
    { id: 'late', text: 'Again', status: 'sent' },
  ]);
  await client.execute({ type: 'chat.requestCallback', chatId, phone: '101' });
  expect(client.chatFocus.value?.callback).toEqual({ by: 'customer', state: 'registered' });
  await client.execute({ type: 'chat.upload', chatId, files: [new File(['abc'], 'a.txt')] });
  expect(client.chatFocus.value?.uploads).toMatchObject([{ name: 'a.txt', sent: 3, state: 'done' }]);
  await client.execute({ type: 'chat.resetCaptcha' });
  await client.execute({ type: 'chat.createCampaignContact', data: { name: 'Ann' } });
  await client.execute({ type: 'chat.leave', chatId });
  expect(client.chatFocus.value?.attached).toBe(false);
  line.emit({ type: 'chat', ids: ['chat-1'], attached: true });
  await client.execute({ type: 'chat.end', chatId });
  expect(client.chatFocus.value).toMatchObject({ state: 'ended', endedBy: 'customer' });
  expect(told).toEqual(
    expect.arrayContaining(['chat.captcha.reset', 'campaign.contact.created', 'chat.file.uploaded']),
  );
  client.close();
});

it('is watched over as calls are', () => {
  const { line, client: made } = setUp();
  const { client, observed } = watchedClient(made);
  const chat = line.chat();
  const leave = [
    client.chats.all.listen(() => {}),
    client.chats.get(chat.id).listen(() => {}),
    client.chatFocus.listen(() => {}),
    client.messagesOf(chat.id).listen(() => {}),
    client.messagesOf().listen(() => {}),
  ];
  expect(observed()).toEqual([
    'chatFocus',
    'chats.all',
    `chats.get(${chat.id})`,
    'messagesOf()',
    `messagesOf(${chat.id})`,
  ]);
  for (const each of leave) each();
  expect(observed()).toEqual([]);
  made.close();
});

it('has an agent who asks for a call, and streams', () => {
  const { line, client } = setUp();
  const chat = line.chat({ state: 'connected' });
  chat.requestVideo({ video: false });
  expect(client.chats.get(chat.id).value?.video).toMatchObject({
    state: 'requested',
    by: 'agent',
    video: false,
  });
  const kim = fakeStream('kim');
  chat.streams({ remote: [kim] });
  expect(client.streamsOf(chat.id).value).toEqual({ local: [], remote: [kim], screen: [] });
  chat.streams({});
  expect(client.streamsOf(chat.id).value.remote).toEqual([]);
  client.close();
});

describe('a vendor that does as it is told', () => {
  it('takes calls, and sees screens and pages, as wished', async () => {
    const { line, client } = setUp();
    const { id: chatId } = line.chat({ state: 'connected' });
    const chat = () => client.chats.get(chatId).value;
    await client.execute({ type: 'video.start', chatId, video: false });
    expect(chat()?.video).toMatchObject({
      state: 'connected',
      by: 'customer',
      video: false,
      cameraOff: true,
    });
    await client.execute({ type: 'video.cameraOn', chatId });
    await client.execute({ type: 'video.mute', chatId });
    expect(chat()?.video).toMatchObject({ cameraOff: false, muted: true });
    await client.execute({ type: 'video.hangUp', chatId });
    expect(chat()?.video).toMatchObject({ state: 'ended', endedBy: 'customer', endReason: 'hung-up' });
    await client.execute({ type: 'screen.start', chatId });
    await client.execute({ type: 'cobrowse.start', chatId, pointer: true });
    expect(chat()).toMatchObject({ screen: { state: 'on' }, cobrowse: { state: 'on', pointer: true } });
    await client.execute({ type: 'screen.stop', chatId });
    await client.execute({ type: 'cobrowse.stop', chatId });
    expect(chat()).toMatchObject({ screen: { state: 'ended' }, cobrowse: { state: 'ended' } });
    client.close();
  });
});
