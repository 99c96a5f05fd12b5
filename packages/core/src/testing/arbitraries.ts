import * as fc from 'fast-check';
import type { CallReport } from '../model/report.js';
import type { CallState, EndReason } from '../model/call.js';
import { start } from './foldSetUp.js';

const state = fc.constantFrom<CallState>('dialing', 'ringing', 'active', 'held', 'ended');

const endReason = fc.constantFrom<EndReason>('completed', 'missed', 'rejected', 'busy', 'failed', 'unknown');

const word = fc.constantFrom('a', 'b', 'c');

const party = fc.record({ number: fc.constantFrom('+12165325078', '101'), name: word }, { requiredKeys: [] });

/** The vendor's clock goes as it likes. */
const time = fc.integer({ min: start - 86_400_000, max: start + 86_400_000 });

const duration = fc.oneof(fc.nat(100_000), fc.constantFrom(-1, NaN, Infinity));

/** What a connector may say of a call, sensible or not; the ids are the test's. */
export const callFacts: fc.Arbitrary<Partial<CallReport>> = fc.record(
  {
    state,
    direction: fc.constantFrom('inbound' as const, 'outbound' as const),
    remote: party,
    local: party,
    muted: fc.boolean(),
    onHoldBy: fc.constantFrom('local' as const, 'remote' as const),
    recording: fc.constantFrom('off' as const, 'on' as const, 'paused' as const),
    reconnecting: fc.boolean(),
    ending: fc.boolean(),
    legs: fc.array(fc.record({ vendorId: word, kind: fc.constant('softphone' as const), state }), {
      maxLength: 2,
    }),
    participants: fc.array(party, { maxLength: 2 }),
    queue: word,
    sipCallId: word,
    startedAt: time,
    answeredAt: time,
    endedAt: time,
    endReason,
    endReasonFrom: fc.constantFrom('vendor' as const, 'inferred' as const),
    recordings: fc.array(fc.record({ id: word }), { maxLength: 2 }),
    durations: fc.record({ waitMs: duration, talkMs: duration, totalMs: duration }, { requiredKeys: [] }),
    userData: fc.dictionary(fc.constantFrom('a', 'b', '__proto__', 'constructor'), word),
  },
  { requiredKeys: [] },
);

/** The same, mostly with a state and few facts beside it, and with some of the ids that one call may have. */
export const callReport: fc.Arbitrary<Partial<CallReport>> = fc
  .record({
    ids: fc.uniqueArray(fc.constantFrom('1', '2', '3'), { minLength: 1, maxLength: 3 }),
    facts: fc.oneof({ weight: 2, arbitrary: callFacts }, { weight: 3, arbitrary: fc.record({ state }) }),
  })
  .map(({ ids, facts }) => ({ ...facts, ids }));
