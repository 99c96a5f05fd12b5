import { LogError } from '../logError.js';
import { type SessionLog, type Stored, type Write } from '../sessionLog.js';
import { recordLog } from './logRecorder.js';
import { until } from './until.js';

/** A store that logs can be opened on. */
export interface LogStore {
  open(): SessionLog;
  /** Closes what is open, and lets go of it. */
  close(): Promise<void>;
}

/** What a rejected append said. */
export const refusalOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'none',
    (error: unknown) =>
      error instanceof LogError ? `${error.name} ${error.code} ${error.stream}` : String(error),
  );

/** A write of records named by their data. */
export const write = (stream: string, ids: readonly string[], more: Partial<Write> = {}): Write => ({
  stream,
  records: ids.map((id) => ({ id, data: `"${id}"` })),
  ...more,
});

const ids = (records: readonly Stored[]): string[] => records.map(({ id }) => id);
const numbered = (count: number): string[] => Array.from({ length: count }, (_, index) => `r${index}`);

/** What every session log must do. */
export function sessionLogContract(name: string, make: () => Promise<LogStore>): void {
  describe(`${name}, as any session log`, () => {
    let store: LogStore;
    let log: SessionLog;
    beforeEach(async () => {
      store = await make();
      log = await opened();
    });
    afterEach(() => store.close());

    async function opened(): Promise<SessionLog> {
      const one = store.open();
      await until(async () => (await one.ready()) === undefined);
      return one;
    }

    it('numbers the records of each stream, and keeps them as they are', async () => {
      const odd = JSON.stringify({ text: `ä 😀 "\\ \u0000 \n${'x'.repeat(32_768)}` });
      const [[one, two] = [], [other] = []] = await log.append([
        { stream: 'chat:a', records: [{ id: 'one', data: odd }, { data: '2' }] },
        write('chat:b', ['x']),
      ]);
      expect([one, two, other]).toMatchObject([
        { seq: 1, first: true },
        { seq: 2, first: true },
        { seq: 1, first: true },
      ]);
      const kept = await log.read('chat:a', 0);
      expect(kept).toEqual([
        { seq: 1, id: 'one', time: one!.time, data: odd },
        { seq: 2, id: expect.stringMatching(/^[\w-]{20,}$/), time: two!.time, data: '2' },
      ]);
      expect(Math.abs(Date.now() - one!.time)).toBeLessThan(3_600_000);
      expect([await log.end('chat:a'), await log.end('chat:b'), await log.end('chat:c')]).toEqual([2, 1, 0]);
    });

    it('reads from where it is asked, and no more than asked for', async () => {
      await log.append([write('chat:a', numbered(1_300))]);
      expect(ids(await log.read('chat:a', 0))).toEqual(numbered(1_300));
      expect(ids(await log.read('chat:a', 1_298))).toEqual(['r1298', 'r1299']);
      expect(ids(await log.read('chat:a', 3, 2))).toEqual(['r3', 'r4']);
      expect((await log.read('chat:a', 2, 1_100)).at(-1)?.seq).toBe(1_102);
      expect(await log.read('chat:a', 1_300)).toEqual([]);
      expect(await log.read('chat:none', 0)).toEqual([]);
    });

    it('writes a record once, whoever sends it how often', async () => {
      const other = await opened();
      const [[first] = []] = await log.append([write('chat:a', ['one'])]);
      await log.append([write('chat:a', ['two'])]);
      const again = await other.append([write('chat:a', ['one', 'three', 'three'])]);
      expect(again[0]).toEqual([
        { ...first, first: false },
        { seq: 3, time: expect.any(Number), first: true },
        { seq: 3, time: again[0]![1]!.time, first: false },
      ]);
      expect(ids(await log.read('chat:a', 0))).toEqual(['one', 'two', 'three']);
    });

    it('tells ids of one stream from those of another', async () => {
      await log.append([write('chat:a', ['one']), write('chat:b', ['one'])]);
      expect([await log.end('chat:a'), await log.end('chat:b')]).toEqual([1, 1]);
    });

    it('writes all or nothing', async () => {
      await log.append([write('chat:a', ['one'])]);
      const refused = log.append([
        write('chat:b', ['b'], { final: true }),
        write('chat:a', ['two'], { expect: 0 }),
      ]);
      expect(await refusalOf(refused)).toBe('LogError conflict chat:a');
      expect(await log.end('chat:b')).toBe(0);
      await log.append([write('chat:b', ['b'], { expect: 0 }), write('chat:a', ['two'], { expect: 1 })]);
      expect([await log.end('chat:a'), await log.end('chat:b')]).toEqual([2, 1]);
    });

    it('does writes to the same stream in their order', async () => {
      await log.append([
        write('chat:a', ['one'], { expect: 0 }),
        write('chat:a', ['two', 'one'], { expect: 1, final: true }),
      ]);
      expect(ids(await log.read('chat:a', 0))).toEqual(['one', 'two']);
      const late = log.append([write('chat:b', ['one'], { final: true }), write('chat:b', ['two'])]);
      expect(await refusalOf(late)).toBe('LogError closed chat:b');
      expect(await log.end('chat:b')).toBe(0);
    });

    it('lets one of those win who expect the same end', async () => {
      const other = await opened();
      const tries = Array.from({ length: 20 }, (_, index) =>
        refusalOf((index % 2 ? log : other).append([write('desk:a', [`e${index}`], { expect: 0 })])),
      );
      const refusals = await Promise.all(tries);
      expect(refusals.filter((code) => code === 'none')).toHaveLength(1);
      expect(refusals.filter((code) => code === 'LogError conflict desk:a')).toHaveLength(19);
      expect(await log.end('desk:a')).toBe(1);
    });

    it('compares the end without writing a record', async () => {
      await log.append([write('desk:a', ['one'])]);
      expect(await log.append([write('desk:a', [], { expect: 1 })])).toEqual([[]]);
      expect(await refusalOf(log.append([write('desk:a', [], { expect: 0 })]))).toBe(
        'LogError conflict desk:a',
      );
    });

    it('answers what was written before, though the stream has grown or is final', async () => {
      const writes = [
        write('chat:a', ['one', 'two'], { expect: 0, final: true }),
        write('desk:a', ['e'], { expect: 0 }),
      ];
      const first = await log.append(writes);
      await log.append([write('desk:a', ['f'])]);
      expect(await log.append(writes)).toEqual(
        first.map((places) => places.map((place) => ({ ...place, first: false }))),
      );
      expect(await refusalOf(log.append([write('chat:a', ['two', 'three'])]))).toBe('LogError closed chat:a');
      expect(await log.end('chat:a')).toBe(2);
    });

    it('lets nothing come after the end, on any node', async () => {
      const other = await opened();
      await log.append([write('chat:a', ['one'])]);
      await other.append([write('chat:a', [], { final: true })]);
      expect(await refusalOf(log.append([write('chat:a', ['two'])]))).toBe('LogError closed chat:a');
      await log.append([write('chat:b', ['one'], { final: true })]);
      expect(await refusalOf(other.append([write('chat:b', ['two'])]))).toBe('LogError closed chat:b');
    });

    it('names its streams', async () => {
      await log.append([
        ...['chat:b:2', 'chat:a:1', 'chat:*', 'chat:é'].map((stream) => write(stream, ['x'])),
        write('chau', ['x']),
        write('desk:a', ['x']),
      ]);
      expect(await log.streams('chat:')).toEqual(['chat:*', 'chat:a:1', 'chat:b:2', 'chat:é']);
      expect(await log.streams('chat:*')).toEqual(['chat:*']);
      expect(await log.streams('')).toHaveLength(6);
      expect(await log.streams('none')).toEqual([]);
    });

    it('tells followers on all nodes of each record once, in order', async () => {
      await log.append([write('chat:a', ['before'])]);
      const other = await opened();
      const all = [recordLog(log), recordLog(other)];
      await Promise.all(
        numbered(200).map((id, index) =>
          (index % 2 ? log : other).append([
            write(index % 3 ? 'chat:a' : 'chat:b', [id]),
            write('desk:a', [id]),
          ]),
        ),
      );
      for (const one of all) {
        await one.until(400);
        for (const stream of ['chat:a', 'chat:b', 'desk:a']) {
          const kept = (await log.read(stream, 0)).filter(({ id }) => id !== 'before');
          expect(one.of(stream)).toEqual(kept);
        }
        expect(one.told).toHaveLength(400);
      }
    });

    it('tells a follower that left no more, and one that came later nothing older', async () => {
      const one = recordLog(log);
      await log.append([write('chat:a', ['one'])]);
      await one.until(1);
      const two = recordLog(log);
      one.stop();
      await log.append([write('chat:a', ['two'])]);
      await two.until(1);
      expect([ids(one.of('chat:a')), ids(two.of('chat:a'))]).toEqual([['one'], ['two']]);
    });

    it('goes on though a follower fails', async () => {
      log.follow(() => {
        throw new Error('in a test');
      });
      const one = recordLog(log);
      await log.append([write('chat:a', ['one'])]);
      await one.until(1);
      expect(ids(one.of('chat:a'))).toEqual(['one']);
    });

    it('tells of nothing that was known or refused', async () => {
      const one = recordLog(log);
      await log.append([write('chat:a', ['one'])]);
      await log.append([write('chat:a', ['one'])]);
      await refusalOf(log.append([write('chat:b', ['x']), write('chat:a', ['y'], { expect: 0 })]));
      await log.append([write('chat:a', ['two'])]);
      await one.until(2);
      expect(one.told.map(({ stream, record }) => `${stream}${record.seq}`)).toEqual(['chat:a1', 'chat:a2']);
    });

    it('keeps snapshots; of a desk it may forget what the one before has', async () => {
      const other = await opened();
      expect(await log.kept('desk:a')).toBeUndefined();
      await log.append([write('desk:a', numbered(10)), write('chat:a', numbered(10))]);
      await log.keep('desk:a', 4, 'four');
      expect(await other.kept('desk:a')).toEqual({ seq: 4, snapshot: 'four' });
      expect(await log.read('desk:a', 0)).toHaveLength(10);
      await other.keep('desk:a', 8, 'eight');
      await log.keep('desk:a', 6, 'an older one');
      expect(await log.kept('desk:a')).toEqual({ seq: 8, snapshot: 'eight' });
      expect((await log.read('desk:a', 4)).map(({ seq }) => seq)).toEqual([5, 6, 7, 8, 9, 10]);
      expect((await log.read('desk:a', 5, 2)).map(({ seq }) => seq)).toEqual([6, 7]);
      expect((await log.read('desk:a', 0)).length).toBeLessThanOrEqual(10);
      for (const seq of [4, 8]) await log.keep('chat:a', seq, 'chat');
      expect(await log.read('chat:a', 0)).toHaveLength(10);
      expect((await log.append([write('desk:a', ['new'], { expect: 10 })]))[0]?.[0]?.seq).toBe(11);
    });

    it('forgets streams with all that they have', async () => {
      const other = await opened();
      await log.append([write('chat:a', ['one', 'two'], { final: true }), write('chat:b', ['x'])]);
      await log.keep('chat:a', 2, 'snapshot');
      await other.forget(['chat:a', 'chat:none']);
      expect(await log.read('chat:a', 0)).toEqual([]);
      expect([await log.end('chat:a'), await log.kept('chat:a')]).toEqual([0, undefined]);
      expect(await log.streams('chat:')).toEqual(['chat:b']);
      const one = recordLog(other);
      const written = await log.append([write('chat:a', ['one'], { expect: 0 })]);
      expect(written[0]).toEqual([{ seq: 1, time: expect.any(Number), first: true }]);
      await one.until(1);
      expect(one.of('chat:a')).toEqual(await other.read('chat:a', 0));
    });

    it('swaps small values: one of many wins', async () => {
      const other = await opened();
      const wins = await Promise.all(
        numbered(10).map((value, index) => (index % 2 ? log : other).swap('key', undefined, value, 600_000)),
      );
      expect(wins.filter(Boolean)).toHaveLength(1);
      const value = `r${wins.indexOf(true)}`;
      expect(await other.value('key')).toBe(value);
      expect(await log.swap('key', 'wrong', 'x', 1_000)).toBe(false);
      expect(await other.swap('key', value, 'ü "', Infinity)).toBe(true);
      expect(await log.value('key')).toBe('ü "');
      expect(await log.swap('key', 'ü "', undefined, 0)).toBe(true);
      expect(await other.value('key')).toBeUndefined();
      expect(await other.swap('key', undefined, undefined, 1_000)).toBe(true);
      expect(await other.value('key')).toBeUndefined();
    });

    it('tells all nodes, also its own', async () => {
      const other = await opened();
      const heard: string[] = [];
      log.onTold((topic, text) => heard.push(`one ${topic} ${text}`));
      const stop = other.onTold((topic, text) => heard.push(`two ${topic} ${text}`));
      log.tell('typing', 'ä {"x":1}');
      await until(() => heard.length === 2);
      expect([...heard].sort()).toEqual(['one typing ä {"x":1}', 'two typing ä {"x":1}']);
      stop();
      other.tell('typing', 'again');
      await until(() => heard.length === 3);
      expect(heard.at(-1)).toBe('one typing again');
    });

    it('knows which nodes live', async () => {
      const other = await opened();
      await log.beat('one', 600_000);
      await other.beat('two', 600_000);
      expect(await log.alive()).toEqual(['one', 'two']);
      await log.beat('one', 0);
      await log.beat('two', 600_000);
      expect(await other.alive()).toEqual(['two']);
    });

    it('can be closed, and refuses from then on', async () => {
      const other = await opened();
      const pending = log.append([write('chat:a', ['one'])]);
      await log.close();
      await log.close();
      expect(['none', 'LogError unavailable undefined']).toContain(await refusalOf(pending));
      for (const work of [
        () => log.append([write('chat:a', ['two'])]),
        () => log.read('chat:a', 0),
        () => log.swap('a', undefined, 'b', 1),
        () => log.beat('a', 1),
      ])
        expect(await refusalOf(work())).toBe('LogError unavailable undefined');
      expect(await log.ready()).toMatch(/closed/);
      log.tell('a', 'b');
      await other.append([write('chat:a', ['three'])]);
      expect((await other.read('chat:a', 0)).at(-1)?.id).toBe('three');
    });
  });
}
