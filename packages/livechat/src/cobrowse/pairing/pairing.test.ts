import { virtualClock } from '../../testing/virtualClock.js';
import { fakePort, type FakePort } from '../testing/fakePort.js';
import { guestPort } from './guest.js';
import { hostPairing } from './host.js';
import { readToGuest, readToHost, written } from './messages.js';
import { readOrigins, windowWire } from './wires.js';

type Hear = (data: unknown, reply: (text: string) => void) => void;

function paired() {
  const clock = virtualClock();
  const hosts = new Set<Hear>();
  const posted: string[] = [];
  let hears: (data: unknown) => void = () => undefined;
  let away = false;
  const reported: unknown[] = [];
  const told: unknown[] = [];
  const chatPage = (page: string): FakePort => {
    const fake = fakePort(clock);
    fake.page = page;
    hostPairing({
      clock,
      port: fake.port,
      tell: (...args) => told.push(args),
      wires: [
        {
          listen(hear) {
            hosts.add(hear);
            return () => void hosts.delete(hear);
          },
        },
      ],
    });
    return fake;
  };
  const chat = chatPage('page1');
  const api: Record<string, unknown> = {};
  const post = (text: string): void => {
    posted.push(text);
    if (!away) for (const hear of [...hosts]) hear(text, (answer) => hears(answer));
  };
  const { port, ended } = guestPort({
    clock,
    guest: 'guest1',
    api,
    post,
    listen: (hear) => void (hears = hear),
    report: (error) => reported.push(error),
  });
  return {
    clock,
    chat,
    chatPage,
    hosts,
    posted,
    port,
    ended,
    api,
    told,
    reported,
    hear: (data: unknown) => hears(data),
    post,
    leave: (gone: boolean) => (away = gone),
  };
}

const ask = { step: 'ask', kind: 'cobr', wants: { dom: true } } as const;

test('T-118: a window without livechat.js works in the chat of the window that has it', async () => {
  const { clock, chat, port, ended, told } = paired();
  const seen: unknown[] = [];
  port.onSignal((signal) => seen.push(signal));
  expect(port.up).toBe(true);
  expect(port.page).toBe('page1');
  await port.step('sid1', 'abcd1234', ask);
  expect(chat.steps).toEqual([ask]);
  chat.agent({ step: 'take' });
  expect(port.chats()).toMatchObject([
    { sid: 'sid1', connected: true, media: { cobr: { state: 'on', agent: { seat: 'seat1' } } } },
  ]);
  expect(port.signal('sid1', 'abcd1234', 'seat1', { k: 'ev', s: 1, e: [1] })).toBe(true);
  expect(chat.sent).toEqual([{ to: 'seat1', data: { k: 'ev', s: 1, e: [1] } }]);
  chat.says({ k: 'whole' });
  expect(seen).toEqual([{ sid: 'sid1', media: 'abcd1234', from: 'seat1', data: { k: 'whole' } }]);
  expect(await port.ice()).toEqual([{ urls: ['stun:server.example'] }]);
  port.slog('warn', 'StartCobr', 'text');
  expect(chat.logged).toEqual(['warn StartCobr text']);
  ended('sid1', 'abcd1234');
  expect(told).toEqual([['sid1', 'cobrowse.ended', { media: 'abcd1234' }]]);
  await port.step('sid1', 'abcd1234', { step: 'end', why: 'hung-up' });
  expect(port.chats()[0]?.media.cobr).toMatchObject({ state: 'ended', endedBy: 'c', why: 'hung-up' });
  await clock.pass(1);
});

test('T-118: a refusal of the server reaches the other window', async () => {
  const { chat, port } = paired();
  chat.refuse = 'NotConnected';
  await expect(port.step('sid1', 'abcd1234', ask)).rejects.toMatchObject({ code: 'NotConnected' });
});

test('T-118: the other window may work on its own sessions alone', async () => {
  const { chat, post, port, told } = paired();
  const base = { guest: 'guest1', host: 'page1', sid: 'sid1', media: 'other123' } as const;
  post(written({ ...base, t: 'signal', to: 'seat1', data: { k: 'beat' } }));
  post(written({ ...base, t: 'ended' }));
  post(written({ ...base, guest: 'stranger', t: 'signal', to: 'seat1', data: { k: 'beat' } }));
  await expect(port.step('sid1', 'other123', { step: 'end', why: 'hung-up' })).rejects.toMatchObject({
    code: 'Forbidden',
  });
  expect(chat.sent).toEqual([]);
  expect(chat.steps).toEqual([]);
  expect(told).toEqual([]);
});

test('T-118: the chat page is loaded anew: the line breaks, and goes on with the next page', async () => {
  const { clock, chat, chatPage, port } = paired();
  const links: [boolean, string][] = [];
  port.onLink((up) => links.push([up, port.page]));
  chat.shown = false;
  chat.link(false);
  expect(port.chats()).toMatchObject([{ sid: 'sid1', connected: true }]);
  chatPage('page2');
  await clock.pass(5_000);
  expect(links).toEqual([
    [false, 'page1'],
    [true, 'page2'],
  ]);
});

test('T-118: a chat page that is gone is noticed, and so is its return', async () => {
  const { clock, leave, port } = paired();
  const links: boolean[] = [];
  port.onLink((up) => links.push(up));
  leave(true);
  await clock.pass(21_000);
  expect(links).toEqual([false]);
  expect(port.signal('sid1', 'abcd1234', 'seat1', { k: 'beat' })).toBe(false);
  leave(false);
  await clock.pass(5_000);
  expect(links).toEqual([false, true]);
});

test('T-118: a full line is told to the other window, and that it is empty again', async () => {
  const { clock, chat, port } = paired();
  await port.step('sid1', 'abcd1234', ask);
  chat.bytes = 300_000;
  port.signal('sid1', 'abcd1234', 'seat1', { k: 'ev', s: 1, e: [] });
  expect(port.buffered()).toBe(300_000);
  chat.bytes = 10;
  await clock.pass(200);
  expect(port.buffered()).toBe(10);
});

test('the chat page listens only while it shows a chat', () => {
  const { chat, hosts } = paired();
  expect(hosts.size).toBe(1);
  chat.shown = false;
  chat.chatEnds();
  expect(hosts.size).toBe(0);
});

test('what is no message of the pairing is not heard, at either side', () => {
  const junk: unknown[] = [
    undefined,
    7,
    '',
    '{',
    '{}',
    { offhook: 'cobrowse/1', t: 'hello', guest: 'g' },
    JSON.stringify({ offhook: 'cobrowse/2', t: 'hello', guest: 'g' }),
    JSON.stringify({ offhook: 'cobrowse/1', t: 'hello' }),
    JSON.stringify({
      offhook: 'cobrowse/1',
      t: 'step',
      guest: 'g',
      host: 'h',
      n: 1,
      sid: 's',
      media: 'm',
      step: { step: 'ask', kind: 'av' },
    }),
    JSON.stringify({
      offhook: 'cobrowse/1',
      t: 'signal',
      guest: 'g',
      host: 'h',
      sid: 's',
      media: 'm',
      to: 't',
      data: { k: 'eval' },
    }),
    JSON.stringify({
      offhook: 'cobrowse/1',
      t: 'slog',
      guest: 'g',
      host: 'h',
      type: 'fatal',
      unit: 'u',
      msg: 'm',
    }),
    JSON.stringify({ offhook: 'cobrowse/1', t: 'no', guest: 'g', host: 'h', n: -1, code: 'x' }),
  ];
  expect(junk.map(readToHost)).toEqual(junk.map(() => undefined));
  expect(junk.map(readToGuest)).toEqual(junk.map(() => undefined));
});

test('T-118: windows of other origins are heard only where their origin is named, exactly', () => {
  const listeners: ((event: object) => void)[] = [];
  const window = {
    addEventListener: (_name: string, listener: (event: object) => void) => listeners.push(listener),
    removeEventListener: () => undefined,
  } as unknown as Window;
  const heard: unknown[] = [];
  const posted: unknown[] = [];
  windowWire(window, ['https://shop.example']).listen((data, reply) => {
    heard.push(data);
    reply('answer');
  });
  const source = { closed: false, postMessage: (...args: unknown[]) => posted.push(args) };
  for (const origin of ['https://shop.example', 'https://shop.example.evil', 'http://shop.example', 'null'])
    listeners[0]?.({ data: origin, origin, source });
  expect(heard).toEqual(['https://shop.example']);
  expect(posted).toEqual([['answer', 'https://shop.example']]);
  expect(
    readOrigins(
      ' https://shop.example,https://a.example/,https://b.example/path, *,null,http://c.example:8080',
    ),
  ).toEqual(['https://shop.example', 'https://a.example', 'http://c.example:8080']);
  expect(readOrigins(null)).toEqual([]);
});
