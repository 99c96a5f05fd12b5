import type { Offhook } from '../client.js';
import type { Call } from '../model/call.js';
import { OffhookError } from '../model/error.js';
import type { PaneContext } from '../model/pane.js';
import type { Current } from '../stream/current.js';
import { combine } from '../stream/select.js';
import { createRunner, sameState, type ControlStatus, type Outcome } from './outcome.js';

/** What a page knows that is shown in a pane. */
export interface PaneContextState extends ControlStatus {
  /** `undefined` where this page is in nobody's pane, or doesn't know yet. */
  readonly context: PaneContext | undefined;
  /** The call that it was opened for. */
  readonly call: Call | undefined;
}

/** What such a page needs. The function is bound and never rejects. */
export interface PaneContextControls {
  readonly state: Current<PaneContextState>;
  /** Tells whoever opened this page that the work is done. */
  readonly complete: () => Promise<Outcome>;
}

/**
 * For a page that is itself shown in a pane: for which call, and what says that the work is done.
 *
 * @example
 * const { state, complete } = paneContextControls(phone);
 * doneButton.onclick = complete;
 */
export function paneContextControls(client: Offhook): PaneContextControls {
  const { status, run, attempt } = createRunner(client);
  return {
    // The lists tell of whatever becomes of the call; a page inside of a pane knows few.
    state: combine(
      [client.paneContext, client.calls.all, client.recentCalls, status],
      (context, _live, _recent, { pending, lastError }) => ({
        context,
        call: context && client.calls.get(context.callId).value,
        pending,
        lastError,
      }),
      sameState,
    ),
    complete: () => {
      const connector = client.paneContext.value?.connector;
      return connector === undefined
        ? attempt(() => {
            throw new OffhookError('invalid-state', 'This page is in no pane.');
          })
        : run({ type: 'pane.complete', connector });
    },
  };
}
