import { fakeConnector } from '@offhook/testing';
import { createOffhook } from '../offhook.js';
import { setUp } from '../testing/setUp.js';
import { callbackRequest } from './callbackRequest.js';
import { captcha } from './captchaControls.js';
import { chatList } from './chatList.js';
import { queuePosition } from './queuePosition.js';
import { serverStatus } from './serverStatus.js';
import { uploads } from './uploadControls.js';

describe('uploads', () => {
  const file = new File(['abc'], 'a.txt', { type: 'text/plain' });

  it('has the files of a chat, and adds to them', async () => {
    const { phone, line, types } = setUp();
    const chat = line.chat({ state: 'connected' });
    const { state, upload } = uploads(phone, chat.id);
    expect(state.value).toEqual({ uploads: [], pending: false, lastError: undefined });
    await expect(upload([file, file])).resolves.toMatchObject({ ok: true });
    expect(state.value.uploads).toMatchObject([
      { name: 'a.txt', size: 3, type: 'text/plain', sent: 3, state: 'done' },
      { name: 'a.txt' },
    ]);
    expect(types().filter((type) => type === 'chat.file.uploaded')).toHaveLength(2);
  });

  it('follows the focus, and resolves with an error where there is no chat or no file', async () => {
    const { phone, line } = setUp();
    const { state, upload } = uploads(phone);
    await expect(upload([file])).resolves.toMatchObject({ error: { code: 'invalid-state' } });
    line.chat({ state: 'connected' });
    await expect(upload([])).resolves.toMatchObject({ error: { code: 'invalid-argument' } });
    expect(state.value.lastError).toMatchObject({ code: 'invalid-argument' });
    await upload([file]);
    expect(state.value).toMatchObject({ uploads: [{ name: 'a.txt' }], lastError: undefined });
  });
});

describe('captcha', () => {
  const asked = { url: 'https://bank.example/1', reason: 'wrong' } as const;

  it('is there while a chat asks for one', () => {
    const { phone, line } = setUp();
    const told: unknown[] = [];
    captcha(phone).state.subscribe((now) => told.push(now.captcha));
    const chat = line.chat();
    chat.report({ state: 'starting' });
    chat.report({ state: 'failed', captcha: asked });
    chat.report({ state: 'starting' });
    chat.queue(1);
    expect(told).toEqual([undefined, asked, undefined]);
    expect(captcha(phone, 'fake:nobody').state.value.captcha).toBeUndefined();
  });

  it('is another one on demand, of the chat’s own connector, or of the one that chats', async () => {
    const other = fakeConnector({ id: 'other' });
    const { phone, line, types } = setUp({ others: [other] });
    const chat = other.chat();
    await expect(captcha(phone, chat.id).reset()).resolves.toMatchObject({ ok: true });
    await captcha(phone, 'fake:nobody').reset();
    expect(other.sent).toEqual([{ type: 'chat.resetCaptcha', connector: 'other' }]);
    expect(line.sent).toEqual([{ type: 'chat.resetCaptcha', connector: 'fake' }]);
    expect(types()).toEqual(['chat.captcha.reset', 'chat.captcha.reset']);
  });
});

describe('callbackRequest', () => {
  it('asks for a callback, and shows what became of it', async () => {
    const { phone, line } = setUp();
    const { state, request } = callbackRequest(phone);
    await expect(request('101')).resolves.toMatchObject({ error: { code: 'invalid-state' } });
    const chat = line.chat({ state: 'queued' });
    await expect(request('101')).resolves.toMatchObject({ ok: true });
    expect(line.sent).toEqual([{ type: 'chat.requestCallback', chatId: chat.id, phone: '101' }]);
    expect(state.value).toEqual({
      callback: { by: 'customer', state: 'registered' },
      pending: false,
      lastError: undefined,
    });
    expect(callbackRequest(phone, 'fake:nobody').state.value.callback).toBeUndefined();
  });
});

describe('queuePosition', () => {
  it('is there while the chat waits', () => {
    const { phone, line } = setUp();
    const told: unknown[] = [];
    queuePosition(phone).subscribe((position) => told.push(position));
    const chat = line.chat({ state: 'starting' });
    chat.queue(3);
    chat.queue(2);
    chat.say('Hello');
    expect(queuePosition(phone, chat.id).value).toBe(2);
    chat.join();
    expect(told).toEqual([undefined, 3, 2, undefined]);
  });
});

describe('serverStatus', () => {
  it('is what the connector says', () => {
    const { phone, line } = setUp({ line: { status: 'connecting' } });
    const told: unknown[] = [];
    serverStatus(phone).subscribe((now) => told.push(now));
    line.becomes('ready');
    line.becomes('offline', 'Closed for tonight.');
    line.becomes('ready');
    line.becomes('failed');
    expect(told).toEqual([
      { status: 'unknown' },
      { status: 'online' },
      { status: 'offline', reason: 'Closed for tonight.' },
      { status: 'online' },
      { status: 'offline' },
    ]);
    expect(serverStatus(phone, 'nobody').value).toEqual({ status: 'unknown' });
  });

  it('is also what a live chat of that connector finds, and the same object until it is another', () => {
    const other = fakeConnector({ id: 'other' });
    const { phone, line } = setUp({ others: [other] });
    const status = serverStatus(phone);
    const online = status.value;
    other.chat({ state: 'connected', server: 'offline' });
    const chat = line.chat({ state: 'connected', server: 'online' });
    expect(status.value).toBe(online);
    chat.interrupt();
    expect(status.value).toEqual({ status: 'offline' });
    expect(serverStatus(phone, 'other').value).toEqual({ status: 'offline' });
    chat.end('library');
    expect(status.value).toEqual({ status: 'online' });
  });

  it('is that of the connector that chats', () => {
    const { chats: _chats, ...desk } = fakeConnector({ id: 'desk', status: 'offline' });
    const phone = createOffhook({ connectors: [desk, fakeConnector()] });
    expect(serverStatus(phone).value).toEqual({ status: 'online' });
    phone.close();
  });
});

describe('chatList', () => {
  it('has the live ones first, then the newest first, and is one list for whoever asks', () => {
    const { phone, line } = setUp();
    const [one, two, three] = ['1', '2', '3'].map((id) =>
      line.chat({ id, clientId: id, state: 'connected' }),
    );
    const list = chatList(phone);
    const ids = (): readonly string[] => list.value.map(({ id }) => id);
    expect(chatList(phone)).toBe(list);
    expect(ids()).toEqual(['fake:3', 'fake:2', 'fake:1']);
    three?.end();
    expect(ids()).toEqual(['fake:2', 'fake:1', 'fake:3']);
    const before = list.value;
    one?.say('Hello');
    expect(list.value).toBe(before);
    two?.report({ unread: 1 });
    expect(list.value).not.toBe(before);
  });
});
