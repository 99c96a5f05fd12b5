import type { CallReport } from '../model/report.js';
import { foldCall, type CallContext, type FoldedCall } from '../fold/foldCall.js';
import type { Call, CallState } from '../model/call.js';
import { deepFreeze } from './deepFreeze.js';

export const states: readonly CallState[] = ['dialing', 'ringing', 'active', 'held', 'ended'];

/** When the tests begin, by the wall clock; the monotonic clock then stands at zero. */
export const start = Date.UTC(2026, 0, 5, 9);

/** What the fold is told, so many milliseconds after the start. */
export const at = (ms: number, more: Partial<CallContext> = {}): CallContext => ({
  id: 'fake:1',
  connector: 'fake',
  now: start + ms,
  monotonic: ms,
  ...more,
});

const report = (facts: Partial<CallReport> = {}): CallReport => ({
  type: 'call',
  ids: ['1'],
  ...facts,
});

/** Folds with everything frozen, so that whatever the fold mutates throws. */
export function fold(
  call: Call | undefined,
  facts: Partial<CallReport>,
  context: CallContext = at(0),
): FoldedCall {
  return deepFreeze(foldCall(deepFreeze(call), deepFreeze(report(facts)), deepFreeze(context)));
}

/** A call in this state, as seen for the first time. */
export function callIn(
  state: CallState,
  facts: Partial<CallReport> = {},
  context: CallContext = at(0),
): Call {
  const { call } = fold(undefined, { state, ...facts }, context);
  if (call === undefined) throw new Error('A report with a state makes a call.');
  return call;
}

/** The call that this fold is sure to have. */
export function folded(call: Call | undefined, facts: Partial<CallReport>, context?: CallContext): Call {
  const next = fold(call, facts, context).call;
  if (next === undefined) throw new Error('There is no call.');
  return next;
}
