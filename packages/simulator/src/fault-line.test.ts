import { createFaultLine } from './fault-line.js';
import { noFaults, type Faults } from './faults.js';
import { createRandom } from './random.js';
import { createVirtualClock } from './virtual-clock.js';

function createLine(seed = 7) {
  const clock = createVirtualClock();
  const posted: unknown[] = [];
  const state: { faults: Faults } = { faults: noFaults };
  const line = createFaultLine({
    clock,
    random: createRandom(seed),
    faults: () => state.faults,
    post: (data) => posted.push(data),
  });
  const send = (...names: string[]) => names.forEach((type) => line.send({ type }));
  const types = () =>
    posted.map((frame) =>
      typeof frame === 'object' && frame !== null && 'type' in frame ? frame.type : frame,
    );
  const set = (faults: Partial<Faults>) => {
    state.faults = { ...noFaults, ...faults };
  };
  return { clock, line, send, set, types, posted };
}

describe('the wire between a widget and its host', () => {
  test('without faults passes everything on at once', () => {
    const { send, types } = createLine();
    send('a', 'b', 'c');
    expect(types()).toEqual(['a', 'b', 'c']);
  });

  test('drops, doubles and damages the share it is told to', () => {
    const names = Array.from({ length: 1000 }, (_, index) => `f${index}`);
    const dropping = createLine();
    dropping.set({ drop: 0.3 });
    dropping.send(...names);
    expect(dropping.posted.length).toBeGreaterThan(620);
    expect(dropping.posted.length).toBeLessThan(780);

    const doubling = createLine();
    doubling.set({ duplicate: 1 });
    doubling.send('a', 'b');
    expect(doubling.types()).toEqual(['a', 'a', 'b', 'b']);

    const damaging = createLine();
    damaging.set({ malformed: 1 });
    damaging.send(...names);
    const kinds = new Set(
      damaging.posted.map((frame) =>
        frame === null ? 'null' : Array.isArray(frame) ? 'array' : typeof frame,
      ),
    );
    expect([...kinds].sort()).toEqual(['array', 'null', 'number', 'object', 'string']);
    for (const frame of damaging.posted) expect(() => JSON.stringify(frame)).not.toThrow();
  });

  test('a delay keeps the order, also when it is switched off on the way', async () => {
    const { clock, send, set, types } = createLine();
    set({ delayMs: 500 });
    send('a', 'b');
    await clock.advance(499);
    expect(types()).toEqual([]);
    set({});
    send('c');
    expect(types()).toEqual([]);
    await clock.advance(1);
    expect(types()).toEqual(['a', 'b', 'c']);
    send('d');
    expect(types()).toEqual(['a', 'b', 'c', 'd']);
  });

  test('reordering swaps neighbours, and lets a lonely frame go after a moment', async () => {
    const { clock, send, set, types } = createLine();
    set({ reorder: true });
    send('a', 'b', 'c', 'd', 'e');
    expect(types()).toEqual(['b', 'a', 'd', 'c']);
    await clock.advance(100);
    expect(types()).toEqual(['b', 'a', 'd', 'c', 'e']);
    send('f');
    set({});
    send('g');
    expect(types().slice(-2)).toEqual(['f', 'g']);
    await clock.advance(1000);
    expect(types()).toHaveLength(7);
  });

  test('a closed line posts nothing any more', async () => {
    const { clock, line, send, set, types } = createLine();
    set({ delayMs: 100 });
    send('a');
    line.close();
    await clock.advance(1000);
    expect(types()).toEqual([]);
    expect(clock.pending).toBe(0);
  });

  test('the same seed makes the same mistakes', () => {
    const run = () => {
      const { send, set, posted } = createLine(42);
      set({ drop: 0.2, duplicate: 0.2, malformed: 0.2 });
      send(...Array.from({ length: 16 }, (_, index) => `f${index}`));
      return JSON.stringify(posted);
    };
    expect(run()).toBe(run());
  });
});
