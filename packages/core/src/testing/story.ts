import * as fc from 'fast-check';
import type { CallReport, Report } from '../model/report.js';
import { callFacts } from './arbitraries.js';

/** The connectors of a story. The second one recycles ids. */
export const connectorIds = ['one', 'two'] as const;

/** The vendor's ids that a story speaks of: few, so that they meet. */
export const vendorIds = ['1', '2', '3', '4', '5'] as const;

/** What happens at one connector, in one frame, some time after the last one. */
export interface Frame {
  readonly connector: (typeof connectorIds)[number];
  readonly reports: readonly Report[];
  readonly passed: number;
}

const state = fc.constantFrom<NonNullable<CallReport['state']>>(
  'dialing',
  'ringing',
  'active',
  'held',
  'ended',
);
const direction = fc.constantFrom('inbound' as const, 'outbound' as const);

// Mostly one id and a state, as vendors speak; now and then all kinds of facts, and two ids that prove to be one.
const ids = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...vendorIds).map((id) => [id]) },
  { weight: 1, arbitrary: fc.uniqueArray(fc.constantFrom(...vendorIds), { minLength: 2, maxLength: 3 }) },
);
const facts = fc.oneof(
  { weight: 6, arbitrary: fc.record({ state, direction }, { requiredKeys: ['state'] }) },
  { weight: 2, arbitrary: callFacts },
);

const call: fc.Arbitrary<Report> = fc
  .record({ ids, facts })
  .map(({ ids, facts }) => ({ ...facts, type: 'call' as const, ids }));

/** What was taken for one call is another, as it turns out. */
const apart: fc.Arbitrary<Report> = fc
  .record({ ids, state, direction })
  .map((told) => ({ ...told, type: 'call' as const, apart: true }));

const message: fc.Arbitrary<Report> = fc
  .record({
    thread: fc.constantFrom('a', 'b'),
    id: fc.constantFrom('m1', 'm2', 'm3'),
    at: fc.nat(3),
    read: fc.boolean(),
  })
  .map(({ thread, id, at, read }) => ({
    type: 'message' as const,
    threadId: thread,
    kind: 'sms' as const,
    parties: [{ number: thread }],
    message: { id, direction: 'inbound', from: {}, to: [], at, read, status: 'received', attachments: [] },
  }));

const rest: fc.Arbitrary<Report> = fc.oneof(
  fc
    .constantFrom('ready' as const, 'offline' as const, 'connecting' as const)
    .map((status) => ({ type: 'connection' as const, status })),
  fc
    .constantFrom('busy' as const, 'available' as const)
    .map((presence) => ({ type: 'agent' as const, presence })),
  fc.constantFrom({}, { 'call.dial': 'No.' }).map((blocked) => ({ type: 'capabilities' as const, blocked })),
);

const frame: fc.Arbitrary<Frame> = fc.record({
  connector: fc.constantFrom(...connectorIds),
  reports: fc.array(
    fc.oneof(
      { weight: 12, arbitrary: call },
      { weight: 2, arbitrary: apart },
      { weight: 1, arbitrary: message },
      { weight: 1, arbitrary: rest },
    ),
    { minLength: 1, maxLength: 3 },
  ),
  passed: fc.nat(5_000),
});

/** Frames of several calls at two connectors, interleaved as chance has it. */
export const story: fc.Arbitrary<readonly Frame[]> = fc.array(frame, { maxLength: 30 });
