import { countingIds, virtualClock } from '@offhook/testing';
import { mergeKept, type Kept } from './outbox.js';
import { fakeLivechat, type FakeLivechat } from './testing/fakeLivechat.js';
import { fakeTabs, rest, type FakeTab } from './testing/fakeTabs.js';
import { stage } from './testing/stage.js';

/** A server that takes each id once, whatever tab it comes from; our own script's promises speak for it. */
function server() {
  const log: { readonly id: string; readonly text: string }[] = [];
  return {
    log,
    take(text: unknown, id: unknown) {
      const known = log.findIndex((each) => each.id === id);
      if (known < 0) log.push({ id: String(id), text: String(text) });
      return { sid: 's-1', seq: (known < 0 ? log.length : known + 1) + 1, time: '2026-01-05T09:00:00.000Z' };
    },
  };
}

const ids = countingIds();

/** A tab with the chat of one browser session open. `answers`: what becomes of what it sends. */
async function tab(
  tabs: FakeTab,
  answers: (vendor: FakeLivechat) => void,
  clock = virtualClock(),
  trans: object[] = [],
) {
  const vendor = fakeLivechat();
  answers(vendor);
  const set = await stage({ vendor, tabs, ids, clock });
  set.fire('OnOpenSuccess', { sid: 's-1', agents: [{ name: 'Kim', id: 'k' }], trans });
  await rest();
  const chatId = set.chat()?.id ?? '';
  return { ...set, write: (text: string) => set.client.execute({ type: 'chat.send', chatId, text }) };
}

describe('what is written, over tabs and reloads', () => {
  test('P-7: T-70: goes out once, in order, from the tab that wrote it', async () => {
    const { log, take } = server();
    const browser = fakeTabs();
    const answer = (vendor: FakeLivechat): void =>
      vendor.on('SendMessage', (text, id) => Promise.resolve(take(text, id)));
    const leader = await tab(browser.open(true), answer);
    const other = await tab(browser.open(false), answer);
    for (const text of ['one', 'two', 'three']) await other.write(text);
    await rest();
    expect(log.map(({ text }) => text)).toEqual(['one', 'two', 'three']);
    expect(other.said()).toEqual(['one delivered', 'two delivered', 'three delivered']);
    expect(leader.vendor.callsOf('SendMessage')).toEqual([]);
    for (const each of [leader, other]) each.client.close();
  });

  test('P-7: T-198: what a page could not send survives its reload, under the same id', async () => {
    const { log, take } = server();
    const browser = fakeTabs();
    const before = browser.open(true);
    const first = await tab(before, (vendor) => vendor.on('SendMessage', () => new Promise(() => {})));
    const { messageId } = await first.write('Still there?');
    await rest();
    expect(first.said()).toEqual(['Still there? pending']);
    first.client.close();
    before.crash();
    const second = await tab(browser.open(true), (vendor) =>
      vendor.on('SendMessage', (text, id) => Promise.resolve(take(text, id))),
    );
    await rest();
    expect(log).toEqual([{ id: messageId, text: 'Still there?' }]);
    expect(second.messages().map(({ id, status }) => [id, status])).toEqual([[messageId, 'delivered']]);
    second.client.close();
  });

  test('P-7: what reached the server although the page never heard of it is not sent again', async () => {
    const { log, take } = server();
    const browser = fakeTabs();
    const before = browser.open(true);
    const first = await tab(before, (vendor) =>
      vendor.on('SendMessage', (text, id) => {
        take(text, id);
        return new Promise(() => {});
      }),
    );
    const { messageId } = await first.write('Did it arrive?');
    await rest();
    first.client.close();
    before.crash();
    const trans = [{ type: 'msg', by: 'c', msg: 'Did%20it%20arrive%3F', id: messageId, seq: 2, time: '' }];
    const second = await tab(browser.open(true), () => {}, virtualClock(), trans);
    await rest();
    expect(second.vendor.callsOf('SendMessage')).toEqual([]);
    expect(second.said()).toEqual(['Did it arrive? delivered']);
    expect(log).toHaveLength(1);
    second.client.close();
  });

  test('P-7: a tab that doesn’t lead sends what a closed one left, when the leader takes no part', async () => {
    const { log, take } = server();
    const browser = fakeTabs();
    const clock = virtualClock();
    const before = browser.open(false);
    const leader = await tab(browser.open(true), () => {}, clock);
    await leader.client.execute({ type: 'chat.leave', chatId: leader.chat()?.id ?? '' });
    const first = await tab(before, (vendor) => vendor.on('SendMessage', () => new Promise(() => {})), clock);
    await first.write('Left behind');
    await rest();
    first.client.close();
    before.crash();
    const second = await tab(
      browser.open(false),
      (vendor) => vendor.on('SendMessage', (text, id) => Promise.resolve(take(text, id))),
      clock,
    );
    for (let step = 0; step < 30 && log.length === 0; step += 1) {
      clock.advance(1_000);
      await rest(10);
    }
    expect(log.map(({ text }) => text)).toEqual(['Left behind']);
    for (const each of [leader, second]) each.client.close();
  });

  test('T-144: a chat’s end takes what was left of it out of the storage', async () => {
    const browser = fakeTabs();
    const tabs = browser.open(true);
    const first = await tab(tabs, (vendor) => vendor.on('SendMessage', () => new Promise(() => {})));
    await first.write('Never sent');
    await rest();
    first.fire('OnEnd', 'server', undefined);
    await rest();
    expect(first.client.chats.all.value[0]?.state).toBe('ended');
    expect(first.said()).toEqual(['Never sent failed']);
    first.client.close();
    tabs.crash();
    const second = await tab(browser.open(true), () => {});
    expect(second.said()).toEqual([]);
    expect(second.vendor.callsOf('SendMessage')).toEqual([]);
    second.client.close();
  });
});

describe('what is kept', () => {
  const item = (id: string) => ({ id, kind: 'text', text: id, at: 1 }) as const;
  const kept = (more: Partial<Kept>): Kept => ({ items: [], failed: [], ...more });
  const error = { code: 'x', text: 'x' };

  test('P-7: grows by what is new, shrinks by what is done, and is the same where nothing changes', () => {
    const one = mergeKept(undefined, kept({ items: [item('a')] }));
    const two = mergeKept(one, kept({ items: [item('b'), item('a')] }));
    expect(two.items.map(({ id }) => id)).toEqual(['a', 'b']);
    expect(mergeKept(two, kept({ items: [item('a')] }))).toBe(two);
    expect(mergeKept(two, kept({ drop: ['zzz'] }))).toBe(two);
    expect(mergeKept(two, kept({ drop: ['a', 'b'] }))).toEqual(kept({}));
  });

  test('P-7: one that failed waits no more, until it is put again', () => {
    const one = mergeKept(undefined, kept({ items: [item('a')] }));
    const failed = mergeKept(one, kept({ failed: [{ ...item('a'), error }] }));
    expect(failed).toEqual(kept({ failed: [{ ...item('a'), error }] }));
    expect(mergeKept(failed, kept({ items: [item('a')] }))).toEqual(one);
  });

  test('P-7: a nudge is news once', () => {
    const one = mergeKept(undefined, kept({ items: [item('a')], nudge: '1' }));
    expect(mergeKept(one, kept({ nudge: '1' }))).toBe(one);
    expect(mergeKept(one, kept({ nudge: '2' }))).not.toBe(one);
  });
});
