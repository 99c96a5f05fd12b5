import * as fc from 'fast-check';
import { property } from '../../../testing/property.js';
import { LogError } from '../logError.js';
import { memoryLog } from '../memoryLog.js';
import { type SessionLog, type Write, type Written } from '../sessionLog.js';
import { recordLog } from './logRecorder.js';
import { refusalOf, type LogStore } from './sessionLogContract.js';
import { until } from './until.js';

type Append = readonly Write[];

interface Done {
  readonly writes: Append;
  readonly places: readonly (readonly Written[])[];
}

const nodeCount = 2;
const streamNames = ['chat:a', 'chat:b', 'desk:c'];
const stream = fc.constantFrom(...streamNames);

// Few ids, few streams, low numbers: so that they meet.
const append: fc.Arbitrary<Append> = fc.array(
  fc
    .record({
      stream,
      ids: fc.array(fc.nat(60), { maxLength: 4 }),
      expect: fc.option(fc.nat(12), { nil: undefined, freq: 2 }),
      isFinal: fc.nat(25),
    })
    .map(({ stream: name, ids, expect: end, isFinal }) => ({
      stream: name,
      records: ids.map((id) => ({ id: `r${id}`, data: String(id) })),
      ...(end === undefined ? {} : { expect: end }),
      ...(isFinal === 0 ? { final: true } : {}),
    })),
  { minLength: 1, maxLength: 3 },
);

const onNode = fc.record({ node: fc.nat(nodeCount - 1), writes: append });

async function opened(store: LogStore): Promise<SessionLog[]> {
  const logs = Array.from({ length: nodeCount }, () => store.open());
  for (const log of logs) await until(async () => (await log.ready()) === undefined);
  return logs;
}

/**
 * Writers on two nodes, all at once: each acknowledged record is there once and where it was said to be, nothing else is, and
 * all followers are told the same in the same order.
 *
 * @param disturb called while a burst is on its way
 */
export function writersProperty(
  name: string,
  make: () => Promise<LogStore>,
  disturb: () => Promise<unknown> = () => Promise.resolve(),
): void {
  property(
    `${name}: random writers on two nodes, ids that are known, ends that are wrong`,
    fc.array(
      fc.record({
        burst: fc.array(onNode, { maxLength: 12 }),
        isDisturbed: fc.nat(5).map((number) => number === 0),
      }),
      { maxLength: 6 },
    ),
    async (bursts) => {
      const store = await make();
      try {
        const logs = await opened(store);
        const followers = logs.map(recordLog);
        const done: Done[] = [];
        // Broken off twice while they were on their way: nobody knows what became of them.
        const unanswered: Append[] = [];
        let wasDisturbed = false;
        for (const { burst, isDisturbed } of bursts) {
          wasDisturbed ||= isDisturbed;
          const answers = burst.map(({ node, writes }) =>
            logs[node]!.append(writes).then(
              (places) => void done.push({ writes, places }),
              (error: unknown) => {
                if (!(error instanceof LogError)) throw error;
                if (error.code !== 'unavailable') return;
                if (!wasDisturbed) throw error;
                unanswered.push(writes);
              },
            ),
          );
          if (isDisturbed) await disturb();
          await Promise.all(answers);
        }
        await check(logs[0]!, done, unanswered);
        const all = (await Promise.all(streamNames.map((each) => logs[0]!.read(each, 0)))).flat().length;
        for (const follower of followers) {
          await follower.until(all);
          expect(follower.told).toHaveLength(all);
          for (const each of streamNames) expect(follower.of(each)).toEqual(await logs[1]!.read(each, 0));
        }
      } finally {
        await store.close();
      }
    },
  );
}

async function check(log: SessionLog, done: readonly Done[], unanswered: readonly Append[]): Promise<void> {
  for (const name of streamNames) {
    const records = await log.read(name, 0);
    expect(records.map(({ seq }) => seq)).toEqual(records.map((_, at) => at + 1));
    expect(records.map(({ time }) => time)).toEqual(records.map(({ time }) => time).sort((a, b) => a - b));
    const unclaimed = new Set(records.map(({ seq }) => seq));
    for (const { writes, places } of done) {
      for (const [at, write] of writes.entries()) {
        if (write.stream !== name) continue;
        const fresh = places[at]!.filter(({ first }) => first);
        for (const { seq } of fresh) expect(unclaimed.delete(seq)).toBe(true);
        if (write.expect !== undefined && fresh.length > 0) expect(fresh[0]!.seq).toBe(write.expect + 1);
        if (write.final && fresh.length > 0) expect(fresh.at(-1)!.seq).toBe(records.length);
        for (const [index, { seq, time }] of places[at]!.entries())
          expect(records[seq - 1]).toEqual({ seq, time, ...write.records[index]! });
      }
    }
    const asked = unanswered.flat().filter((write) => write.stream === name);
    const perhaps = new Set(asked.flatMap((write) => write.records.map(({ id }) => id)));
    expect(records.filter(({ seq, id }) => unclaimed.has(seq) && !perhaps.has(id))).toEqual([]);
  }
}

type Step =
  | { readonly do: 'append'; readonly node: number; readonly writes: Append }
  | { readonly do: 'keep'; readonly node: number; readonly stream: string; readonly seq: number }
  | { readonly do: 'forget'; readonly node: number; readonly stream: string }
  | {
      readonly do: 'swap';
      readonly node: number;
      readonly from: string | undefined;
      readonly to: string | undefined;
    };

const value = fc.constantFrom(undefined, 'x', 'y');
const node = fc.nat(nodeCount - 1);
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 8, arbitrary: fc.record({ do: fc.constant('append' as const), node, writes: append }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('keep' as const), node, stream, seq: fc.nat(12) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('forget' as const), node, stream }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('swap' as const), node, from: value, to: value }) },
);

/** One after the other on two nodes: the same comes of it as of `memoryLog`, but for the times. */
export function sameAsMemoryProperty(name: string, make: () => Promise<LogStore>): void {
  property(`${name} answers as memoryLog does`, fc.array(step, { maxLength: 25 }), async (steps) => {
    const store = await make();
    try {
      const logs = await opened(store);
      const memory = memoryLog();
      for (const each of steps) expect(await play(logs[each.node]!, each)).toEqual(await play(memory, each));
      expect(await stateOf(logs[0]!)).toEqual(await stateOf(memory));
    } finally {
      await store.close();
    }
  });
}

async function play(log: SessionLog, each: Step): Promise<unknown> {
  if (each.do === 'keep') return log.keep(each.stream, each.seq, `snapshot at ${each.seq}`);
  if (each.do === 'forget') return log.forget([each.stream]);
  if (each.do === 'swap') return log.swap('key', each.from, each.to, 600_000);
  const appended = log.append(each.writes);
  const refusal = await refusalOf(appended);
  if (refusal !== 'none') return refusal;
  return (await appended).map((places) => places.map(({ seq, first }) => ({ seq, first })));
}

const stateOf = async (log: SessionLog): Promise<unknown> => ({
  streams: await log.streams(''),
  value: await log.value('key'),
  each: await Promise.all(
    streamNames.map(async (name) => ({
      end: await log.end(name),
      kept: await log.kept(name),
      records: (await log.read(name, 0)).map(({ seq, id, data }) => ({ seq, id, data })),
    })),
  ),
});
