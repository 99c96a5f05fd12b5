import type { CustomerRequest } from '../index.js';
import { connectedChat, type Scene } from '../testing/chatting.js';

/** What was told of typing, and when. */
async function watched(): Promise<Scene & { typed: () => unknown[] }> {
  const scene = await connectedChat();
  const { requests } = scene.backEnd.desk;
  const at = new Map<CustomerRequest, number>();
  const start = scene.backEnd.clock.monotonic();
  requests.push = (...items) => {
    for (const item of items) at.set(item, scene.backEnd.clock.monotonic() - start - 1);
    return Array.prototype.push.apply(requests, items);
  };
  return {
    ...scene,
    typed: () => requests.flatMap((one) => (one.t === 'typing' ? [`${one.state} at ${at.get(one)}`] : [])),
  };
}

test('T-73, P-21: 0 goes out at once, and then once in three seconds at most', async () => {
  const { page, pass, typed } = await watched();
  for (let key = 0; key < 8; key += 1) {
    page.api.NotifyTypingStateChange(0);
    await pass(500);
  }
  expect(typed()).toEqual(['0 at 0', '0 at 3000']);
});

test('P-21: 1 follows by itself after ten seconds of silence, once', async () => {
  const { page, pass, typed } = await watched();
  page.api.NotifyTypingStateChange(0);
  await pass(2_000);
  page.api.NotifyTypingStateChange(0);
  await pass(30_000);
  expect(typed()).toEqual(['0 at 0', '1 at 12000']);
});

test('P-21: 1 goes out at once, and is not said twice', async () => {
  const { page, pass, typed } = await watched();
  page.api.NotifyTypingStateChange(0);
  await pass(1_000);
  page.api.NotifyTypingStateChange(1);
  page.api.NotifyTypingStateChange(1);
  await pass(20_000);
  expect(typed()).toEqual(['0 at 0', '1 at 1000']);
});

test('P-21: who goes on typing right after a stop is told of when the three seconds are over', async () => {
  const { page, pass, typed } = await watched();
  page.api.NotifyTypingStateChange(0);
  await pass(1_000);
  page.api.NotifyTypingStateChange(1);
  page.api.NotifyTypingStateChange(0);
  await pass(5_000);
  expect(typed()).toEqual(['0 at 0', '1 at 1000', '0 at 3000']);
});

test('P-21: sending a message stops the typing', async () => {
  const { page, pass, typed, backEnd } = await watched();
  page.api.NotifyTypingStateChange(0);
  await pass(500);
  void page.api.SendMessage('done');
  await pass(20_000);
  expect(typed()).toEqual(['0 at 0', '1 at 500']);
  expect(backEnd.desk.requests.filter(({ t }) => t === 'typing' || t === 'send').map(({ t }) => t)).toEqual([
    'typing',
    'typing',
    'send',
  ]);
});

test('P-21: typing of before a loss is not told after it', async () => {
  const { page, pass, typed, backEnd } = await watched();
  backEnd.cut();
  await pass(100);
  page.api.NotifyTypingStateChange(0);
  await pass(5_000);
  expect(typed()).toEqual([]);
});

test('P-21: nothing is told of typing in a chat that is over', async () => {
  const { page, pass, typed, backEnd, sid } = await watched();
  page.api.NotifyTypingStateChange(0);
  await pass(100);
  backEnd.desk.add(sid, { type: 'end', by: 'agent' });
  await pass(20_000);
  expect(typed()).toEqual(['0 at 0']);
});
