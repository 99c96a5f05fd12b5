import { catchUnhandled } from '../testing/unhandled.js';
import { createBatch, type Batch } from './batch.js';
import { combine, select } from './select.js';
import { createCurrent, StateNode } from './state.js';

const unhandled = catchUnhandled();

function nodes(batch: Batch, told: string[], ...ranks: number[]) {
  return ranks.map((rank) => {
    const node = new StateNode(batch, 0, rank);
    node.listen((value) => told.push(`rank ${rank}: ${value}`));
    return node;
  });
}

it('tells by rank, whatever the order in which values were set', () => {
  const batch = createBatch();
  const told: string[] = [];
  const [two, zero, one] = nodes(batch, told, 2, 0, 1);
  batch.commit(() => {
    two?.set(1);
    one?.set(1);
    zero?.set(1);
  });
  expect(told).toEqual(['rank 0: 1', 'rank 1: 1', 'rank 2: 1']);
});

it('has set all values before it tells the first', () => {
  const batch = createBatch();
  const a = new StateNode(batch, 0);
  const b = new StateNode(batch, 0);
  const seen: number[][] = [];
  for (const node of [a, b]) node.listen(() => seen.push([a.value, b.value]));
  batch.commit(() => {
    a.set(1);
    b.set(2);
  });
  expect(seen).toEqual([
    [1, 2],
    [1, 2],
  ]);
});

it('counts commits one by one', () => {
  const batch = createBatch();
  const seqs: number[] = [];
  const before = batch.seq;
  batch.commit((seq) => {
    seqs.push(seq);
    batch.commit((next) => seqs.push(next));
  });
  expect(seqs).toEqual([before + 1, before + 2]);
  expect(batch.seq).toBe(before + 2);
});

it('runs work asked for inside a commit behind it, in order, each with its own telling', () => {
  const batch = createBatch();
  const told: string[] = [];
  const [node] = nodes(batch, told, 0);
  node?.listen((value) => {
    if (value !== 1) return;
    batch.commit(
      () => node.set(2),
      () => told.push('after 2'),
    );
    batch.commit(() => node.set(3));
  });
  batch.commit(
    () => node?.set(1),
    () => told.push('after 1'),
  );
  expect(told).toEqual(['rank 0: 1', 'after 1', 'rank 0: 2', 'after 2', 'rank 0: 3']);
});

it('runs what comes after when everybody has been told', () => {
  const batch = createBatch();
  const told: string[] = [];
  const [node] = nodes(batch, told, 5);
  batch.commit(
    () => node?.set(1),
    () => told.push('after'),
  );
  expect(told).toEqual(['rank 5: 1', 'after']);
});

it('goes on after work that throws, and tells of the error', async () => {
  const batch = createBatch();
  const told: string[] = [];
  const [node] = nodes(batch, told, 0);
  const wrong = new Error('work');
  expect(() =>
    batch.commit(() => {
      throw wrong;
    }),
  ).not.toThrow();
  batch.commit(() => node?.set(1));
  expect(told).toEqual(['rank 0: 1']);
  await unhandled.settle();
  expect(unhandled.errors).toEqual([wrong]);
});

it('tells what was set before work threw, so that no value stays untold', async () => {
  const batch = createBatch();
  const told: string[] = [];
  const [node] = nodes(batch, told, 0);
  batch.commit(() => {
    node?.set(1);
    throw new Error('halfway');
  });
  expect(told).toEqual(['rank 0: 1']);
  await unhandled.settle();
  expect(unhandled.errors).toHaveLength(1);
});

it('goes on after an error in what comes after', async () => {
  const batch = createBatch();
  const told: string[] = [];
  const [node] = nodes(batch, told, 0);
  batch.commit(
    () => {},
    () => {
      throw new Error('after');
    },
  );
  batch.commit(() => node?.set(1));
  expect(told).toEqual(['rank 0: 1']);
  await unhandled.settle();
  expect(unhandled.errors).toHaveLength(1);
});

describe('news from another batch', () => {
  function setUp() {
    const batch = createBatch();
    const own = new StateNode(batch, 0, 1);
    const foreign = createCurrent(0);
    const told: string[] = [];
    return { batch, own, foreign, told };
  }

  it('that comes outside a commit is told at once', () => {
    const { own, foreign, told } = setUp();
    combine([own, foreign], (a, b) => `${a} ${b}`).listen((value) => told.push(value));
    foreign.set(1);
    expect(told).toEqual(['0 1']);
  });

  it.each(['a callback of a lower rank', 'a callback of the same rank', 'a callback of a higher rank'])(
    'that comes in %s is told without waiting for the next commit',
    (where) => {
      const { batch, own, foreign, told } = setUp();
      const both = combine([own, foreign], (a, b) => `${a} ${b}`);
      const above = select(both, (value) => value);
      const source = where.includes('lower') ? own : where.includes('same') ? both : above;
      both.listen((value) => told.push(value));
      source.listen(() => foreign.set(1));
      batch.commit(() => own.set(1));
      expect(told.at(-1)).toBe('1 1');
    },
  );

  it('that comes after the telling, where events go out, is told without waiting for the next commit', () => {
    const { batch, own, foreign, told } = setUp();
    combine([own, foreign], (a, b) => `${a} ${b}`).listen((value) => told.push(value));
    batch.commit(
      () => own.set(1),
      () => foreign.set(1),
    );
    expect(told).toEqual(['1 0', '1 1']);
  });
});
