import { virtualClock, type VirtualClock } from '../../testing/virtualClock.js';
import { groupCommit, type GroupCommit } from './groupCommit.js';
import { LogError } from './logError.js';
import { refusalOf } from './testing/sessionLogContract.js';

/** A store whose rows are numbers: those of a transaction that is rolled back are gone. */
class Rows {
  committed: number[] = [];
  transactions: number[][] = [];
  open: number[] = [];
  busy = false;
  broken: 'begin' | 'commit' | undefined;

  begin(): void {
    if (this.busy) throw new Error('BUSY');
    if (this.broken === 'begin') throw new Error('BROKEN');
    this.open = [];
  }
  commit(): void {
    if (this.broken === 'commit') throw new Error('BROKEN');
    this.committed.push(...this.open);
    this.transactions.push(this.open);
  }
  rollback(): void {
    this.open = [];
  }
  isBusy(error: unknown): boolean {
    return error instanceof Error && error.message === 'BUSY';
  }
  add(row: number): number {
    if (row === 13) throw new Error('a row that no table takes');
    if (row === 7) throw new LogError('conflict', 'chat:a');
    this.open.push(row);
    return row;
  }
}

let rows: Rows;
let clock: VirtualClock;
let commits: GroupCommit;
let failures: string[];
let told: number;

beforeEach(() => {
  rows = new Rows();
  clock = virtualClock();
  failures = [];
  told = 0;
  commits = groupCommit({
    store: rows,
    clock,
    failed: (error) => failures.push(error instanceof Error ? error.message : 'unknown'),
    committed: () => {
      told += 1;
    },
  });
});

const add = (row: number, weight = 1): Promise<number> => commits.run(() => rows.add(row), weight);

test('what is asked for in one turn is committed together', async () => {
  expect(await Promise.all([1, 2, 3].map((row) => add(row)))).toEqual([1, 2, 3]);
  expect(rows.transactions).toEqual([[1, 2, 3]]);
  await add(4);
  expect(rows.transactions).toEqual([[1, 2, 3], [4]]);
  expect(told).toBe(2);
});

test('a commit that takes long is followed by a rest as long, and all that comes meanwhile is in the next', async () => {
  const commit = rows.commit.bind(rows);
  rows.commit = () => {
    commit();
    clock.advance(6);
  };
  await add(1);
  const next = [2, 3].map((row) => add(row));
  clock.advance(5);
  const last = add(4);
  await new Promise(setImmediate);
  expect(rows.transactions).toEqual([[1]]);
  clock.advance(1);
  await Promise.all([...next, last]);
  expect(rows.transactions).toEqual([[1], [2, 3, 4]]);
});

test('however long a commit takes, the rest after it is short', async () => {
  const commit = rows.commit.bind(rows);
  rows.commit = () => {
    commit();
    clock.advance(400);
  };
  await add(1);
  const next = add(2);
  clock.advance(8);
  await next;
  expect(rows.transactions).toEqual([[1], [2]]);
});

test('nobody is told before it is committed', async () => {
  const order: string[] = [];
  const commit = rows.commit.bind(rows);
  rows.commit = () => {
    commit();
    order.push('commit');
  };
  await Promise.all([1, 2].map((row) => add(row).then(() => order.push('told'))));
  expect(order).toEqual(['commit', 'told', 'told']);
});

test('much is committed in slices, and others have their turn in between', async () => {
  let turns = 0;
  let going = true;
  const turn = (): void => {
    turns += 1;
    if (going) setImmediate(turn);
  };
  setImmediate(turn);
  await Promise.all(Array.from({ length: 1_000 }, (_, at) => add(100 + at)));
  going = false;
  expect(rows.transactions.map((slice) => slice.length)).toEqual([250, 250, 250, 250]);
  expect(rows.committed).toEqual(Array.from({ length: 1_000 }, (_, at) => 100 + at));
  expect(turns).toBeGreaterThanOrEqual(3);
});

test('what is heavy goes alone', async () => {
  await Promise.all([add(1), add(2, 500), add(3), add(4)]);
  expect(rows.transactions).toEqual([[1], [2], [3, 4]]);
});

test('a refusal is the own one, and its neighbours are committed', async () => {
  const answers = await Promise.all([1, 7, 2].map((row) => refusalOf(add(row))));
  expect(answers).toEqual(['none', 'LogError conflict chat:a', 'none']);
  expect(rows.transactions).toEqual([[1, 2]]);
  expect(failures).toEqual([]);
});

test('a write that fails fails nobody else', async () => {
  const answers = await Promise.all([1, 13, 2, 7, 3].map((row) => refusalOf(add(row))));
  expect(answers).toEqual([
    'none',
    'LogError unavailable undefined',
    'none',
    'LogError conflict chat:a',
    'none',
  ]);
  expect(rows.committed).toEqual([1, 2, 3]);
  expect(failures).toEqual(['a row that no table takes']);
  await Promise.all([add(4), add(5)]);
  expect(rows.transactions.at(-1)).toEqual([4, 5]);
});

test.each(['begin', 'commit'] as const)(
  'when %s fails, all who wait are told, and it goes on after that',
  async (what) => {
    rows.broken = what;
    const answers = await Promise.all([1, 2].map((row) => refusalOf(add(row))));
    expect(answers).toEqual(['LogError unavailable undefined', 'LogError unavailable undefined']);
    expect(failures.length).toBeGreaterThan(0);
    rows.broken = undefined;
    expect(await add(3)).toBe(3);
    expect(rows.committed).toEqual([3]);
  },
);

test('it waits while somebody else writes', async () => {
  rows.busy = true;
  const added = add(1);
  await clock.nextTimer();
  clock.advance(4_500);
  rows.busy = false;
  clock.advance(100);
  expect(await added).toBe(1);
  expect(failures).toEqual([]);
});

test('it tells those who wait when somebody else writes for too long', async () => {
  rows.busy = true;
  const refused = Promise.all([refusalOf(add(1)), refusalOf(add(2))]);
  await clock.nextTimer();
  clock.advance(5_200);
  expect(await refused).toEqual(['LogError unavailable undefined', 'LogError unavailable undefined']);
  expect(failures).toEqual(['BUSY']);
});

test('no more wait than can be served in time', async () => {
  rows.busy = true;
  const waiting = Array.from({ length: 50_000 }, () => refusalOf(add(1)));
  expect(await refusalOf(add(2))).toBe('LogError unavailable undefined');
  rows.busy = false;
  commits.close();
  expect(new Set(await Promise.all(waiting))).toEqual(new Set(['none']));
});

test('closing commits what waits, and refuses what comes', async () => {
  const waiting = Array.from({ length: 600 }, (_, at) => add(100 + at));
  commits.close();
  expect(rows.committed).toHaveLength(600);
  expect(await refusalOf(add(1))).toBe('LogError unavailable undefined');
  await Promise.all(waiting);
});

test('closing while somebody else writes tells those who wait', async () => {
  rows.busy = true;
  const waiting = refusalOf(add(1));
  commits.close();
  expect(await waiting).toBe('LogError unavailable undefined');
});
