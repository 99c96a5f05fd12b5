import { watchPage, type PageEvents } from '../boot/watchPage.js';
import { startBackEnd } from '../testing/backEnd.js';
import { openBrowser } from '../testing/browser.js';
import { ada, connectedChat } from '../testing/chatting.js';

test('T-69, T-197, P-5: a page that is left closes by itself, with a beacon that carries the token', async () => {
  const { backEnd, browser, page, sid, pass } = await connectedChat();
  page.lifecycle.leave();
  await pass();
  expect(backEnd.beacons).toEqual([
    {
      url: `https://chat.example/tetherfi/livechat/close?page=${page.id}`,
      body: `token-${browser.jar.cookie}-0`,
    },
  ]);
  expect(backEnd.desk.attached(page.id)).toEqual([]);
  expect(backEnd.desk.chats()[0]).toMatchObject({ sid, ended: false });
});

test('P-5: with autoClose false nothing is closed', async () => {
  const { backEnd, page, sid, pass } = await connectedChat();
  page.api.autoClose = false;
  page.lifecycle.leave();
  await pass();
  expect(backEnd.beacons).toEqual([]);
  expect(backEnd.desk.attached(page.id)).toEqual([sid]);
});

test('P-5: a page without a chat has nothing to close', async () => {
  const backEnd = startBackEnd();
  const page = openBrowser(backEnd).page();
  page.api.Open();
  await backEnd.clock.pass(50);
  page.lifecycle.leave();
  expect(backEnd.beacons).toEqual([]);
});

test('P-5: a Close that may not have arrived is said again by the beacon', async () => {
  const { backEnd, page } = await connectedChat();
  page.api.Close();
  page.lifecycle.leave();
  expect(backEnd.beacons).toHaveLength(1);
});

test('T-195, T-198, P-5: a page that comes back from the cache opens again, with nothing missed or told twice', async () => {
  const { backEnd, page, sid, pass } = await connectedChat();
  page.lifecycle.leave();
  await pass(5_000);
  backEnd.desk.add(sid, { type: 'msg', by: 'a', msg: 'meanwhile', agent: ada });
  page.lifecycle.back();
  await pass();
  expect(page.names()).toEqual(['OnOpenSuccess']);
  expect(page.of('OnOpenSuccess')).toEqual([
    [
      expect.objectContaining({
        sid,
        trans: [expect.anything(), expect.objectContaining({ msg: 'meanwhile' })],
      }),
    ],
  ]);
});

test('P-6: a chat that ended while its page was in the cache is told as AlreadyEndedSession', async () => {
  const { backEnd, page, sid, pass } = await connectedChat();
  page.lifecycle.leave();
  await pass(5_000);
  backEnd.desk.add(sid, { type: 'end', by: 'server' });
  page.lifecycle.back();
  await pass();
  expect(page.of('OnOpenFailed')).toEqual([['AlreadyEndedSession']]);
});

test('P-5: with autoClose false a page from the cache goes on where it was', async () => {
  const { backEnd, page, sid, pass } = await connectedChat();
  page.api.autoClose = false;
  page.lifecycle.leave();
  await pass(5_000);
  backEnd.desk.add(sid, { type: 'msg', by: 'a', msg: 'meanwhile', agent: ada });
  page.lifecycle.back();
  await pass();
  expect(page.names()).toEqual(['OnMessageReceived']);
});

test('a page that is left has no timer and no connection, and tells nothing more', async () => {
  const { backEnd, page, pass } = await connectedChat();
  const open = [page.api.SendMessage('a'), page.api.End('b')];
  page.api.Open();
  page.api.Start({});
  page.lifecycle.leave();
  for (const one of open) await expect(one).rejects.toMatchObject({ code: 'Closed' });
  await pass(60_000);
  expect(page.told).toEqual([]);
  expect(backEnd.clock.pending).toBe(0);
});

test('P-10: the clock is looked at when the page is seen again', async () => {
  const { backEnd, page, pass } = await connectedChat();
  backEnd.clock.sleep(60_000);
  page.lifecycle.wake();
  expect(page.of('OnServerStateChanged')).toEqual([['offline']]);
  await pass(3_000);
  expect(page.of('OnServerStateChanged')).toEqual([['offline'], ['online']]);
});

test('P-5, P-10: the page’s own events lead to leaving, coming back and looking at the clock', () => {
  const listeners = new Map<string, (event: { persisted: boolean }) => void>();
  const target = { addEventListener: (type: string, run: () => void) => void listeners.set(type, run) };
  const document = { ...target, visibilityState: 'hidden' };
  const calls: string[] = [];
  watchPage({ window: target, document } as unknown as PageEvents, [
    {
      leave: () => void calls.push('leave'),
      back: () => void calls.push('back'),
      wake: () => void calls.push('wake'),
    },
  ]);
  const fire = (type: string, persisted = false): void => listeners.get(type)?.({ persisted });
  fire('pageshow');
  fire('pagehide');
  fire('pageshow', true);
  fire('visibilitychange');
  document.visibilityState = 'visible';
  fire('visibilitychange');
  fire('online');
  expect(calls).toEqual(['wake', 'leave', 'back', 'wake', 'wake', 'wake']);
});
