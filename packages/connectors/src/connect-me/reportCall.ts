import type { CallReport } from '@offhook/core';
import { defined } from '../read.js';
import { idsOf, stateOf, type TrackedCall } from './trackedCall.js';

/** What the client is to know of a call now. */
export function reportCall(call: TrackedCall, more: Partial<CallReport> = {}): CallReport {
  const { direction, remote, legs, mergedBy } = call;
  return defined<CallReport>({
    type: 'call',
    ids: idsOf(call),
    direction,
    state: stateOf(call),
    remote,
    legs: legs.map(({ vendorId, kind, state }) => ({ vendorId, kind, state })),
    mergedBy,
    ...more,
  });
}

/** A call that begins for the client, though its session may have begun, and been answered, long ago. */
export function reportBeginning(call: TrackedCall, more: Partial<CallReport> = {}): CallReport {
  const [leg] = call.legs;
  return reportCall(
    call,
    defined<Partial<CallReport>>({ startedAt: leg?.startedAt, answeredAt: leg?.answeredAt, ...more }),
  );
}
