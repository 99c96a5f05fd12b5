import { closeChats, openChat, switchKey } from '../testing/openChat.js';

afterEach(closeChats);

const at = '/tetherfi/livechat/status';

test('T-22, T-179: with all in order it says ONLINE, as text, reason phrase and header', async () => {
  const { origin } = await openChat();
  const answer = await fetch(origin + at);
  expect([answer.status, answer.statusText, await answer.text()]).toEqual([200, 'ONLINE', 'ONLINE']);
  expect(answer.headers.get('content-type')).toContain('text/plain');
  expect(answer.headers.get('x-livechat-status')).toBe('ONLINE');
});

test('T-178: it may be asked again and again: no cookie, nothing kept, by any page', async () => {
  const { ask } = await openChat();
  for (const origin of ['https://www.bank.example', 'https://monitor.example']) {
    const { headers, text } = await ask(at, { headers: { origin } });
    expect(text).toBe('ONLINE');
    expect(headers).toMatchObject({ 'cache-control': 'no-store', 'access-control-allow-origin': '*' });
    expect(headers).not.toHaveProperty('set-cookie');
  }
});

test('T-180: a technical limitation is OFFLINE with its message, still 200', async () => {
  const { ask, hub } = await openChat();
  hub.unready = 'store unavailable';
  expect(await ask(at)).toMatchObject({ status: 200, text: 'OFFLINE (store unavailable)' });
});

test('T-180: a message from outside can’t break out of its line', async () => {
  const { ask } = await openChat();
  const headers = { authorization: `Bearer ${switchKey}` };
  const body = JSON.stringify({ statusOffline: 'repairs\r\nset-cookie: a=b ✂' });
  await ask('/tetherfi/switch/faults', { method: 'POST', headers, body });
  const answer = await ask(at);
  expect(answer.text).toBe('OFFLINE (repairs??set-cookie: a=b ?)');
  expect(answer.headers).not.toHaveProperty('set-cookie');
});

test('T-181: that nobody works is no limitation', async () => {
  const { ask, hub } = await openChat();
  expect(hub.peers).toEqual([]);
  expect((await ask(at)).text).toBe('ONLINE');
});

test('T-183: a back end that is gone answers 5xx or not at all, never ONLINE', async () => {
  const { ask, chat, server } = await openChat();
  chat.drain();
  expect((await ask(at)).text).toBe('OFFLINE (closing)');
  await server.close();
  await expect(ask(at)).rejects.toMatchObject({ code: 'ECONNREFUSED' });
});

test.each(['POST', 'PUT', 'DELETE', 'HEAD', 'OPTIONS'])('T-184: %s is answered by 405', async (method) => {
  const { ask } = await openChat();
  const answer = await ask(at, { method });
  expect(answer).toMatchObject({ status: 405 });
  expect(answer.headers['allow']).toBe('GET');
});
