import type { CallReport, EndReason, Report } from '@offhook/core';

/** What a test may say of a call when it begins. */
export interface FakeCallDetails extends Omit<Partial<CallReport>, 'type' | 'ids' | 'state' | 'direction'> {
  /** The vendor's id; counted (`call-1`, `call-2`, …) when left out. */
  readonly id?: string;
  /** The other party's number. */
  readonly number?: string;
  /** The other party's name. */
  readonly name?: string;
}

/** A call at the vendor's end: each function reports one step, as one frame would. */
export interface FakeCall {
  /** Offhook's id of this call. */
  readonly id: string;
  readonly vendorId: string;
  /** The other party of an outbound call, or we for an inbound one, picks up. */
  answer(): void;
  hold(by?: 'local' | 'remote'): void;
  resume(): void;
  mute(): void;
  unmute(): void;
  /** Without a reason the client concludes one. */
  end(reason?: EndReason): void;
  /** Reports whatever else, such as `userData` or a state that the model forbids here. */
  report(facts: Partial<Omit<CallReport, 'type' | 'ids'>>): void;
}

/** The script of one call on a fake connector. */
export function fakeCall(connector: string, vendorId: string, emit: (report: Report) => void): FakeCall {
  const report: FakeCall['report'] = (facts) => emit({ type: 'call', ids: [vendorId], ...facts });
  return {
    id: `${connector}:${vendorId}`,
    vendorId,
    report,
    answer: () => report({ state: 'active' }),
    hold: (by = 'local') => report({ state: 'held', onHoldBy: by }),
    resume: () => report({ state: 'active' }),
    mute: () => report({ muted: true }),
    unmute: () => report({ muted: false }),
    end: (reason) =>
      report(
        reason === undefined
          ? { state: 'ended' }
          : { state: 'ended', endReason: reason, endReasonFrom: 'vendor' },
      ),
  };
}
