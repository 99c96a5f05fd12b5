import type { Report } from '@offhook/core';
import * as fc from 'fast-check';
import { eventLines } from './channel/eventLines.js';
import { at, linesOf } from './testing/frames.js';
import { property } from './testing/property.js';
import { emptyMemory, nextDue, translate } from './translate.js';
import { readFrame, type StreamEvent, type StreamFrame } from './wire.js';

const callId = fc.constantFrom('1.1', '2.2', '3.3');
const when = fc.integer({ min: -200_000, max: 200_000 }).map((ms) => at + ms);
const frame: fc.Arbitrary<StreamFrame> = fc.oneof(
  fc.record({ type: fc.constant('call' as const), call: fc.record({ id: callId, at: when }) }),
  fc.record({ type: fc.constant('done' as const), id: callId, at: when }),
  fc.record({ type: fc.constant('login' as const), login: fc.string({ minLength: 1 }), at: when }),
  fc.record({ type: fc.constant('hello' as const), at: when }),
);
const step = fc.record({ frame, ms: fc.integer({ min: 0, max: 90_000 }), again: fc.nat({ max: 4 }) });

/** What a script makes the client know, with or without events that come again after a resume. */
function play(script: readonly { frame: StreamFrame; ms: number; again: number }[], again: boolean) {
  const reports: Report[] = [];
  const said: StreamFrame[] = [];
  let memory = emptyMemory;
  let now = 0;
  const hear = (heard: StreamFrame): void => {
    const translation = translate(memory, heard, { now, at: at + now, ringMs: 120_000 });
    memory = translation.memory;
    reports.push(...translation.reports);
  };
  script.forEach((each, index) => {
    now += each.ms;
    said.push({ ...each.frame, eventId: `${index}-0` });
    const from = again && each.frame.type !== 'hello' ? Math.max(0, index - each.again) : index;
    for (const heard of said.slice(from)) if (heard === said[index] || heard.type !== 'hello') hear(heard);
    if (again) for (const heard of said.slice(from)) if (heard.type !== 'hello') hear(heard);
  });
  return { reports, memory };
}

property(
  'events that come again after a resume change nothing',
  fc.array(step, { maxLength: 30 }),
  (script) => {
    expect(play(script, true)).toEqual(play(script, false));
  },
);

property(
  'no call lives and is over, and none rings for longer than it may',
  fc.array(step, { maxLength: 30 }),
  (script) => {
    const { memory } = play(script, true);
    const live = memory.live.map(({ id }) => id);
    expect(new Set(live).size).toBe(live.length);
    expect(live.filter((id) => memory.ended.includes(id))).toEqual([]);
    const now = script.reduce((sum, { ms }) => sum + ms, 0);
    if (live.length > 0) expect(nextDue(memory)).toBeGreaterThan(now);
    for (const { dueAt } of memory.live) expect(dueAt).toBeLessThanOrEqual(now + 120_000);
  },
);

const event = fc.record({
  event: fc.constantFrom('call', 'done', 'hello', 'other'),
  id: fc.constantFrom('1-0', '2-0'),
  data: fc.jsonValue(),
});

property(
  'the lines say the same wherever they are cut, and however they end',
  fc.tuple(
    fc.array(event, { maxLength: 8 }),
    fc.array(fc.nat({ max: 400 }), { maxLength: 20 }),
    fc.constantFrom('\n', '\r\n', '\r'),
  ),
  ([events, cuts, end]) => {
    const text = events.map(linesOf).join('').replaceAll('\n', end);
    const read: StreamEvent[] = [];
    const take = eventLines({
      lastId: undefined,
      maxChars: 100_000,
      onEvent: (each) => read.push(each),
      onRetry: () => {},
      onTooLong: () => {},
    });
    let from = 0;
    for (const cut of [...cuts].sort((a, b) => a - b)) {
      take(text.slice(from, Math.max(from, cut)));
      from = Math.max(from, cut);
    }
    take(text.slice(from));
    expect(read).toEqual(
      events.map(({ event: name, id, data }) => ({ name, id, data: JSON.stringify(data) })),
    );
  },
);

property('no event makes the guard throw', fc.tuple(fc.string(), fc.string()), ([name, data]) => {
  expect(() => readFrame({ name, data, id: undefined })).not.toThrow();
});
