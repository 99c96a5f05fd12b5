import { OffhookError } from '@offhook/core';
import { longer, stage } from './testing/outboxStage.js';
import { rest, until } from './testing/until.js';

describe('an outbox', () => {
  it('sends what is put, in order for each key, and then has nothing', async () => {
    const { open, sent, pass } = stage();
    const { box } = open();
    await Promise.all([box.put('a', '1'), box.put('b', '1')]);
    await box.put('a', '2');
    await until(() => sent.length === 3);
    await pass(400);
    expect(sent.filter(([key]) => key === 'a')).toEqual([
      ['a', '1'],
      ['a', '2'],
    ]);
    expect(box.state.value).toEqual({ pending: 0, failed: 0, storage: 'indexeddb' });
    await expect(box.get('a')).resolves.toBeUndefined();
  });

  it('tells what becomes of a key, in each tab', async () => {
    const { open } = stage();
    const [first, second] = [open(), open()];
    await rest();
    const told = [first, second].map(({ box }) => {
      const changes: string[] = [];
      box.changes$.subscribe(({ status, waiting }) => changes.push(`${status} ${waiting}`));
      return changes;
    });
    await first.box.put('a', '1');
    await until(() => told[1]?.length === 3);
    expect(told[0]).toEqual(['waiting 1', 'sending 1', 'delivered 0']);
    expect(told[1]).toEqual(told[0]);
  });

  it('is sent by the tab that put it, though another one leads', async () => {
    const { open, entries } = stage();
    open();
    const second = open();
    await rest();
    const sender = jest.spyOn(second.host.locks!, 'request');
    await second.box.put('a', '1');
    await until(() => entries.length === 1);
    expect(sender).toHaveBeenCalledWith('offhook:notes:a', expect.anything(), expect.anything());
  });

  it('sends several keys at once, but no more than it is told', async () => {
    const { open, entries, replies } = stage({ concurrency: 2 });
    const free: (() => void)[] = [];
    replies(() => new Promise<void>((done) => free.push(done)));
    const { box } = open();
    await Promise.all(['a', 'b', 'c'].map((key) => box.put(key, '1')));
    await rest(50);
    expect(entries.map(({ key }) => key)).toEqual(['a', 'b']);
    free[0]?.();
    await until(() => entries.length === 3);
    for (const each of free) each();
  });

  it('tries again what fails, under the same id, later each time', async () => {
    const { open, clock, entries, replies, pass } = stage();
    const times: number[] = [];
    replies(() => {
      times.push(clock.now());
      if (times.length < 5) throw new Error('down');
    });
    const { box } = open();
    await box.put('a', '1');
    await rest();
    expect(box.state.value.pending).toBe(0);
    await pass(300);
    expect(box.state.value.pending).toBe(1);
    await pass(40_000);
    expect(times).toHaveLength(5);
    const waits = times.slice(1).map((time, at) => Math.round((time - (times[at] ?? 0)) / 1_000));
    expect(waits).toEqual([1, 2, 4, 8]);
    expect(new Set(entries.map(({ id }) => id)).size).toBe(1);
    expect(entries.map(({ attempt }) => attempt)).toEqual([0, 1, 2, 3, 4]);
    expect(box.state.value.pending).toBe(0);
  });

  it('keeps the order of a key while its first entry fails', async () => {
    const { open, sent, replies, pass } = stage();
    let down = true;
    replies(() => {
      if (down) throw new Error('down');
    });
    const { box } = open();
    await box.put('a', '1');
    await box.put('a', '2');
    await pass(500);
    down = false;
    await pass(3_000);
    expect(sent).toEqual([
      ['a', '1'],
      ['a', '2'],
    ]);
  });

  it('keeps what the next try would meet again as failed, goes on behind it, and retries when asked', async () => {
    const { open, sent, replies, pass } = stage();
    let strict = true;
    replies(({ value }) => {
      if (strict && value === 'bad') throw new OffhookError('invalid-argument', 'No.');
    });
    const { box } = open();
    await box.put('a', 'bad');
    await box.put('a', 'good');
    await pass(500);
    expect(sent).toEqual([['a', 'good']]);
    expect(box.state.value).toMatchObject({ pending: 0, failed: 1 });
    strict = false;
    box.retry();
    await pass(2_000);
    expect(sent).toEqual([
      ['a', 'good'],
      ['a', 'bad'],
    ]);
    expect(box.state.value.failed).toBe(0);
  });

  it('tries at once when the network is back', async () => {
    const { open, sent, replies, pass } = stage({ backoff: { firstMs: 60_000 } });
    let down = true;
    replies(() => {
      if (down) throw new Error('offline');
    });
    const { box, host } = open();
    await box.put('a', '1');
    await pass(300);
    down = false;
    host.goOnline();
    await pass(300);
    expect(sent).toEqual([['a', '1']]);
  });
});

describe('over reloads and crashes', () => {
  it('what was put is sent by a later page', async () => {
    const { open, sent, replies, pass } = stage();
    replies(() => new Promise(() => {}));
    const first = open();
    await first.box.put('a', '1');
    first.host.crash();
    replies(() => undefined);
    open();
    await pass(500);
    expect(sent).toEqual([['a', '1']]);
  });

  it('what a tab was sending when it crashed is sent by the leader, under the same id', async () => {
    const { open, sent, entries, replies, pass } = stage();
    open();
    const second = open();
    await rest();
    replies(() => new Promise(() => {}));
    await second.box.put('a', '1');
    await until(() => entries.length === 1);
    await pass(3_000);
    expect(entries).toHaveLength(1);
    second.host.crash();
    replies(() => undefined);
    await pass(2_500);
    expect(sent).toEqual([['a', '1']]);
    expect(entries.map(({ id }) => id)).toEqual([entries[0]?.id, entries[0]?.id]);
  });

  it('what a tab had sent when it crashed, and could not tell of, waits for nobody', async () => {
    const { open, entries, replies, pass } = stage();
    const first = open();
    const second = open();
    await rest();
    let sent = (): void => {};
    replies(() => new Promise<void>((done) => (sent = done)));
    await second.box.put('a', '1');
    await until(() => entries.length === 1);
    await pass(300);
    expect(first.box.state.value.pending).toBe(1);
    second.host.crash();
    sent();
    await pass(6_000);
    expect(entries).toHaveLength(1);
    expect(first.box.state.value.pending).toBe(0);
  });

  it('what another tab is sending is looked at now and then, not all the time', async () => {
    const { open, entries, replies, pass } = stage();
    const [first, second] = [open(), open()];
    await pass(200);
    replies(() => new Promise(() => {}));
    const asked = jest.spyOn(first.host.locks!, 'request');
    await second.box.put('a', '1');
    await until(() => entries.length === 1);
    await pass(5_000);
    expect(asked.mock.calls.length).toBeGreaterThan(2);
    expect(asked.mock.calls.length).toBeLessThan(7);
  });

  it('what a follower failed to send is tried again by the leader', async () => {
    const { open, sent, replies, pass } = stage();
    open();
    const second = open();
    await rest();
    let fails = 1;
    replies(() => {
      fails -= 1;
      if (fails >= 0) throw new Error('down');
    });
    await second.box.put('a', '1');
    await rest();
    second.host.crash();
    await pass(4_000);
    expect(sent).toEqual([['a', '1']]);
  });

  it('without Web Locks the leader sends what another tab puts', async () => {
    const { open, sent, clock, pass } = stage();
    const first = open(['locks']);
    await rest();
    clock.advance(5_000);
    const second = open(['locks']);
    await pass(300);
    expect([first.tab.leader.value, second.tab.leader.value]).toEqual([true, false]);
    await second.box.put('a', '1');
    await pass(1_000);
    expect(sent).toEqual([['a', '1']]);
  });
});

describe('with merge', () => {
  it('a key has one value, and what adds nothing is not sent', async () => {
    const { open, sent, pass } = stage({ merge: longer });
    const { box } = open();
    await box.put('a', '1');
    await pass(300);
    await box.put('a', '1');
    await pass(300);
    await box.put('a', '2');
    await pass(300);
    expect(sent).toEqual([
      ['a', '1'],
      ['a', '12'],
    ]);
    await expect(box.get('a')).resolves.toEqual({ value: '12', status: 'delivered' });
  });

  it('the same from three tabs is sent once', async () => {
    const { open, sent, pass } = stage({ merge: longer });
    const all = [open(), open(), open()];
    await rest();
    await Promise.all(all.map(({ box }) => box.put('a', '1')));
    await pass(1_500);
    expect(sent).toEqual([['a', '1']]);
  });

  it('what comes while the older is being sent is sent after it, under another id', async () => {
    const { open, sent, entries, replies, pass } = stage({ merge: longer });
    let free = (): void => {};
    replies(() => new Promise<void>((done) => (free = done)));
    const { box } = open();
    await box.put('a', '1');
    await until(() => entries.length === 1);
    await box.put('a', '2');
    replies(() => undefined);
    free();
    await pass(500);
    expect(sent).toEqual([
      ['a', '1'],
      ['a', '12'],
    ]);
    expect(entries[0]?.id).not.toBe(entries[1]?.id);
  });

  it('waits out a failure though something is added meanwhile', async () => {
    const { open, entries, replies, pass } = stage({ merge: longer, backoff: { firstMs: 10_000 } });
    replies(() => {
      throw new Error('down');
    });
    const { box } = open();
    await box.put('a', '1');
    await pass(300);
    await box.put('a', '2');
    await pass(3_000);
    expect(entries).toHaveLength(1);
  });

  it('what was delivered is remembered for a while, and then forgotten', async () => {
    const { open, clock, pass } = stage({ merge: longer, keepMs: 10_000 });
    const first = open();
    await first.box.put('a', '1');
    await pass(300);
    clock.advance(20_000);
    const second = open();
    await rest();
    await expect(second.box.get('a')).resolves.toBeUndefined();
  });
});

it('sends nothing any more when it is closed, and keeps what it has', async () => {
  const { open, sent, replies, pass } = stage();
  replies(() => {
    throw new Error('down');
  });
  const first = open();
  await first.box.put('a', '1');
  await rest();
  first.box.close();
  first.tab.close();
  replies(() => undefined);
  await pass(5_000);
  expect(sent).toEqual([]);
  open();
  await pass(500);
  expect(sent).toEqual([['a', '1']]);
});

it('keeps nothing any more when it is closed, and says so', async () => {
  const { open } = stage();
  const { box } = open();
  await rest();
  const late = box.put('a', '1');
  box.close();
  await expect(late).rejects.toMatchObject({ code: 'aborted' });
  await expect(box.put('a', '2')).rejects.toMatchObject({ code: 'aborted' });
});
