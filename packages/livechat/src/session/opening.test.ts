import type { StartCode } from '../index.js';
import { startBackEnd, type BackEnd } from '../testing/backEnd.js';
import { openBrowser, type Browser } from '../testing/browser.js';
import { ada, connectedChat } from '../testing/chatting.js';

let backEnd: BackEnd;
let browser: Browser;
const pass = (ms = 50): Promise<void> => backEnd.clock.pass(ms);

beforeEach(() => {
  backEnd = startBackEnd();
  browser = openBrowser(backEnd);
});

const starts = (): unknown[] =>
  backEnd.desk.requests.flatMap((request) => (request.t === 'start' ? [request] : []));

test('P-4: without a live chat, Open says NoSessionFound and Start works', async () => {
  const page = browser.page();
  page.api.Open();
  await pass();
  expect(page.told.map(({ name, args }) => [name, ...args])).toEqual([['OnOpenFailed', 'NoSessionFound']]);
  page.api.Start({ eCustName: 'Ann' }, 'history');
  await pass();
  expect(page.names().slice(1)).toEqual(['OnStartSuccess', 'OnCallQueued']);
});

test('T-63: Start sends the details and the history of the virtual agent', async () => {
  browser.page().api.Start({ eCustName: 'Ann' }, 'said before');
  await pass();
  expect(starts()).toEqual([
    expect.objectContaining({
      bot: 'said before',
      details: expect.objectContaining({ eCustDetails: { eCustName: 'Ann' }, lib: 'web' }),
    }),
  ]);
});

test('P-2: a string of details goes to the server as it is', async () => {
  browser.page().api.Start('eyJ.opaque.text', '');
  await pass();
  expect(starts()).toEqual([expect.objectContaining({ details: 'eyJ.opaque.text' })]);
});

test('T-127, T-161: OnStartSuccess comes first, and OnCallQueued right after it', async () => {
  const page = browser.page();
  page.api.Start({});
  await pass();
  const sid = backEnd.desk.chats()[0]?.sid;
  expect(page.told.map(({ name, args }) => [name, ...args])).toEqual([
    ['OnStartSuccess', undefined, sid],
    ['OnCallQueued', 1, sid],
  ]);
});

test('P-12: the place in the queue is told again when it changes, and only then', async () => {
  const page = browser.page();
  page.api.Start({});
  await pass();
  const sid = backEnd.desk.chats()[0]?.sid ?? '';
  for (const position of [1, 3, 3, 2]) backEnd.desk.tell(sid, { t: 'queue', sid, position });
  await pass();
  expect(page.of('OnCallQueued').map(([position]) => position)).toEqual([1, 3, 2]);
});

test('P-12: a chat that waits again after its agent left is told its place again', async () => {
  const { backEnd: server, page, sid, pass: wait } = await connectedChat();
  server.desk.add(sid, { type: 'disconnect', agent: ada, how: 'leave' });
  server.desk.tell(sid, { t: 'queue', sid, position: 1 });
  await wait();
  expect(page.names()).toEqual(['OnConferenceUserLeft', 'OnCallQueued']);
});

test('T-161, P-12: a page that opened the chat is never told a place in the queue', async () => {
  browser.page().api.Start({});
  await pass();
  const other = browser.page();
  other.api.Open();
  await pass();
  const sid = backEnd.desk.chats()[0]?.sid ?? '';
  backEnd.desk.tell(sid, { t: 'queue', sid, position: 2 });
  await pass();
  expect(other.names()).toEqual(['OnOpenSuccess']);
});

test.each<StartCode>([
  'StartError',
  'ServerInternalConnectivityError',
  'AlreadyStartedAndInSession',
  'CookiesDisabled',
  'UnOpenedSessionPerformedStart',
  'CaptchaDoesNotMatch',
  'CaptchaNotFound',
  'CaptchaIsEmpty',
  'MaxConcurrentSessionCountReached',
  'AlreadyEndedSession',
])('T-128: the server refuses a start with %s', async (code) => {
  backEnd.desk.startFailed = code;
  const page = browser.page();
  page.api.Start({});
  await pass();
  expect(page.told.map(({ name, args }) => [name, ...args])).toEqual([['OnStartFailed', code]]);
});

test('T-131, P-4: a page that shows the chat cannot start another, and may open it again', async () => {
  const page = browser.page();
  page.api.Start({});
  await pass();
  page.told.length = 0;
  page.api.Start({});
  page.api.Open();
  await pass();
  expect(page.names()).toEqual(['OnStartFailed', 'OnOpenSuccess']);
  expect(page.of('OnStartFailed')).toEqual([['AlreadyStartedAndInSession']]);
});

test('T-133, P-4: a page that did not open the live chat cannot start', async () => {
  browser.page().api.Start({});
  await pass();
  const other = browser.page();
  other.api.Start({});
  await pass();
  expect(other.of('OnStartFailed')).toEqual([['UnOpenedSessionPerformedStart']]);
  other.api.Open();
  await pass();
  expect(other.names()).toEqual(['OnStartFailed', 'OnOpenSuccess']);
});

test('P-4: of two pages that start at once one wins, and the other is told to open', async () => {
  const pages = [browser.page(), browser.page()];
  for (const page of pages) page.api.Start({});
  await pass();
  const results = pages.map((page) => page.told.filter(({ name }) => name.startsWith('OnStart')));
  expect(results.map((told) => told.map(({ name }) => name)).sort()).toEqual([
    ['OnStartFailed'],
    ['OnStartSuccess'],
  ]);
  expect(pages.flatMap((page) => page.of('OnStartFailed'))).toEqual([['UnOpenedSessionPerformedStart']]);
});

test.each([
  ['SendMessage', ['hello']],
  ['SendAppMessage', ['kind', { a: 1 }]],
  ['End', ['why']],
  ['NotifyTypingStateChange', [0]],
] as const)(
  'T-160, P-4: %s from a page that has not opened the chat is refused by its event',
  async (name, args) => {
    browser.page().api.Start({});
    await pass();
    const other = browser.page();
    const done: unknown = Reflect.apply(other.api[name] as () => unknown, other.api, args);
    await pass();
    expect(other.told.map((one) => [one.name, ...one.args])).toEqual([
      ['OnInternalServerError', 'UnOpenedSessionNotAllowed'],
    ]);
    if (done !== undefined) await expect(done).rejects.toMatchObject({ code: 'UnOpenedSessionNotAllowed' });
  },
);

test('P-4: where no chat is live, a message is refused without an event', async () => {
  const page = browser.page();
  const sent = page.api.SendMessage('hello');
  page.api.NotifyTypingStateChange(0);
  await pass();
  await expect(sent).rejects.toMatchObject({ code: 'NoSuchChat' });
  expect(page.told).toEqual([]);
});

test('T-159: a fault that nobody asked for is told by its code', async () => {
  const { page, backEnd: server, browser: own, pass: wait } = await connectedChat();
  server.desk.tellWeb(own.jar.cookie ?? '', { t: 'fault', code: 'InternalServerError' });
  await wait();
  expect(page.of('OnInternalServerError')).toEqual([['InternalServerError']]);
});

test('T-138, T-143, P-6: a page that never saw the end gets AlreadyEndedSession once, then may start', async () => {
  browser.page().api.Start({});
  await pass();
  backEnd.desk.add(backEnd.desk.chats()[0]?.sid ?? '', { type: 'end', by: 'server' });
  const late = browser.page();
  late.api.Open();
  await pass();
  late.api.Open();
  await pass();
  expect(late.of('OnOpenFailed')).toEqual([['AlreadyEndedSession'], ['NoSessionFound']]);
  late.api.Start({});
  await pass();
  expect(late.of('OnStartSuccess')).toHaveLength(1);
});

test('T-54, T-59, T-139: Session has the records in the order of the log, encoded', async () => {
  const { backEnd: server, browser: own, sid, page, pass: wait } = await connectedChat();
  void page.api.SendMessage('100 % sure + \u00e9', 'm1');
  await wait();
  server.desk.add(sid, { type: 'msg', by: 'a', msg: 'Hi', agent: ada });
  server.desk.add(sid, {
    type: 'file',
    by: 'a',
    file: { id: 'f', name: 'a.pdf', size: 3, type: 'x/y' },
    agent: ada,
  });
  server.desk.add(sid, { type: 'disconnect', agent: ada, how: 'leave' });
  const other = own.page();
  other.api.Open();
  await wait();
  const time = expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
  expect(other.of('OnOpenSuccess')).toEqual([
    [
      {
        trans: [
          { type: 'connect', id: ada.id, name: ada.name, time },
          { type: 'msg', by: 'c', msg: '100%20%25%20sure%20%2B%20%C3%A9', time, id: 'm1', seq: 3 },
          { type: 'msg', by: 'a', msg: 'Hi', time, id: expect.any(String), seq: 4, name: 'Ada' },
          { type: 'disconnect', id: ada.id, name: ada.name, time },
        ],
        sid,
        seq: 6,
        files: [
          expect.objectContaining({ fileName: 'a.pdf', fileSize: 3, fileType: 'x/y', by: 'a', seq: 5 }),
        ],
        apps: [],
      },
    ],
  ]);
});

test('T-55, T-58, P-8: agents are absent before one came, then have the index of their own record', async () => {
  const waiting = browser.page();
  waiting.api.Start({});
  await pass();
  const sid = backEnd.desk.chats()[0]?.sid ?? '';
  waiting.api.Open();
  await pass();
  void waiting.api.SendMessage('one');
  await pass();
  void waiting.api.SendMessage('two');
  await pass();
  backEnd.desk.add(sid, { type: 'connect', agent: ada, how: 'accept' });
  waiting.api.Open();
  await pass();
  const [before, after] = waiting.of('OnOpenSuccess').map(([session]) => session as object);
  expect(before).not.toHaveProperty('agents');
  expect(after).toHaveProperty('agents', [{ name: 'Ada', id: 'a1', index: 2 }]);
});

test('P-11: a page that opens gets the past with its Session, and no events of it', async () => {
  const { backEnd: server, browser: own, sid, pass: wait } = await connectedChat();
  server.desk.add(sid, { type: 'msg', by: 'a', msg: 'before', agent: ada });
  const late = own.page();
  late.api.Open();
  await wait();
  server.desk.add(sid, { type: 'msg', by: 'a', msg: 'after', agent: ada });
  await wait();
  expect(late.names()).toEqual(['OnOpenSuccess', 'OnMessageReceived']);
  expect(late.of('OnMessageReceived')[0]?.[0]).toBe('after');
});

test('T-69, T-194, P-5: Close leaves without an end; the next page opens with everything', async () => {
  const { backEnd: server, browser: own, page, sid, pass: wait } = await connectedChat();
  page.api.Close();
  await wait();
  expect(server.desk.attached(page.id)).toEqual([]);
  server.desk.add(sid, { type: 'msg', by: 'a', msg: 'meanwhile', agent: ada });
  await wait();
  expect(page.told).toEqual([]);
  const next = own.page();
  next.api.Open();
  await wait();
  expect(next.of('OnOpenSuccess')).toHaveLength(1);
  page.api.Open();
  await wait();
  expect(page.names()).toEqual(['OnOpenSuccess']);
});

test('Close where there is nothing to leave asks nobody', async () => {
  browser.page().api.Close();
  await pass(10_000);
  expect(backEnd.http).toEqual([]);
});

test('P-6: a start whose answer was lost with its connection is not made twice', async () => {
  const page = browser.page();
  page.api.Open();
  await pass();
  backEnd.network.fate = (frame) => (frame.t === 'ok' && 'sid' in frame ? 'cut' : 'pass');
  page.api.Start({});
  await pass();
  backEnd.network.fate = () => 'pass';
  await pass(2_000);
  expect(page.names()).toEqual(['OnOpenFailed', 'OnStartSuccess']);
  expect(backEnd.desk.chats()).toHaveLength(1);
  const sid = backEnd.desk.chats()[0]?.sid ?? '';
  backEnd.desk.add(sid, { type: 'connect', agent: ada, how: 'accept' });
  await pass();
  expect(page.of('OnRemoteUserConnected')).toEqual([['Ada', 'a1', sid]]);
});

test('T-130: a server that cannot be reached refuses a start, and does not make it later', async () => {
  backEnd.network.down = true;
  const page = browser.page();
  page.api.Start({});
  await pass(9_000);
  expect(page.of('OnStartFailed')).toEqual([['ServerInternalConnectivityError']]);
  backEnd.network.down = false;
  await pass(10_000);
  expect(starts()).toEqual([]);
});

test('P-3: a network that is away is not taken for blocked cookies: Open waits for it', async () => {
  backEnd.network.down = true;
  const page = browser.page();
  page.api.Open();
  await pass(8_000);
  expect(page.told).toEqual([]);
  backEnd.network.down = false;
  await pass(6_000);
  expect(page.of('OnOpenFailed')).toEqual([['NoSessionFound']]);
});
