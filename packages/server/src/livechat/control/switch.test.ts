import { openBrowser } from '../testing/browser.js';
import { closeChats, openChat, switchKey, type OpenChat } from '../testing/openChat.js';
import { memoryLog } from '../log/memoryLog.js';
import { memoryStore } from '../log/memoryStore.js';
import { virtualClock } from '../../testing/virtualClock.js';

afterEach(closeChats);

const authorization = `Bearer ${switchKey}`;
const change = ({ ask }: OpenChat, faults: object) =>
  ask('/tetherfi/switch/faults', {
    method: 'POST',
    headers: { authorization },
    body: JSON.stringify(faults),
  });
const queue = (position: number) => ({ t: 'queue', sid: 's', position }) as const;

async function withPage(options: Parameters<typeof openChat>[0] = {}) {
  const chat = await openChat(options);
  const browser = await openBrowser(chat);
  const page = await browser.page('p1');
  const tell = (position: number): void => chat.hub.visitors.at(-1)?.tell(queue(position));
  return { chat, browser, page, tell };
}

describe('the switch', () => {
  it('is for whoever has the key, and isn’t there without one', async () => {
    const { ask } = await openChat();
    for (const header of [{}, { authorization: 'Bearer x' }, { authorization: switchKey }]) {
      expect((await ask('/tetherfi/switch/chats', { headers: header })).status).toBe(403);
      expect(
        (await ask('/tetherfi/switch/reset', { method: 'POST', headers: header, body: '{}' })).status,
      ).toBe(403);
    }
    const without = await openChat({}, { without: ['switchKey'] });
    expect((await without.ask('/tetherfi/switch/chats', { headers: { authorization } })).status).toBe(404);
    await expect(openChat({ switchKey: 'short' })).rejects.toThrow('8 characters');
  });

  it('shows what there is', async () => {
    const { ask } = await openChat();
    for (const [part, value] of [
      ['chats', []],
      ['callbacks', []],
      ['campaign', []],
      ['log', []],
      ['captcha', { text: null }],
    ] as const) {
      const answer = await ask(`/tetherfi/switch/${part}`, { headers: { authorization } });
      expect([answer.status, JSON.parse(answer.text)]).toEqual([200, value]);
    }
    expect((await ask('/tetherfi/switch/toString', { headers: { authorization } })).status).toBe(404);
  });

  it('says what is wrong with a change, and makes none of it', async () => {
    const chat = await openChat();
    const wrong = [
      [{ queueLimit: -1 }, 'queueLimit'],
      [{ queueLimit: 3, drop: 2 }, 'drop'],
      [{ startFailed: 'Nonsense' }, 'startFailed'],
      [{ notification: 'toString' }, 'notification'],
      [{ unknown: 1 }, 'There is no such fault'],
      [{ session: 'a b', queueLimit: 1 }, 'session'],
    ] as const;
    for (const [faults, text] of wrong) {
      expect(await change(chat, faults)).toMatchObject({ status: 400, text: expect.stringContaining(text) });
    }
    expect(chat.hub.options.settings('main').queueLimit).toBe(100);
    expect((await change(chat, { unknown: null })).status).toBe(200);
  });

  it('sets what the desk goes by, for one site, until it is taken back', async () => {
    const chat = await openChat({ sites: true, settings: { queueLimit: 50 } });
    const { settings } = chat.hub.options;
    const faults = {
      queueLimit: 1,
      closeTimerMs: 5,
      cap: 0,
      startFailed: 'StartError',
      notification: 'ErrorAgentDetails',
    };
    expect(JSON.parse((await change(chat, { session: 'one', ...faults })).text)).toEqual(faults);
    expect(settings('one')).toMatchObject({
      queueLimit: 1,
      closeTimerMs: 5,
      caps: { node: 0, customer: 3 },
      startFailed: 'StartError',
      notification: 'ErrorAgentDetails',
      agentFault: 'ErrorAgentDetails',
    });
    expect(settings('demo').queueLimit).toBe(50);
    await change(chat, { session: 'one', queueLimit: null, startFailed: null });
    expect(settings('one')).toMatchObject({ queueLimit: 50, closeTimerMs: 5 });
    expect(settings('one')).not.toHaveProperty('startFailed');
  });

  it('starts a site anew: no fault, and the hub forgets it', async () => {
    const chat = await openChat({ sites: true });
    await change(chat, { session: 'one', queueLimit: 1 });
    await chat.ask('/tetherfi/switch/reset', {
      method: 'POST',
      headers: { authorization },
      body: '{"session":"one"}',
    });
    expect(chat.hub.closed).toEqual(['site one']);
    expect(chat.hub.options.settings('one').queueLimit).toBe(100);
  });

  it('keeps faults over a restart, and tells the other nodes', async () => {
    const clock = virtualClock();
    const store = memoryStore();
    const [one, other] = [
      await openChat({ log: memoryLog({ clock, store }) }, { clock }),
      await openChat({ log: memoryLog({ clock, store }) }, { clock }),
    ];
    await change(one, { queueLimit: 7 });
    while (other.hub.options.settings('main').queueLimit !== 7) await other.ask('/healthz');
    await one.server.close();
    const again = await openChat({ log: memoryLog({ clock, store }) }, { clock });
    expect(again.hub.options.settings('main').queueLimit).toBe(7);
  });

  it('asks for a captcha, or doesn’t', async () => {
    const { chat, browser } = await withPage();
    const captcha = async () =>
      (JSON.parse((await browser.ask('/visit')).text) as { captcha: boolean }).captcha;
    expect(await captcha()).toBe(false);
    await change(chat, { captcha: true });
    expect(await captcha()).toBe(true);
  });
});

describe('a site that is offline', () => {
  it('T-183: cuts its customers’ sockets and answers 503, also to the health check; agents go on, and so do others', async () => {
    const { chat, browser, page } = await withPage();
    await change(chat, { offline: true });
    expect(await page.closed).toBe(1006);
    expect((await browser.ask('/visit')).status).toBe(503);
    expect((await browser.ask('/status')).status).toBe(503);
    expect((await browser.ask('/frames', { method: 'OPTIONS' })).status).toBe(503);
    await expect(browser.socket()).rejects.toThrow('503');
    expect((await chat.ask('/tetherfi/agent/login', { method: 'POST', body: '{}' })).status).toBe(400);
    await change(chat, { offline: null });
    expect((await browser.ask('/visit')).status).toBe(200);
  });
});

describe('a silent site', () => {
  it('lets nothing through either way, keeps the sockets, and goes on in order', async () => {
    const { chat, page, tell } = await withPage();
    await change(chat, { silent: true });
    tell(1);
    page.send({ t: 'open', n: 5 });
    tell(2);
    const asked = chat.ask('/tetherfi/livechat/visit');
    await chat.ask('/healthz');
    expect(page.frames.map(({ t }) => t)).toEqual(['welcome']);
    expect(chat.hub.asked.map(({ t }) => t)).toEqual(['hello']);
    await change(chat, { silent: false });
    await page.until(({ n }) => n === 5);
    expect(page.frames.map(({ t }) => t)).toEqual(['welcome', 'queue', 'queue', 'ok']);
    expect((await asked).status).toBe(200);
  });
});

describe('frames to customers', () => {
  it('come later by delayMs, in order, also when the delay changes', async () => {
    const { chat, page, tell } = await withPage();
    await change(chat, { delayMs: 500 });
    tell(1);
    await change(chat, { delayMs: null });
    tell(2);
    chat.clock.advance(499);
    await chat.ask('/healthz');
    expect(page.frames).toHaveLength(1);
    chat.clock.advance(1);
    await page.until(({ t, position }) => t === 'queue' && position === 2);
    expect(page.frames.slice(1)).toEqual([queue(1), queue(2)]);
  });

  it('come twice, and after half a one', async () => {
    const { chat, page, tell } = await withPage();
    await change(chat, { duplicate: 1, malformed: 1 });
    tell(1);
    tell(2);
    await page.until(() => page.frames.length === 5);
    expect(page.frames.slice(1)).toEqual([queue(1), queue(1), queue(2), queue(2)]);
    expect(page.broken).toHaveLength(2);
  });

  it('change places', async () => {
    const { chat, page, tell } = await withPage();
    await change(chat, { reorder: true });
    tell(1);
    tell(2);
    chat.clock.advance(20);
    await page.until(() => page.frames.length === 3);
    expect(page.frames.slice(1)).toEqual([queue(2), queue(1)]);
  });

  it('are lost only with their connection', async () => {
    const { chat, page, tell } = await withPage();
    await change(chat, { drop: 1 });
    tell(1);
    expect(await page.closed).toBe(1006);
    expect(page.frames).toHaveLength(1);
  });
});
