import { createRandom } from '../random.js';
import { damagedBody } from './damaged-body.js';
import { createBench } from './test-desktop.js';

const answer = { action: 'open', url: '/pane' };

describe('faults of a XiVO session', () => {
  test('drop: the request never leaves, and counts as unanswered after 5 s', async () => {
    const bench = createBench();
    const desktop = bench.open();
    bench.control.setFaults({ drop: 1 });
    await bench.inbound();
    await bench.clock.advance(5000);
    expect(desktop.heard('ask')).toEqual([]);
    expect(bench.panes().errors).toMatchObject([{ code: 'timeout' }]);
  });

  test('duplicate: the service hears of the call twice, and the first answer counts', async () => {
    const bench = createBench();
    const desktop = bench.open();
    bench.control.setFaults({ duplicate: 1 });
    await bench.inbound();
    const asks = desktop.heard('ask');
    expect(asks.map(({ body }) => body)).toEqual([asks[0]?.body, asks[0]?.body]);
    const contentType = 'application/json';
    for (const [index, { ask }] of asks.entries()) {
      const text = JSON.stringify({ ...answer, title: `Answer ${index}` });
      desktop.send({ kind: 'answered', ask, status: 200, contentType, text });
    }
    expect(bench.panes().panes).toMatchObject([{ title: 'Answer 0' }]);
    expect(bench.panes().serviceCalls).toHaveLength(2);
  });

  test('delay: the request leaves later, and has its 5 s from then on', async () => {
    const bench = createBench();
    const desktop = bench.open();
    bench.control.setFaults({ delayMs: 3000 });
    await bench.inbound();
    await bench.clock.advance(2999);
    expect(desktop.heard('ask')).toEqual([]);
    await bench.clock.advance(1);
    await bench.clock.advance(4900);
    desktop.answer(answer);
    expect(bench.panes().panes).toMatchObject([{ state: 'open' }]);
  });

  test('malformed: the body is damaged in many ways, each of them another text', async () => {
    const bench = createBench();
    const desktop = bench.open();
    bench.control.setFaults({ malformed: 1 });
    await bench.inbound();
    expect(bench.panes().serviceCalls[0]?.['body']).toBe(desktop.heard('ask')[0]?.body);
    const body = { user: { userId: 54 }, callee: '1', caller: '2', userData: {}, callDataCallId: '1.2' };
    const random = createRandom(3);
    const texts = new Set(Array.from({ length: 200 }, () => damagedBody(body, random)));
    expect(texts.size).toBe(10);
    expect(texts).not.toContain(JSON.stringify(body));
  });

  test('offline: nobody is asked, also not later', async () => {
    const bench = createBench();
    const desktop = bench.open();
    bench.control.setFaults({ offline: true, until: 1000 });
    await bench.inbound();
    await bench.clock.advance(2000);
    expect([desktop.heard('ask'), bench.panes().errors[0]?.code]).toEqual([[], 'offline']);
    await bench.inbound();
    expect(desktop.heard('ask')).toHaveLength(1);
  });

  test('silent: what panes post is seen, but not listened to', async () => {
    const bench = createBench();
    const desktop = bench.open();
    const id = await bench.inbound();
    desktop.answer(answer);
    bench.control.setFaults({ silent: true });
    desktop.post(id);
    expect(bench.panes().panes).toMatchObject([{ state: 'open' }]);
    expect(bench.control.frames('demo')).toHaveLength(1);
    bench.control.setFaults({});
    desktop.post(id);
    expect(bench.panes().panes).toMatchObject([{ state: 'completed' }]);
  });

  test('what the desktop posts to panes may get lost too', async () => {
    const bench = createBench();
    const desktop = bench.open();
    await bench.inbound();
    desktop.answer(answer);
    bench.control.setFaults({ drop: 1 });
    expect(await bench.control.emit({ frame: 'hello' })).toBe(1);
    expect(desktop.heard('post')).toEqual([]);
  });

  test('reset: no calls, panes, faults, frames or configuration, and the desktops reload', async () => {
    const bench = createBench();
    const desktop = bench.open();
    await bench.control.actions['config']?.({ thirdPartyUrl: '', restorePause: true });
    await bench.control.actions['config']?.({ thirdPartyUrl: 'http://localhost:9/x', answer });
    const id = await bench.inbound();
    desktop.answer({ ...answer, autopause: true });
    desktop.post(id, 'hello');
    bench.control.setFaults({ drop: 0.5 });
    bench.control.reset({});
    expect(desktop.told).toContainEqual({ kind: 'reload' });
    expect([bench.control.calls('demo'), bench.control.frames('demo'), bench.panes()]).toEqual([
      [],
      [],
      { agent: { state: 'ready' }, panes: [], serviceCalls: [], errors: [] },
    ]);
    expect(bench.control.status('demo')).toMatchObject({
      faults: { drop: 0 },
      config: { thirdPartyUrl: 'http://localhost:4306/xivo?session=demo', answer: null, restorePause: false },
    });
  });
});
