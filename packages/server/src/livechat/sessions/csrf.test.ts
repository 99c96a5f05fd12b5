import { openBrowser } from '../testing/browser.js';
import { closeChats, openChat } from '../testing/openChat.js';
import type { HttpAnswer } from '../../testing/httpAsk.js';

afterEach(closeChats);

const codeOf = ({ text }: HttpAnswer) => (JSON.parse(text) as { error: { code: string } }).error.code;
const wrongToken = 'a'.repeat(43);

/** Two browsers, of which the first has a chat with a file. */
async function twoBrowsers() {
  const chat = await openChat();
  const [owner, other] = [await openBrowser(chat), await openBrowser(chat)];
  const page = await owner.page('p1');
  const { sid } = await page.ask({ t: 'start', n: 2, details: {} });
  return { chat, owner, other, page, sid: String(sid) };
}

describe('a session can’t be written with another’s cookie or token', () => {
  it.each([
    ['/frames?page=p1', '{"t":"end","n":5}'],
    ['/close?page=p1', undefined],
    ['/upload?page=p1', 'x'],
    ['/files?page=p1', undefined],
  ])('P-1, T-65: %s', async (path, body) => {
    const { chat, owner, other } = await twoBrowsers();
    const before = chat.hub.asked.length;
    for (const token of [other.token, wrongToken, '']) {
      const answer = await owner.ask(path, {
        method: 'POST',
        headers: { 'x-offhook-token': token },
        body: body ?? token,
      });
      expect([answer.status, codeOf(answer)]).toEqual([403, 'forbidden']);
    }
    const stolen = await other.ask(path, {
      method: 'POST',
      headers: { 'x-offhook-token': owner.token },
      body: body ?? owner.token,
    });
    expect(stolen.status).toBe(403);
    expect(chat.hub.asked).toHaveLength(before);
    expect(chat.hub.closed).toEqual([]);
    expect(chat.hub.files).toEqual([]);
  });

  it('P-1: a WebSocket’s hello', async () => {
    const { chat, owner, other } = await twoBrowsers();
    const socket = await owner.socket();
    const visitors = chat.hub.visitors.length;
    for (const [n, token] of [other.token, undefined].entries()) {
      const hello = { t: 'hello', n, v: 1, page: 'p2', ...(token !== undefined && { token }) };
      expect(await socket.ask(hello)).toMatchObject({ t: 'no', code: 'Forbidden' });
    }
    expect(chat.hub.visitors).toHaveLength(visitors);
    expect(await socket.ask({ t: 'hello', n: 7, v: 1, page: 'p2', token: owner.token })).toMatchObject({
      t: 'welcome',
    });
  });

  it('P-3: a WebSocket without a cookie is told so', async () => {
    const { owner } = await twoBrowsers();
    const socket = await owner.socket({ headers: { cookie: '' } });
    const hello = { t: 'hello', n: 1, v: 1, page: 'p2', token: owner.token };
    expect(await socket.ask(hello)).toMatchObject({ t: 'no', code: 'CookiesDisabled' });
  });
});

describe('a session can’t be read with another’s cookie', () => {
  it('P-1, P-18: neither its events nor its files', async () => {
    const { chat, owner, other, sid } = await twoBrowsers();
    const file = { id: 'f1', name: 'a.txt', size: 1, type: 'text/plain' };
    chat.hub.files.push({ sid, file, who: { page: 'p1' } });
    await owner.ask('/frames?page=p9', {
      method: 'POST',
      body: JSON.stringify({ t: 'hello', n: 1, v: 1, page: 'p9', token: owner.token }),
    });
    expect(codeOf(await other.ask('/events?page=p9'))).toBe('hello-first');
    expect(codeOf(await other.ask(`/files/a.txt?sid=${sid}`))).toBe('not-found');
    expect(codeOf(await other.ask(`/files/a.txt?sid=${sid}`, { headers: { cookie: '' } }))).toBe(
      'CookiesDisabled',
    );
  });

  it('P-1: a cookie of one site is none of another', async () => {
    const chat = await openChat({ sites: true });
    const one = await openBrowser(chat, { session: 'one' });
    const answer = await one.ask('/token?session=two', { method: 'POST' });
    expect([answer.status, codeOf(answer)]).toEqual([403, 'CookiesDisabled']);
  });
});
