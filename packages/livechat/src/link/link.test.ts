import { startBackEnd } from '../testing/backEnd.js';
import { openBrowser } from '../testing/browser.js';
import { ada, connectedChat } from '../testing/chatting.js';
import { backOff } from './backOff.js';

const flat = (told: readonly { name: string; args: readonly unknown[] }[]): unknown[][] =>
  told.map(({ name, args }) => [name, ...args]);

test('P-10: a loss of less than nine seconds tells nothing, and no message is missed', async () => {
  const { backEnd, page, sid, pass } = await connectedChat();
  backEnd.network.down = true;
  backEnd.cut();
  backEnd.desk.add(sid, { type: 'msg', by: 'a', msg: 'one', agent: ada });
  backEnd.desk.add(sid, { type: 'msg', by: 'a', msg: 'two', agent: ada });
  await pass(2_000);
  backEnd.network.down = false;
  await pass(5_500);
  expect(page.of('OnMessageReceived').map(([msg]) => msg)).toEqual(['one', 'two']);
  expect(page.of('OnServerStateChanged')).toEqual([]);
});

test('T-168, T-169, P-10: a loss of more is offline once and online once, then what was missed', async () => {
  const { backEnd, page, sid, pass } = await connectedChat();
  backEnd.network.down = true;
  backEnd.cut();
  await pass(120_000);
  backEnd.desk.add(sid, { type: 'msg', by: 'a', msg: 'one', agent: ada });
  backEnd.network.down = false;
  await pass(6_000);
  expect(flat(page.told).map((told) => told.slice(0, 2))).toEqual([
    ['OnServerStateChanged', 'offline'],
    ['OnServerStateChanged', 'online'],
    ['OnMessageReceived', 'one'],
  ]);
});

test('T-147, T-170, P-10: a chat that is gone: online, then OnEnd by lib, in one task', async () => {
  const { backEnd, page, sid, pass } = await connectedChat();
  backEnd.network.down = true;
  backEnd.cut();
  await pass(20_000);
  backEnd.desk.forget(sid);
  backEnd.network.down = false;
  await pass(6_000);
  expect(flat(page.told)).toEqual([
    ['OnServerStateChanged', 'offline'],
    ['OnServerStateChanged', 'online'],
    ['OnEnd', 'lib', 'SessionLostWhileOffline', undefined],
  ]);
  expect(page.told[1]?.task).toBe(page.told[2]?.task);
});

test.each(['entries', 'gone'] as const)(
  'T-147, P-10: a chat that an agent ended while the page was offline ends by lib (told as %s)',
  async (endedAs) => {
    const { backEnd, page, sid, pass } = await connectedChat();
    backEnd.desk.endedAs = endedAs;
    backEnd.network.down = true;
    backEnd.cut();
    await pass(20_000);
    backEnd.desk.add(sid, { type: 'end', by: 'agent' });
    backEnd.network.down = false;
    await pass(6_000);
    expect(page.of('OnEnd')).toEqual([['lib', 'SessionLostWhileOffline', undefined]]);
  },
);

test('T-145, P-10: one that ended in a loss too short to be told ends by the server', async () => {
  const { backEnd, page, sid, pass } = await connectedChat();
  backEnd.cut();
  backEnd.desk.add(sid, { type: 'end', by: 'agent' });
  await pass(3_000);
  expect(flat(page.told)).toEqual([['OnEnd', 'server', undefined, 'agent']]);
});

test('P-10: a server that is never reached is offline nine seconds after it was first wanted', async () => {
  const backEnd = startBackEnd();
  backEnd.network.down = true;
  const page = openBrowser(backEnd).page();
  page.api.Open();
  await backEnd.clock.pass(60_000);
  expect(page.told).toEqual([
    expect.objectContaining({ name: 'OnServerStateChanged', args: ['offline'], at: 9_000 }),
  ]);
});

test('P-10: a half-open connection is replaced, and the page hears what it missed', async () => {
  const { backEnd, page, sid, pass } = await connectedChat();
  const sockets = backEnd.opened.sockets;
  backEnd.silent(true);
  backEnd.desk.add(sid, { type: 'msg', by: 'a', msg: 'one', agent: ada });
  await pass(15_000);
  backEnd.silent(false);
  await pass(15_000);
  expect(page.of('OnServerStateChanged')).toEqual([['offline'], ['online']]);
  expect(page.of('OnMessageReceived').map(([msg]) => msg)).toEqual(['one']);
  expect(backEnd.opened.sockets).toBeGreaterThan(sockets);
});

test('P-10: while all is well the server is asked every three seconds', async () => {
  const { backEnd, page, pass } = await connectedChat();
  backEnd.desk.requests.length = 0;
  await pass(30_000);
  expect(backEnd.desk.requests.map(({ t }) => t)).toEqual(Array.from({ length: 10 }, () => 'ping'));
  expect(page.told).toEqual([]);
});

test('a page that waits to try again tries at once when it is looked at', async () => {
  const { backEnd, page, sid, pass } = await connectedChat();
  backEnd.network.down = true;
  backEnd.cut();
  await pass(60_000);
  backEnd.network.down = false;
  backEnd.desk.add(sid, { type: 'msg', by: 'a', msg: 'one', agent: ada });
  page.lifecycle.wake();
  await pass(20);
  expect(page.of('OnMessageReceived')).toHaveLength(1);
});

test('a frame that is none changes nothing; the right one after it counts', async () => {
  const { backEnd, page, sid, pass } = await connectedChat();
  backEnd.network.fate = () => 'junk';
  backEnd.desk.add(sid, { type: 'msg', by: 'a', msg: 'one', agent: ada });
  await pass();
  expect(page.names()).toEqual(['OnMessageReceived']);
});

test('entries that are swapped are put in order; ones that come twice are shown once', async () => {
  const { backEnd, page, sid, pass } = await connectedChat();
  const fates = ['swap', 'twice', 'twice', 'pass'] as const;
  let count = 0;
  backEnd.network.fate = () => fates[count++ % 4] ?? 'pass';
  for (const msg of ['1', '2', '3', '4']) backEnd.desk.add(sid, { type: 'msg', by: 'a', msg, agent: ada });
  await pass();
  expect(page.of('OnMessageReceived').map(([msg]) => msg)).toEqual(['1', '2', '3', '4']);
});

test('an entry that does not come is asked for again; one that nobody has holds nothing up for ever', async () => {
  const { backEnd, page, sid, pass } = await connectedChat();
  const chat = backEnd.desk.chats()[0]!;
  backEnd.desk.tell(sid, {
    t: 'entries',
    sid,
    entries: [{ type: 'msg', by: 'a', msg: 'far', seq: 9, id: 'e9', time: '2026-01-05T12:00:00.000Z' }],
  });
  await pass(100);
  expect(page.told).toEqual([]);
  const hellos = (): number => backEnd.desk.requests.filter(({ t }) => t === 'hello').length;
  const before = hellos();
  await pass(2_000);
  expect(hellos()).toBe(before + 1);
  expect(chat.log).toHaveLength(2);
  await pass(5_000);
  expect(page.of('OnMessageReceived').map(([msg]) => msg)).toEqual(['far']);
});

test('two sockets that come to nothing, and the page goes over plain HTTP', async () => {
  const backEnd = startBackEnd();
  backEnd.network.sockets = false;
  const browser = openBrowser(backEnd);
  const page = browser.page();
  const pass = (ms: number): Promise<void> => backEnd.clock.pass(ms);
  page.api.Start({});
  await pass(5_000);
  expect(page.names()).toEqual(['OnStartSuccess', 'OnCallQueued']);
  expect(backEnd.opened).toEqual({ sockets: 2, streams: 1 });
  const sid = backEnd.desk.chats()[0]?.sid ?? '';
  backEnd.desk.add(sid, { type: 'msg', by: 'a', msg: 'in', agent: ada });
  for (const text of ['a', 'b', 'c']) void page.api.SendMessage(text);
  await pass(100);
  expect(page.of('OnMessageReceived').map(([msg]) => msg)).toEqual(['in']);
  expect(page.of('OnEcho').map(([msg]) => msg)).toEqual(['a', 'b', 'c']);
  await pass(60_000);
  expect(page.of('OnServerStateChanged')).toEqual([]);
});

test('over plain HTTP a loss is made good, and a socket is tried again first', async () => {
  const backEnd = startBackEnd();
  backEnd.network.sockets = false;
  const page = openBrowser(backEnd).page();
  page.api.Start({});
  await backEnd.clock.pass(5_000);
  const sid = backEnd.desk.chats()[0]?.sid ?? '';
  backEnd.cut();
  backEnd.desk.add(sid, { type: 'msg', by: 'a', msg: 'missed', agent: ada });
  await backEnd.clock.pass(5_000);
  expect(page.of('OnMessageReceived').map(([msg]) => msg)).toEqual(['missed']);
  expect(backEnd.opened).toEqual({ sockets: 3, streams: 2 });
});

test('P-1: over plain HTTP a token that was used up is replaced, and the request goes out again', async () => {
  const backEnd = startBackEnd();
  backEnd.network.sockets = false;
  const browser = openBrowser(backEnd);
  const page = browser.page();
  page.api.Start({});
  await backEnd.clock.pass(5_000);
  backEnd.spendToken(browser.jar.cookie ?? '');
  const sent = page.api.SendMessage('a');
  await backEnd.clock.pass(100);
  await expect(sent).resolves.toMatchObject({ seq: 2 });
});

test('over plain HTTP a request that the server finds wrong is refused alone', async () => {
  const backEnd = startBackEnd();
  backEnd.network.sockets = false;
  const page = openBrowser(backEnd).page();
  page.api.Start({});
  await backEnd.clock.pass(5_000);
  backEnd.network.status.set('frames', 413);
  const sent = page.api.SendMessage('a');
  await backEnd.clock.pass(100);
  await expect(sent).rejects.toMatchObject({ code: 'Code413' });
  expect(backEnd.opened.streams).toBe(1);
});

test('attempts are spread between half a second and five', () => {
  const waits = (random: number): number[] =>
    [0, 1, 2, 3, 4, 40].map((failures) => backOff(failures, random));
  expect(waits(0)).toEqual([500, 500, 500, 500, 500, 500]);
  expect(waits(1)).toEqual([1_000, 2_000, 4_000, 5_000, 5_000, 5_000]);
});

test('a page that did nothing has made no request, and has no timer', async () => {
  const backEnd = startBackEnd();
  openBrowser(backEnd).page();
  expect(backEnd.clock.pending).toBe(0);
  await backEnd.clock.pass(60_000);
  expect(backEnd.http).toEqual([]);
});
