import { fakeConnector, virtualClock, type FakeConnector, type VirtualClock } from '@offhook/testing';
import * as fc from 'fast-check';
import type { Offhook } from './client.js';
import type { Call } from './model/call.js';
import type { OffhookEvent } from './model/event.js';
import { createOffhook } from './offhook.js';
import type { Current } from './stream/current.js';
import { combine, select } from './stream/select.js';
import { deepFreeze } from './testing/deepFreeze.js';
import { naivePhone } from './testing/naivePhone.js';
import { property } from './testing/property.js';
import { connectorIds, story, vendorIds, type Frame } from './testing/story.js';
import { catchUnhandled } from './testing/unhandled.js';

const unhandled = catchUnhandled();
const recentLimit = 3;

interface Stage {
  readonly phone: Offhook;
  readonly clock: VirtualClock;
  readonly lines: ReadonlyMap<string, FakeConnector>;
  readonly events: readonly OffhookEvent[];
  /** Every Current there is, by name. */
  readonly currents: ReadonlyMap<string, Current<unknown>>;
  play(frame: Frame): void;
}

function setStage(): Stage {
  const clock = virtualClock();
  const lines = new Map(
    connectorIds.map((id) => [
      id as string,
      fakeConnector({ id, recyclesIds: id === 'two', status: 'connecting' }),
    ]),
  );
  const phone = createOffhook({ connectors: [...lines.values()], clock, recentLimit });
  const events: OffhookEvent[] = [];
  phone.events$.subscribe((event) => events.push(event));
  const ids = connectorIds.flatMap((connector) => vendorIds.map((id) => `${connector}:${id}`));
  const currents = new Map<string, Current<unknown>>([
    ...ids.map((id) => [id, phone.calls.get(id)] as const),
    ['recycled', phone.calls.get('two:1#2')],
    ['ids', phone.calls.ids],
    ['all', phone.calls.all],
    ['focus', phone.focus],
    ['incoming', phone.incomingCalls],
    ['recent', phone.recentCalls],
    ['inbox', phone.inbox.all],
    ['threads', phone.inbox.ids],
    ['connections', phone.connections.all],
    ['agents', phone.agents.all],
    ['capabilities', phone.capabilities],
    ['derived', select(phone.focus, (focus) => focus?.state)],
    ['combined', combine([phone.calls.ids, phone.recentCalls], (live, recent) => [...live, ...recent])],
  ]);
  return {
    phone,
    clock,
    lines,
    events,
    currents,
    play({ connector, reports, passed }) {
      clock.advance(passed);
      lines.get(connector)?.emit(...deepFreeze(reports));
    },
  };
}

const valuesOf = (currents: Stage['currents']): readonly unknown[] =>
  [...currents.values()].map(({ value }) => value);

const sameValues = (a: readonly unknown[], b: readonly unknown[]): boolean =>
  a.every((value, index) => Object.is(value, b[index]));

property(
  'in any callback every value is of one commit, told once, and only when it changed',
  [story],
  async (frames) => {
    const { phone, currents, play } = setStage();
    const wrong: string[] = [];
    const told = new Map<string, number>();
    let values: readonly unknown[] | undefined;
    const look = (who: string): void => {
      // The first callback of a commit says what it is; all others must see the same.
      values ??= valuesOf(currents);
      if (!sameValues(values, valuesOf(currents))) wrong.push(`${who} saw something else`);
    };
    for (const [name, current] of currents) {
      current.listen((value) => {
        told.set(name, (told.get(name) ?? 0) + 1);
        if (value !== current.value) wrong.push(`${name} was told something else`);
        look(name);
      });
    }
    phone.events$.subscribe(({ type }) => look(type));
    for (const frame of frames) {
      const before = valuesOf(currents);
      told.clear();
      values = undefined;
      play(frame);
      look('whoever came after the commit');
      const after = valuesOf(currents);
      [...currents.keys()].forEach((name, index) => {
        const changed = Object.is(before[index], after[index]) ? 0 : 1;
        if ((told.get(name) ?? 0) !== changed)
          wrong.push(`${name} was told ${told.get(name) ?? 0} times, not ${changed}`);
      });
      expect(wrong).toEqual([]);
    }
    phone.close();
    await unhandled.settle();
    expect(unhandled.errors).toEqual([]);
  },
);

property('state is never mutated, nor are the reports', [story], async (frames) => {
  const { phone, currents, events, play } = setStage();
  // Frozen all the way down: whoever writes to it throws, and that is told.
  for (const current of currents.values()) current.subscribe((value) => deepFreeze(value));
  phone.events$.subscribe((event) => deepFreeze({ ...event }));
  for (const frame of frames) play(frame);
  await unhandled.settle();
  expect(unhandled.errors).toEqual([]);
  expect(events.length).toBeGreaterThanOrEqual(0);
  phone.close();
});

property('the lists and the focus are what a naive recomputation says', [story], (frames) => {
  const { phone, events, play } = setStage();
  const naive = naivePhone(recentLimit);
  const idsOf = (calls: readonly Call[]): readonly string[] => calls.map(({ id }) => id);
  let taken = events.length;
  for (const frame of frames) {
    play(frame);
    for (const event of events.slice(taken)) naive.take(event);
    taken = events.length;
    expect(phone.calls.ids.value).toEqual(naive.live());
    expect(phone.calls.all.value).toEqual(phone.calls.ids.value.map((id) => phone.calls.get(id).value));
    expect(idsOf(phone.incomingCalls.value)).toEqual(naive.incoming());
    expect(idsOf(phone.recentCalls.value)).toEqual(naive.recent());
    expect(phone.recentCalls.value.length).toBeLessThanOrEqual(recentLimit);
    expect(phone.focus.value?.id).toBe(naive.focus());
    for (const call of [...phone.calls.all.value, ...phone.recentCalls.value, ...phone.incomingCalls.value]) {
      expect(phone.calls.get(call.id).value).toBe(call);
      for (const id of call.linked) expect(id.split(':')[0]).not.toBe(call.connector);
    }
  }
  phone.close();
});

property(
  'ids are unique and never change, each call ends once, and no call leaves ended',
  [story],
  (frames) => {
    const { phone, events, play } = setStage();
    const [added, ended] = [new Set<string>(), new Set<string>()];
    let taken = events.length;
    for (const frame of frames) {
      play(frame);
      for (const event of events.slice(taken)) {
        if (!('call' in event)) continue;
        const { id, state, connector } = event.call;
        expect(id.startsWith(`${connector}:`)).toBe(true);
        expect(event.connector).toBe(connector);
        expect(added.has(id)).toBe(event.type !== 'call.added');
        added.add(id);
        if (ended.has(id)) expect([event.type, state]).not.toContain('call.ended');
        if (ended.has(id)) expect(state).toBe('ended');
        if (event.type === 'call.ended') ended.add(id);
        // It is no more; set apart again, its id is that of another call.
        if (event.type === 'call.merged') for (const ids of [added, ended]) ids.delete(event.from);
      }
      taken = events.length;
      for (const id of ended) {
        const now = phone.calls.get(id).value;
        if (now?.id === id) expect(now.state).toBe('ended');
      }
      const live = phone.calls.ids.value;
      expect(new Set(live).size).toBe(live.length);
      for (const id of live) expect(ended.has(id)).toBe(false);
    }
    phone.close();
  },
);

property(
  'events are stamped one commit after another, and a frame said twice tells only violations',
  [story],
  (frames) => {
    const { phone, events, play } = setStage();
    let seq = events.at(-1)?.seq ?? 0;
    for (const frame of frames) {
      const before = events.length;
      play(frame);
      const told = events.slice(before);
      if (told.length > 0) seq += 1;
      expect(told.map((event) => event.seq)).toEqual(told.map(() => seq));
      const [report, ...others] = frame.reports;
      if (report?.type !== 'call' || others.length > 0) continue;
      const again = events.length;
      play({ ...frame, passed: 1_000 });
      const repeated = events.slice(again);
      // Recycled, an id begins a call that is over at once, again and again; all else was known.
      if (frame.connector === 'one') {
        expect(repeated.filter(({ type }) => type !== 'protocol.violation')).toEqual([]);
      }
      if (repeated.length > 0) seq += 1;
    }
    phone.close();
  },
);

property('a throwing subscriber changes nothing for the others', [story], async (frames) => {
  /** Everything that everybody is told in the course of the story. */
  const play = (throwing: boolean): { readonly log: readonly string[]; readonly thrown: number } => {
    const stage = setStage();
    const log: string[] = [];
    let thrown = 0;
    const fail = (): void => {
      thrown += 1;
      throw new Error('mine');
    };
    for (const [name, current] of stage.currents) {
      if (throwing) current.listen(fail);
      current.listen((value) => log.push(`${name} ${JSON.stringify(value)}`));
      if (throwing) current.subscribe(fail);
    }
    if (throwing) stage.phone.events$.subscribe(fail);
    stage.phone.events$.subscribe((event) => log.push(JSON.stringify(event)));
    for (const frame of frames) stage.play(frame);
    stage.phone.close();
    return { log, thrown };
  };
  const quiet = play(false);
  const before = unhandled.errors.length;
  const loud = play(true);
  await unhandled.settle();
  expect(loud.log).toEqual(quiet.log);
  expect(unhandled.errors.length - before).toBe(loud.thrown);
});

property('whoever comes late sees the same as whoever was there from the start', [story], (frames) => {
  const { phone, currents, play } = setStage();
  const seen = new Map<string, unknown>();
  for (const [name, current] of currents) current.subscribe((value) => seen.set(name, value));
  for (const frame of frames) play(frame);
  for (const [name, current] of currents) {
    current.subscribe((value) => expect([name, value]).toEqual([name, seen.get(name)])).unsubscribe();
    expect(current.value).toBe(seen.get(name));
  }
  phone.close();
});

property('two clients that hear the same have the same calls under the same ids', [story], (frames) => {
  const [a, b] = [setStage(), setStage()];
  for (const frame of frames) for (const stage of [a, b]) stage.play(frame);
  expect(valuesOf(b.currents)).toEqual(valuesOf(a.currents));
  for (const { phone } of [a, b]) phone.close();
});

property(
  'frames that come inside callbacks are told as if they had come one after another',
  [story],
  (frames) => {
    const [calm, nested] = [setStage(), setStage()];
    const waiting = frames.map((frame) => ({ ...frame, passed: 0 }));
    for (const frame of waiting) calm.play(frame);
    const next = (): void => {
      const frame = waiting.shift();
      if (frame !== undefined) nested.play(frame);
    };
    for (const current of nested.currents.values()) current.listen(next);
    nested.phone.events$.subscribe(next);
    while (waiting.length > 0) next();
    expect(nested.events).toEqual(calm.events);
    expect(valuesOf(nested.currents)).toEqual(valuesOf(calm.currents));
    for (const { phone } of [calm, nested]) phone.close();
  },
);

test('the stories are worth telling: every kind of step, merges, recycled ids, links and evictions are in them', () => {
  const types = new Set<string>();
  const met = { recycled: false, linked: false, evicted: false };
  for (const frames of fc.sample(story, { seed: 1, numRuns: 100 })) {
    const { phone, events, play } = setStage();
    for (const frame of frames) play(frame);
    for (const event of events) types.add(event.type);
    const calls = events.flatMap((event) => ('call' in event ? event.call : []));
    met.recycled ||= calls.some(({ id }) => id.includes('#'));
    met.linked ||= calls.some(({ linked }) => linked.length > 0);
    met.evicted ||= calls.some(({ id }) => phone.calls.get(id).value === undefined);
    phone.close();
  }
  expect(met).toEqual({ recycled: true, linked: true, evicted: true });
  const steps = [
    'added',
    'ringing',
    'dialing',
    'active',
    'held',
    'resumed',
    'muted',
    'unmuted',
    'updated',
    'merged',
    'ended',
  ];
  expect([...types]).toEqual(expect.arrayContaining(steps.map((step) => `call.${step}`)));
  expect([...types]).toEqual(
    expect.arrayContaining(['protocol.violation', 'inbox.message.received', 'capabilities.changed']),
  );
});
