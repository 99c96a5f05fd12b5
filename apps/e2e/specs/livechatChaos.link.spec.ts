import { acceptNext } from '../support/livechat-chaos/acceptNext.js';
import { watchContact } from '../support/livechat-chaos/contactClock.js';
import { readLog } from '../support/livechat-chaos/readLog.js';
import { expect, test } from '../support/livechat-chaos/test.js';

test('P-10: on a line that lets nothing through and says nothing, offline comes after 9 s, and what was said meanwhile once', async ({
  ann,
  context,
  openPage,
  session,
  world,
}) => {
  test.setTimeout(120_000);
  const contact = await watchContact(context);
  const ada = await openPage();
  await ada.begin();
  const sid = await acceptNext(ann);
  await ada.until('OnRemoteUserConnected');
  await ada.call('SendMessage', 'before');
  await ada.until('OnEcho', 'before');
  world.proxy.swallow();
  const said = ['one', 'two', 'three'];
  for (const text of said) await ada.call('SendMessage', text);
  for (const id of ['a', 'b']) await ann.ask({ t: 'send', sid, id, msg: `Ann ${id}` });
  await ada.until('OnServerStateChanged', 'offline');
  expect(await ada.told('OnEcho')).toEqual([['before']]);
  expect(await ada.told('OnMessageReceived')).toEqual([]);
  world.proxy.heal();
  await ada.until('OnServerStateChanged', 'online');
  await ada.until('OnEcho', 'three');
  await expect.poll(() => ada.told('OnMessageReceived')).toEqual([['Ann a'], ['Ann b']]);
  expect(await ada.told('OnEcho')).toEqual([['before'], ...said.map((text) => [text])]);
  expect(await ada.told('OnServerStateChanged')).toEqual([['offline'], ['online']]);
  expect(await ada.names()).not.toContain('OnEnd');
  // By the page's own clock, and less what its timers were late.
  const { states, lateMs } = await contact(ada.page);
  const afterMs = states[0]?.[1] ?? 0;
  console.log(
    `offline ${Math.round(afterMs)} ms after the last contact, timers ${Math.round(lateMs)} ms late`,
  );
  expect(afterMs).toBeGreaterThanOrEqual(8_999);
  expect(afterMs - Math.max(0, lateMs)).toBeLessThanOrEqual(9_500);
  const log = await readLog(world.keptAt, session, sid);
  expect(log.flatMap(({ entry }) => (entry.type === 'msg' ? [entry.msg] : [])).sort()).toEqual(
    ['before', 'Ann a', 'Ann b', ...said].sort(),
  );
});

test('P-10: a loss of less than 9 s is told by neither event, and loses nothing', async ({
  ann,
  context,
  openPage,
  world,
}) => {
  test.setTimeout(90_000);
  const contact = await watchContact(context);
  const ada = await openPage();
  await ada.begin();
  const sid = await acceptNext(ann);
  await ada.until('OnRemoteUserConnected');
  world.proxy.hold();
  await ada.call('SendMessage', 'one');
  await ann.ask({ t: 'send', sid, id: 'a', msg: 'Ann a' });
  await ada.page.waitForTimeout(5_000);
  expect(await ada.told('OnEcho')).toEqual([]);
  world.proxy.release();
  await ada.until('OnEcho', 'one');
  await ada.until('OnMessageReceived', 'Ann a');
  const { longestMs } = await contact(ada.page);
  expect(longestMs).toBeGreaterThan(4_500);
  // What was late would have been told by then.
  await ada.page.waitForTimeout(5_000);
  expect(await ada.told('OnServerStateChanged')).toEqual([]);
  expect(await ada.told('OnEcho')).toEqual([['one']]);
  expect(await ada.told('OnMessageReceived')).toEqual([['Ann a']]);
});
