import type { Offhook } from '../client.js';
import type { Call } from '../model/call.js';
import type { CallAction } from '../model/command.js';
import type { Current } from '../stream/current.js';
import { combine } from '../stream/select.js';
import { callCapabilities, type CallCapabilities } from './callCapabilities.js';
import { createRunner, sameState, type ControlStatus, type Outcome } from './outcome.js';

/** What a screen for one call shows. */
export interface CallControlsState extends ControlStatus {
  readonly call: Call | undefined;
  /** For each action, whether it can be done with this call now, and if not, why. */
  readonly can: CallCapabilities;
}

/** What a screen for one call needs. The functions are bound and never reject. */
export interface CallControls {
  readonly state: Current<CallControlsState>;
  readonly answer: () => Promise<Outcome>;
  readonly reject: () => Promise<Outcome>;
  readonly hangUp: () => Promise<Outcome>;
  readonly hold: () => Promise<Outcome>;
  readonly resume: () => Promise<Outcome>;
  readonly mute: () => Promise<Outcome>;
  readonly unmute: () => Promise<Outcome>;
  readonly sendDtmf: (digits: string) => Promise<Outcome>;
  readonly transfer: (to: string) => Promise<Outcome>;
  readonly forward: (to: string) => Promise<Outcome>;
  readonly toVoicemail: () => Promise<Outcome>;
  readonly startRecording: () => Promise<Outcome>;
  readonly stopRecording: () => Promise<Outcome>;
}

/**
 * Controls for one call, or without an id for the one in focus.
 *
 * @example
 * const { state, answer } = callControls(phone);
 * state.subscribe(({ call, can }) => show(call, can.answer.allowed));
 */
export function callControls(client: Offhook, id?: string): CallControls {
  const target = id === undefined ? client.focus : client.calls.get(id);
  const { status, run } = createRunner(client);
  const state = combine(
    [target, client.capabilities, status],
    (call, now, { pending, lastError }) => ({
      call,
      can: callCapabilities(client, now, call),
      pending,
      lastError,
    }),
    sameState,
  );

  type Plain = Exclude<CallAction, 'sendDtmf' | 'transfer' | 'forward'>;
  const callId = (): string | undefined => id ?? target.value?.id;
  const plain = (action: Plain) => (): Promise<Outcome> => {
    const of = callId();
    return run(of === undefined ? undefined : { type: `call.${action}`, callId: of });
  };
  const to = (action: 'transfer' | 'forward') => (number: string) => {
    const of = callId();
    return run(of === undefined ? undefined : { type: `call.${action}`, callId: of, to: number });
  };
  return {
    state,
    answer: plain('answer'),
    reject: plain('reject'),
    hangUp: plain('hangUp'),
    hold: plain('hold'),
    resume: plain('resume'),
    mute: plain('mute'),
    unmute: plain('unmute'),
    sendDtmf: (digits) => {
      const of = callId();
      return run(of === undefined ? undefined : { type: 'call.sendDtmf', callId: of, digits });
    },
    transfer: to('transfer'),
    forward: to('forward'),
    toVoicemail: plain('toVoicemail'),
    startRecording: plain('startRecording'),
    stopRecording: plain('stopRecording'),
  };
}
