import { connect } from 'node:net';
import { once } from 'node:events';
import type { CustomerFrame, SignalFrame } from '@offhook/livechat';
import { openBrowser } from '../testing/browser.js';
import { agentPassword, closeChats, openChat, type OpenChat } from '../testing/openChat.js';
import { socketClient } from '../testing/socketClient.js';

afterEach(closeChats);

const agentsToken = async ({ ask }: OpenChat, name = 'ada') => {
  const body = JSON.stringify({ name, password: agentPassword });
  const { text } = await ask('/tetherfi/agent/login', { method: 'POST', body });
  return (JSON.parse(text) as { token: string }).token;
};
const agentSocket = ({ origin }: OpenChat) =>
  socketClient(`${origin.replace('http', 'ws')}/tetherfi/agent/socket`, { origin });

describe('a customer’s socket', () => {
  it('says hello, asks, and is told; the token stays in front of the hub', async () => {
    const chat = await openChat();
    const browser = await openBrowser(chat);
    const page = await browser.socket();
    const welcome = await page.ask({
      t: 'hello',
      n: 1,
      v: 1,
      page: 'p1',
      token: browser.token,
      since: { a: 4 },
    });
    expect(welcome).toMatchObject({ t: 'welcome', n: 1, v: 1 });
    expect(chat.hub.asked).toEqual([{ t: 'hello', n: 1, v: 1, page: 'p1', since: { a: 4 } }]);
    expect(chat.hub.visitors).toMatchObject([{ site: 'main', page: 'p1' }]);
    chat.hub.visitors[0]?.tell({ t: 'queue', sid: 's', position: 3 });
    expect(await page.until(({ t }) => t === 'queue')).toEqual({ t: 'queue', sid: 's', position: 3 });
  });

  it('keeps what it is asked before the hello’s answer until then, in order', async () => {
    const chat = await openChat();
    const browser = await openBrowser(chat);
    const page = await browser.socket();
    page.send({ t: 'hello', n: 1, v: 1, page: 'p1', token: browser.token });
    page.send({ t: 'open', n: 2 });
    await page.ask({ t: 'send', n: 3, id: 'm', msg: 'hi' });
    expect(page.frames.map(({ n }) => n)).toEqual([1, 2, 3]);
    expect(chat.hub.asked.map(({ t }) => t)).toEqual(['hello', 'open', 'send']);
  });

  it('answers what comes first but is no hello, and the hub hears nothing of it', async () => {
    const chat = await openChat();
    const page = await (await openBrowser(chat)).socket();
    expect(await page.ask({ t: 'open', n: 2 })).toMatchObject({ t: 'no', code: 'BadRequest' });
    expect(chat.hub.asked).toEqual([]);
  });

  it('gives a ping its answer by itself', async () => {
    const chat = await openChat();
    const page = await (await openBrowser(chat)).page('p1');
    expect(await page.ask({ t: 'ping', n: 9 })).toEqual({ t: 'ok', n: 9 });
    expect(chat.hub.asked).toHaveLength(1);
  });

  it('says which field is wrong, drops those that it doesn’t know, and ends it for nothing but nonsense', async () => {
    const chat = await openChat();
    const page = await (await openBrowser(chat)).page('p1');
    const wrong = [
      [{ t: 'send', n: 2, id: '', msg: 'x' }, /^id:/],
      [{ t: 'send', n: 2, id: 'a', msg: 7 }, /^msg:/],
      [{ t: 'typing', n: 2, state: 2 }, /^state:/],
      [{ t: 'nothing', n: 2 }, /^t:/],
      [{ t: 'toString', n: 2 }, /^t:/],
    ] as const;
    for (const [frame, text] of wrong) {
      expect(await page.ask(frame)).toMatchObject({
        t: 'no',
        code: 'BadRequest',
        text: expect.stringMatching(text),
      });
    }
    await page.ask({ t: 'end', n: 3, reason: 'bye', secret: 'x', __proto__: { sid: 'y' } });
    expect(chat.hub.asked.at(-1)).toEqual({ t: 'end', n: 3, reason: 'bye' });
    page.send('{');
    page.send('[]');
    page.send('"x"');
    expect(await page.closed).toBe(4400);
  });

  it('takes text as text: markup and what looks like a frame comes through as it is', async () => {
    const chat = await openChat();
    const page = await (await openBrowser(chat)).page('p1');
    const msg = '<img src=x onerror=alert(1)>"},{"t":"end"}\u2028</script>\u0000\\ %00 \u{1f4ac}';
    await page.ask({ t: 'send', n: 2, id: 'm', msg });
    expect(chat.hub.asked.at(-1)).toEqual({ t: 'send', n: 2, id: 'm', msg });
    const [visitor] = chat.hub.visitors;
    const entry = { type: 'msg', by: 'a', msg, seq: 2, id: 'x', time: '' } as const;
    visitor?.tell({ t: 'entries', sid: 's', entries: [entry] });
    expect(await page.until(({ t }) => t === 'entries')).toEqual({
      t: 'entries',
      sid: 's',
      entries: [entry],
    });
  });

  it('is ended when no hello is taken within ten seconds, or three are refused', async () => {
    const chat = await openChat();
    const browser = await openBrowser(chat);
    const [silent, wrong] = [await browser.socket(), await browser.socket()];
    for (let n = 1; n <= 3; n += 1) wrong.send({ t: 'hello', n, v: 1, page: 'p', token: 'x' });
    expect(await wrong.closed).toBe(4408);
    chat.clock.advance(10_000);
    expect(await silent.closed).toBe(4408);
  });

  it('is asked for a sign of life after 15 s, and given up after 45 s without one', async () => {
    const chat = await openChat();
    const browser = await openBrowser(chat);
    const [alive, dead] = [await browser.page('p1'), await browser.page('p2')];
    // The client answers pings by itself; this one doesn’t.
    dead.socket.pong = () => undefined;
    const pinged = once(alive.socket, 'ping');
    chat.clock.advance(15_000);
    await pinged;
    await alive.ask({ t: 'ping', n: 2 });
    chat.clock.advance(30_000);
    expect(await dead.closed).toBe(1006);
    expect(await alive.ask({ t: 'ping', n: 3 })).toMatchObject({ t: 'ok' });
    expect(chat.hub.gone).toEqual(['p2']);
  });

  it('tells the hub that the connection is lost, once', async () => {
    const chat = await openChat();
    const page = await (await openBrowser(chat)).page('p1');
    page.socket.terminate();
    await page.closed;
    const other = await (await openBrowser(chat)).page('p2');
    await other.close();
    while (chat.hub.gone.length < 2) await (await openBrowser(chat)).page('p3');
    expect(chat.hub.gone.slice(0, 2)).toEqual(['p1', 'p2']);
  });

  it('is ended for a frame that is too large, and for bytes', async () => {
    const browser = await openBrowser(await openChat());
    const [large, bytes] = [await browser.page('p1'), await browser.page('p2')];
    large.send({ t: 'send', n: 2, id: 'm', msg: 'x'.repeat(458_752) });
    expect(await large.closed).toBe(1009);
    bytes.socket.send(Buffer.from('{"t":"ping","n":1}'));
    expect(await bytes.closed).toBe(1003);
  });

  it('is given up when it doesn’t read what it is told, and the others are not', async () => {
    const chat = await openChat();
    const browser = await openBrowser(chat);
    const [slow, good] = [await browser.page('slow'), await browser.page('good')];
    slow.socket.pause();
    const frame = (index: number): CustomerFrame => ({
      t: 'entries',
      sid: 's',
      entries: [{ type: 'msg', by: 'a', msg: 'x'.repeat(100_000), seq: index, id: String(index), time: '' }],
    });
    for (let index = 1; !chat.hub.gone.includes('slow'); index += 1) {
      chat.hub.visitors.find(({ page }) => page === 'slow')?.tell(frame(index));
      await good.ask({ t: 'ping', n: index });
    }
    expect(chat.hub.gone).toEqual(['slow']);
    slow.socket.terminate();
  });

  it('has to wait while 64 of its requests wait', async () => {
    const chat = await openChat();
    const page = await (await openBrowser(chat)).page('p1');
    let answer: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (answer = resolve));
    chat.hub.before = () => held;
    for (let n = 1; n <= 2_000; n += 1) page.send({ t: 'send', n, id: String(n), msg: 'x'.repeat(1_000) });
    const other = await (await openBrowser(chat)).socket();
    await other.ask({ t: 'ping', n: 1 });
    expect(chat.hub.asked.length).toBeLessThan(1_000);
    answer();
    await page.until(({ n }) => n === 2_000);
    expect(chat.hub.asked).toHaveLength(2_001);
  });

  it('is closed by the hub', async () => {
    const chat = await openChat();
    const page = await (await openBrowser(chat)).page('p1');
    chat.hub.visitors[0]?.close?.();
    expect(await page.closed).toBe(1000);
  });
});

describe('an agent’s socket', () => {
  it('is let in with the token of a login', async () => {
    const chat = await openChat();
    const socket = await agentSocket(chat);
    expect(await socket.ask({ t: 'hello', n: 1, v: 1, token: 'x' })).toMatchObject({
      t: 'no',
      code: 'Forbidden',
    });
    const welcome = await socket.ask({ t: 'hello', n: 2, v: 1, token: await agentsToken(chat) });
    expect(welcome).toMatchObject({ t: 'welcome', agent: { id: 'ada', name: 'ada' } });
    expect(JSON.stringify(chat.hub.asked)).not.toContain(await agentsToken(chat));
    expect(await socket.ask({ t: 'accept', n: 3 })).toMatchObject({ t: 'ok' });
    expect(await socket.ask({ t: 'leave', n: 4 })).toMatchObject({
      t: 'no',
      text: expect.stringMatching(/^sid:/),
    });
  });

  it('has a token that ends with its logout', async () => {
    const chat = await openChat();
    const token = await agentsToken(chat);
    const socket = await agentSocket(chat);
    await socket.ask({ t: 'hello', n: 1, v: 1, token });
    await socket.ask({ t: 'logout', n: 2 });
    const again = await agentSocket(chat);
    expect(await again.ask({ t: 'hello', n: 1, v: 1, token })).toMatchObject({ t: 'no', code: 'Forbidden' });
  });

  it('may be further behind than a customer’s: it reads what several of them show', async () => {
    const chat = await openChat({ limits: { behindBytes: 2_097_152 } });
    const page = await (await openBrowser(chat)).page('p1');
    const agent = await agentSocket(chat);
    await agent.ask({ t: 'hello', n: 1, v: 1, token: await agentsToken(chat) });
    const other = await (await openBrowser(chat)).socket();
    const [[visitor], [peer]] = [chat.hub.visitors, chat.hub.peers];
    const framesOf = async (
      { socket }: typeof page,
      who: string,
      tell: ((frame: SignalFrame) => void) | undefined,
    ) => {
      socket.pause();
      let told = 0;
      for (; !chat.hub.gone.includes(who); told += 1) {
        tell?.({ t: 'signal', sid: 's', media: 'm', from: 'x', data: `${told}`.padEnd(100_000) });
        await other.ask({ t: 'ping', n: told });
      }
      socket.terminate();
      return told;
    };
    const customers = await framesOf(page, 'p1', visitor?.tell);
    expect(await framesOf(agent, 'ada', peer?.tell)).toBeGreaterThan(customers + 50);
  });

  it('is no customer’s: a cookie opens nothing there', async () => {
    const chat = await openChat();
    const { cookie, token } = await openBrowser(chat);
    const url = `${chat.origin.replace('http', 'ws')}/tetherfi/agent/socket`;
    const socket = await socketClient(url, { origin: chat.origin, cookie });
    expect(await socket.ask({ t: 'hello', n: 1, v: 1, token })).toMatchObject({ code: 'Forbidden' });
  });
});

describe('the server', () => {
  it('has no socket elsewhere, and survives an upgrade that is none', async () => {
    const chat = await openChat();
    await expect(socketClient(`${chat.origin.replace('http', 'ws')}/other`, {})).rejects.toThrow('404');
    const socket = connect(chat.server.port, '127.0.0.1');
    socket.write('GET /tetherfi/livechat/socket HTTP/1.1\r\nHost: x\r\nOrigin: https://www.bank.example\r\n');
    socket.write('Connection: Upgrade\r\nUpgrade: websocket\r\n\r\n');
    const [data] = (await once(socket, 'data')) as [Buffer];
    expect(data.toString()).toMatch(/^HTTP\/1.1 400/);
    socket.destroy();
  });

  it('ends in good order: pages are sent away, nothing new is taken, the hub is closed', async () => {
    const chat = await openChat();
    const page = await (await openBrowser(chat)).page('p1');
    const closing = chat.server.close();
    expect(await page.closed).toBe(1001);
    await closing;
    expect([chat.hub.isDraining, chat.hub.isClosed]).toEqual([true, true]);
    expect(chat.hub.gone).toEqual(['p1']);
    expect(chat.clock.pending).toBe(0);
  });

  it('is not ready any more once it is about to end, though alive', async () => {
    const chat = await openChat();
    expect((await chat.ask('/readyz')).status).toBe(200);
    chat.chat.drain();
    expect(await chat.ask('/readyz')).toMatchObject({
      status: 503,
      text: expect.stringContaining('closing'),
    });
    expect((await chat.ask('/healthz')).status).toBe(200);
  });
});
