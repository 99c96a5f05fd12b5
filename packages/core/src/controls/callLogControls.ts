import type { Offhook } from '../client.js';
import type { Call } from '../model/call.js';
import type { Contact } from '../model/contact.js';
import { OffhookError } from '../model/error.js';
import { notLogged, type LogState } from '../model/log.js';
import type { Current } from '../stream/current.js';
import { combine } from '../stream/select.js';
import { createCurrent } from '../stream/state.js';
import { createRunner, sameState, type ControlStatus, type Outcome } from './outcome.js';

/** What a screen for the log entry of a call shows. */
export interface CallLogState extends ControlStatus {
  readonly call: Call | undefined;
  readonly log: LogState;
  /** How many writes wait to be sent, of all calls and threads. */
  readonly waiting: number;
}

/** What such a screen needs. The function is bound and never rejects. */
export interface CallLogControls {
  readonly state: Current<CallLogState>;
  /** Logs the call with this note, or for this contact; resolves when that is kept safely. */
  readonly save: (facts: { readonly note?: string; readonly contact?: Contact }) => Promise<Outcome<void>>;
}

/**
 * The log entry of one call, or without an id of the one in focus.
 *
 * @example
 * const { state, save } = callLogControls(phone);
 * await save({ note: 'Wants the blue one' });
 */
export function callLogControls(client: Offhook, id?: string): CallLogControls {
  const { status, attempt } = createRunner(client);
  const target = id === undefined ? client.focus : client.calls.get(id);
  return {
    state: combine(
      [target, client.log?.pending ?? createCurrent(0), status],
      (call, waiting, { pending, lastError }) => ({
        call,
        log: call?.log ?? notLogged,
        waiting,
        pending,
        lastError,
      }),
      sameState,
    ),
    save: (facts) =>
      attempt(async () => {
        const callId = id ?? target.value?.id;
        if (!client.log) throw new OffhookError('not-supported', 'Give createOffhook a log for this.');
        if (callId === undefined) throw new OffhookError('invalid-state', 'There is no call to log.');
        await client.log.annotate(callId, facts);
      }),
  };
}
