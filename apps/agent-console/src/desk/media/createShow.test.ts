/** @jest-environment node */
import type { EntryBody, Signal } from '@offhook/livechat';
import { begun, shown } from '../../testing/entries.js';
import { fakeStream } from '../../testing/fakeMedia.js';
import { openDesk, settled } from '../../testing/openDesk.js';
import { adaSteps, annSteps, askShow } from '../../testing/steps.js';

/** Ann's desk with one chat, whose log goes on with these. */
function withChat(rest: readonly EntryBody[] = [], own: readonly string[] = []) {
  const open = openDesk(undefined, own);
  const log: EntryBody[] = [...rest];
  const tellLog = () => open.tell({ t: 'entries', sid: 'one', entries: begun(...log) as never });
  open.welcome();
  tellLog();
  const seen: unknown[] = [];
  return {
    ...open,
    seen,
    begin: () => open.tell({ t: 'desk', waiting: [], waitingCount: 0, own: [shown('one')], agents: [] }),
    async goesOn(...more: readonly EntryBody[]) {
      log.push(...more);
      tellLog();
      await settled();
    },
    show: () => open.desk.media.state.shows['one'],
    steps: () => open.all('media').map(({ media, step }) => [media, step]),
    says: (data: Signal, from = 'page-1') => open.tell({ t: 'signal', sid: 'one', media: 'm1', from, data }),
    /** What the page has asked of the customer's, and drawn on it. */
    said: (): readonly unknown[] =>
      open
        .all('signal')
        .map(({ data }) => data)
        .filter((data) => (data as Signal).k !== 'beat'),
    attach: () => open.desk.media.attachView('one', { take: (events) => void seen.push(...events) }),
    /** Time goes by, and the server is there. */
    async passes(ms: number) {
      for (let left = ms; left > 0; left -= 5_000) {
        open.clock.turn(Math.min(left, 5_000));
        open.tell({ t: 'ok', n: 99 });
        await settled();
      }
    },
  };
}

/** Ann sees Ada's page. */
async function inShow() {
  const open = withChat([adaSteps(askShow)]);
  open.begin();
  await open.ok(open.last('media').n);
  await open.goesOn(annSteps({ step: 'take' }));
  open.attach();
  return open;
}

const ev = (s: number, ...e: readonly unknown[]): Signal => ({ k: 'ev', s, e });

test('T-115: what the customer shows is taken by itself, and the whole page is asked for when it can be shown', async () => {
  const open = withChat([adaSteps(askShow)]);
  open.begin();
  expect(open.steps()).toEqual([['m1', 'take']]);
  await open.ok(open.last('media').n);
  expect(open.show()).toBeUndefined();
  await open.goesOn(annSteps({ step: 'take' }));
  expect([open.show()?.phase, open.said()]).toEqual(['starting', []]);
  open.attach();
  expect(open.last('signal')).toEqual({
    t: 'signal',
    sid: 'one',
    media: 'm1',
    to: 'page-1',
    data: { k: 'whole' },
  });
  open.says(ev(1, 'page', 'more'));
  open.says(ev(2, 'typed'));
  expect([open.show()?.phase, open.seen]).toEqual(['on', ['page', 'more', 'typed']]);
});

test('T-115: what comes before it can be shown is kept, and the page is not told twice', async () => {
  const open = withChat([adaSteps(askShow)]);
  open.begin();
  await open.ok(open.last('media').n);
  await open.goesOn(annSteps({ step: 'take' }));
  open.says(ev(1, 'page'));
  open.says(ev(2, 'typed'));
  open.attach();
  open.says(ev(3, 'more'));
  await open.passes(10_000);
  expect([open.seen, open.said()]).toEqual([['page', 'typed', 'more'], []]);
});

test('a page of which a part is here is waited for', async () => {
  const open = withChat([adaSteps(askShow)]);
  open.begin();
  await open.ok(open.last('media').n);
  await open.goesOn(annSteps({ step: 'take' }));
  open.says({ k: 'part', s: 1, i: 0, of: 2, text: '["pa' });
  open.attach();
  open.says({ k: 'part', s: 1, i: 1, of: 2, text: 'ge"]' });
  await open.passes(10_000);
  expect([open.seen, open.said()]).toEqual([['page'], []]);
});

test('a page that nobody looks at leaves it to one that is, and takes it when none does', async () => {
  const open = withChat([adaSteps(askShow)]);
  open.desk.look(false);
  open.begin();
  expect(open.steps()).toEqual([]);
  open.clock.turn(800);
  expect(open.steps()).toEqual([['m1', 'take']]);
  const late = withChat([adaSteps(askShow)]);
  late.desk.look(false);
  late.begin();
  await late.goesOn(annSteps({ step: 'take' }, 'm1', 'seat-of-the-other-window'));
  late.clock.turn(800);
  expect([late.steps(), late.show()]).toEqual([[], undefined]);
});

test('another agent was faster: nothing is shown, and nothing is asked for', async () => {
  const open = withChat([adaSteps(askShow)]);
  open.begin();
  await open.ok(open.last('media').n);
  await open.goesOn({ ...annSteps({ step: 'take' }), agent: { id: 'bob', name: 'Bob' }, seat: 'seat-b' });
  expect([open.show(), open.said(), open.media.kept.size]).toEqual([undefined, [], 0]);
});

test('something is missing: nothing is shown until the whole page has come', async () => {
  const open = await inShow();
  open.says(ev(1, 'page'));
  open.says(ev(3, 'lost its neighbour'));
  open.says(ev(4, 'of before'));
  expect([open.seen, open.said()]).toEqual([['page'], [{ k: 'whole' }, { k: 'whole' }]]);
  open.says(ev(1, 'page again'));
  open.says(ev(2, 'typed'));
  expect(open.seen).toEqual(['page', 'page again', 'typed']);
});

test('the whole page is asked for until it comes, ever more slowly', async () => {
  const open = await inShow();
  const asked = () => open.said().length;
  expect(asked()).toBe(1);
  const pauses: number[] = [];
  for (let turn = 0; turn < 6; turn += 1) {
    const from = open.clock.now();
    const before = asked();
    while (asked() === before) {
      open.says({ k: 'beat' });
      open.clock.turn(250);
    }
    pauses.push(open.clock.now() - from);
  }
  expect(pauses).toEqual([500, 1_000, 2_000, 4_000, 8_000, 15_000]);
  open.says(ev(1, 'page'));
  await open.passes(15_000);
  expect(asked()).toBe(7);
});

test('a replay that breaks each time is not asked for each time at once', async () => {
  const open = await inShow();
  const asked = () => open.said().length;
  for (let turn = 0; turn < 3; turn += 1) {
    open.says(ev(1, 'page'));
    open.desk.media.askWhole('one');
  }
  expect(asked()).toBe(1);
  open.clock.turn(1_000);
  expect(asked()).toBe(1);
  open.clock.turn(3_000);
  expect(asked()).toBe(2);
});

test('the page is not looked at for a while: what comes meanwhile is dropped, and then the whole is asked for', async () => {
  const open = withChat([adaSteps(askShow)]);
  open.begin();
  await open.ok(open.last('media').n);
  await open.goesOn(annSteps({ step: 'take' }));
  const detach = open.attach();
  open.says(ev(1, 'page'));
  detach();
  open.says(ev(2, 'unseen'));
  open.attach();
  open.says(ev(3, 'too early'));
  open.says(ev(1, 'page again'));
  expect(open.seen).toEqual(['page', 'page again']);
  expect(open.said()).toEqual([{ k: 'whole' }, { k: 'whole' }]);
});

test('after a break of the connection the whole page is asked for: something may have been missed', async () => {
  const open = await inShow();
  open.says(ev(1, 'page'));
  open.socket().break();
  open.clock.turn(5_000);
  open.welcome();
  open.begin();
  open.says(ev(2, 'perhaps of another page'));
  expect([open.said(), open.seen]).toEqual([[{ k: 'whole' }], ['page']]);
});

test('a frame in parts is shown when all of it is there', async () => {
  const open = await inShow();
  const text = JSON.stringify(['page', 'more']);
  open.says({ k: 'part', s: 1, i: 0, of: 2, text: text.slice(0, 5) });
  expect(open.seen).toEqual([]);
  open.says({ k: 'part', s: 1, i: 1, of: 2, text: text.slice(5) });
  open.says(ev(2, 'typed'));
  expect(open.seen).toEqual(['page', 'more', 'typed']);
});

test('P-23: both draw; each takes back their own, and clearing clears all', async () => {
  const open = await inShow();
  open.desk.media.draw('one', { k: 'draw', id: 'x', points: [[0.1, 0.2]] });
  open.says({ k: 'draw', id: 'x', points: [[0.5, 0.5]] });
  open.says({ k: 'draw', id: 'x', points: [[0.6, 0.5]] });
  open.says({ k: 'draw', id: 'y', points: [[2, 0]] as never });
  expect(open.show()?.strokes).toEqual([
    { id: 'x', by: 'a', points: [[0.1, 0.2]] },
    {
      id: 'x',
      by: 'c',
      points: [
        [0.5, 0.5],
        [0.6, 0.5],
      ],
    },
  ]);
  open.desk.media.draw('one', { k: 'undo' });
  expect(open.show()?.strokes.map(({ by }) => by)).toEqual(['c']);
  expect(open.said().slice(1)).toEqual([{ k: 'draw', id: 'x', points: [[0.1, 0.2]] }, { k: 'undo' }]);
  open.says({ k: 'clear' });
  expect(open.show()?.strokes).toEqual([]);
});

test('a customer who goes to another page: what was drawn is gone, and the whole is asked of the new one', async () => {
  const open = await inShow();
  open.says(ev(1, 'page'));
  open.desk.media.draw('one', { k: 'draw', id: 'x', points: [[0.1, 0.2]] });
  await open.goesOn(adaSteps({ step: 'join' }, 'm1', 'page-2'));
  expect([open.show()?.strokes, open.last('signal')]).toEqual([
    [],
    { t: 'signal', sid: 'one', media: 'm1', to: 'page-2', data: { k: 'whole' } },
  ]);
  open.says(ev(2, 'of the old page'));
  open.says(ev(1, 'new page'), 'page-2');
  expect(open.seen).toEqual(['page', 'new page']);
});

test('the screen comes as a video, and nothing of the agent’s is sent', async () => {
  const screen: EntryBody = adaSteps({ step: 'ask', kind: 'cobr', wants: { screen: true } });
  const open = withChat([screen]);
  open.begin();
  await open.ok(open.last('media').n);
  await open.goesOn(annSteps({ step: 'take' }));
  await open.ok(open.last('ice').n, { ice: [] });
  const peer = open.media.peer();
  peer.becomes({ connection: 'connected', remote: [fakeStream([], 'screen')] });
  expect([peer.sent, open.show()?.screen.map(({ id }) => id), open.media.tracks]).toEqual([
    [undefined],
    ['screen'],
    [],
  ]);
  expect(open.show()?.phase).toBe('on');
  peer.becomes({ connection: 'failed' });
  expect([open.show()?.why, peer.isClosed, open.last('media').step]).toEqual(['failed', true, 'end']);
});

test('a console that was loaded anew goes on with it, and asks for the whole page', async () => {
  const before = [adaSteps(askShow), annSteps({ step: 'take' }, 'm1', 'seat-0')];
  const open = withChat(before, ['m1']);
  open.begin();
  expect(open.steps()).toEqual([['m1', 'join']]);
  await open.ok(open.last('media').n);
  await open.goesOn(annSteps({ step: 'join' }));
  open.attach();
  expect(open.said()).toEqual([{ k: 'whole' }]);
  const stranger = withChat(before);
  stranger.begin();
  expect(stranger.steps()).toEqual([]);
});

test('ended by either side, or with the chat, it is over; the agent may dismiss it then', async () => {
  const open = await inShow();
  open.desk.media.dismissShow('one');
  expect(open.show()?.phase).toBe('starting');
  await open.goesOn(adaSteps({ step: 'end', why: 'hung-up' }));
  expect(open.show()).toMatchObject({ phase: 'ended', why: 'hung-up', endedBy: 'c', strokes: [] });
  open.desk.media.dismissShow('one');
  expect(open.show()).toBeUndefined();
  const own = await inShow();
  own.desk.media.endShow('one');
  expect([own.show()?.endedBy, own.last('media')]).toEqual(['a', expect.objectContaining({ step: 'end' })]);
});

test('a customer’s page that is silent for 20 seconds is given up', async () => {
  const open = await inShow();
  await open.passes(19_000);
  expect(open.show()?.phase).toBe('starting');
  await open.passes(2_000);
  expect([open.show()?.why, open.last('media').step]).toEqual(['lost', 'end']);
});
