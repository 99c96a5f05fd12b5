import type { Session } from '../session/toSession.js';
import { startBackEnd, type BackEnd } from '../testing/backEnd.js';
import { openBrowser, type Browser, type Page } from '../testing/browser.js';
import { ada, connectedChat } from '../testing/chatting.js';
import { eventShapes } from './events.js';

const anyTime = expect.any(String);

async function threeChats(): Promise<{
  backEnd: BackEnd;
  browser: Browser;
  page: Page;
  sids: string[];
  pass: (ms?: number) => Promise<void>;
}> {
  const backEnd = startBackEnd();
  const browser = openBrowser(backEnd);
  const page = browser.page('multi');
  const pass = (ms = 50): Promise<void> => backEnd.clock.pass(ms);
  for (const id of ['one', 'two', 'three']) page.api.Start({}, '', id);
  await pass();
  const sids = backEnd.desk.chats().map(({ sid }) => sid);
  return { backEnd, browser, page, sids, pass };
}

test('T-189, T-191, P-25: Start has a client id last, and OnStartSuccess gives it, then the Sid', async () => {
  const { backEnd, page, sids } = await threeChats();
  expect(backEnd.desk.chats().map(({ clientId }) => clientId)).toEqual(['one', 'two', 'three']);
  expect(page.of('OnStartSuccess')).toEqual([
    ['one', sids[0]],
    ['two', sids[1]],
    ['three', sids[2]],
  ]);
});

test('T-190, P-25: events with a Sid give it after their documented arguments, then the client id', async () => {
  const { backEnd, page, sids, pass } = await threeChats();
  const sid = sids[1] ?? '';
  const { desk } = backEnd;
  page.told.length = 0;
  void page.api.SendMessage('out', sid, 'm1');
  await pass();
  desk.add(sid, { type: 'msg', by: 'a', msg: 'in', agent: ada }, 'e1');
  desk.tell(sid, { t: 'queue', sid, clientId: 'two', position: 4 });
  desk.tell(sid, { t: 'typing', sid, clientId: 'two', state: 0, name: 'Ada' });
  desk.add(sid, { type: 'app', by: 'a', data: 'form', agent: ada }, 'e2');
  desk.add(sid, { type: 'disconnect', agent: ada, how: 'leave', text: 'bye' });
  desk.tell(sid, { t: 'history', sid, clientId: 'two', chats: [] });
  desk.add(sid, { type: 'callback', by: 'a', ok: true });
  desk.add(sid, { type: 'notice', code: 'TimedOutInQueue' });
  desk.add(sid, { type: 'end', by: 'server' });
  await pass();
  expect(page.told.map(({ name, args }) => [name, ...args])).toEqual([
    ['OnEcho', 'out', sid, 'two', 'm1', 2, anyTime],
    ['OnMessageReceived', 'in', sid, 'two', 'e1', 3, anyTime, 'Ada'],
    ['OnCallQueued', 4, sid, 'two'],
    ['OnTypingStateChanged', 0, sid, 'two', 'Ada'],
    ['OnAppMessageReceived', 'Ada', 'form', sid, 'two', 'e2', 4, anyTime],
    ['OnConferenceUserLeft', 'Ada', 'bye', sid, 'two', 'a1', 5, anyTime],
    ['OnHistoryReceived', [], sid, 'two'],
    ['OnCallbackRequestStatus', false, true, sid, 'two'],
    ['OnSystemNotification', 'TimedOutInQueue', sid, 'two'],
    ['OnEnd', 'server', undefined, sid, 'two', 'server'],
  ]);
});

test('T-191, P-25: OnRemoteUserConnected gives the client id after its three arguments, then the Sid', async () => {
  const { backEnd, page, sids, pass } = await threeChats();
  const sid = sids[2] ?? '';
  backEnd.desk.add(sid, { type: 'connect', agent: ada, how: 'accept' });
  await pass();
  expect(page.of('OnRemoteUserConnected')).toEqual([['Ada', 'a1', sid, 'three', sid]]);
});

test('P-25: a start that fails before there is a chat has no Sid, but its client id', async () => {
  const { page, pass } = await threeChats();
  page.api.Start({}, '', 'two');
  await pass();
  expect(page.of('OnStartFailed')).toEqual([['AlreadyStartedAndInSession', undefined, 'two']]);
});

test('T-188: SendMessage, SendAppMessage and typing go to the chat of their Sid', async () => {
  const { backEnd, page, sids, pass } = await threeChats();
  void page.api.SendMessage('a', sids[2], 'm1');
  void page.api.SendAppMessage('kind', 1, sids[1], 'x1');
  page.api.NotifyTypingStateChange(0, sids[0]);
  await pass();
  expect(
    backEnd.desk.requests.flatMap((one) =>
      one.t === 'send' || one.t === 'app' || one.t === 'typing' ? [[one.t, one.sid]] : [],
    ),
  ).toEqual([
    ['send', sids[2]],
    ['app', sids[1]],
    ['typing', sids[0]],
  ]);
});

test('a message without a Sid is refused where there are several chats', async () => {
  const { backEnd, page, pass } = await threeChats();
  await Promise.all([
    expect(page.api.SendMessage('a')).rejects.toMatchObject({ code: 'NoSuchChat' }),
    pass(),
  ]);
  page.api.NotifyTypingStateChange(0);
  await pass();
  expect(backEnd.desk.requests.some(({ t }) => t === 'send' || t === 'typing')).toBe(false);
});

test('T-192, P-25: End and Close with a Sid are for that chat, without one for all', async () => {
  const { backEnd, page, sids, pass } = await threeChats();
  void page.api.End('first', sids[0]);
  page.api.Close(sids[1]);
  await pass();
  expect(backEnd.desk.chats().map(({ ended }) => ended)).toEqual([true, false, false]);
  expect(backEnd.desk.attached(page.id)).toEqual([sids[2]]);
  page.api.Open();
  await pass();
  void page.api.End('rest');
  await pass();
  expect(backEnd.desk.chats().map(({ ended }) => ended)).toEqual([true, true, true]);
  expect(page.of('OnEnd').map(([, reason, sid]) => [reason, sid])).toEqual([
    ['first', sids[0]],
    ['rest', sids[2]],
    ['rest', sids[1]],
  ]);
});

test('T-192, P-25: RequestCallback without a Sid asks in all chats of the page', async () => {
  const { backEnd, page, sids, pass } = await threeChats();
  await Promise.all([page.api.RequestCallback('+441'), pass()]);
  expect(backEnd.desk.requests.flatMap((one) => (one.t === 'callback' ? [one.sid] : []))).toEqual(sids);
});

test('T-187: Session is an array, each with its client id and Sid', async () => {
  const { browser, sids, pass } = await threeChats();
  const other = browser.page('multi');
  other.api.Open();
  await pass();
  const [sessions] = other.of('OnOpenSuccess')[0] as [Session[]];
  expect(sessions.map(({ clientId, sid, trans }) => [clientId, sid, trans])).toEqual([
    ['one', sids[0], []],
    ['two', sids[1], []],
    ['three', sids[2], []],
  ]);
});

test('P-25: with no chat, OnOpenFailed says NoSessionFound', async () => {
  const backEnd = startBackEnd();
  const page = openBrowser(backEnd).page('multi');
  page.api.Open();
  await backEnd.clock.pass(50);
  expect(page.of('OnOpenFailed')).toEqual([['NoSessionFound']]);
});

test('T-185: of three chats in one page each has its own messages and end', async () => {
  const { backEnd, page, sids, pass } = await threeChats();
  for (const sid of sids) void page.api.SendMessage(`to ${sid}`, sid);
  await pass();
  backEnd.desk.add(sids[0] ?? '', { type: 'end', by: 'agent' });
  void page.api.SendMessage('still', sids[1]);
  await pass();
  expect(page.of('OnEcho').map(([msg, sid]) => [msg, sid])).toEqual([
    ...sids.map((sid) => [`to ${sid}`, sid]),
    ['still', sids[1]],
  ]);
});

test('P-25: a page with one chat opens the one without a client id, and leaves the others alone', async () => {
  const { backEnd, browser, sids, pass } = await threeChats();
  const single = browser.page('single');
  single.api.Start({});
  await pass();
  const own = backEnd.desk.chats()[3]?.sid;
  const other = browser.page('single');
  other.api.Open();
  await pass();
  expect(other.of('OnOpenSuccess')).toEqual([[expect.objectContaining({ sid: own })]]);
  expect(backEnd.desk.attached(other.id)).toEqual([own]);
  expect(sids).not.toContain(own);
});

test('T-188, P-7: with one chat, the second argument of SendMessage is the id', async () => {
  const { page, pass } = await connectedChat();
  void page.api.SendMessage('a', 'mine');
  await pass();
  expect(page.of('OnEcho')[0]?.[1]).toBe('mine');
});

test('T-190, P-25: no event loses a value in either mode', () => {
  for (const shape of Object.values(eventShapes)) {
    const values = (list: readonly unknown[]): unknown[] => list.filter((one) => typeof one === 'number');
    expect(values(shape.multi)).toEqual(values(shape.single));
  }
});
