import type { Offhook } from '../client.js';
import type { Capability } from '../model/capability.js';
import type { Current } from '../stream/current.js';
import { combine } from '../stream/select.js';
import { createRunner, sameState, type ControlStatus, type Outcome } from './outcome.js';

/** What a dialer shows. */
export interface DialerState extends ControlStatus {
  /** Whether a number can be dialled now, and if not, why. */
  readonly can: Capability;
}

/** What a dialer needs. The function is bound and never rejects. */
export interface Dialer {
  readonly state: Current<DialerState>;
  /** Dials; never rejects. Its result has the new call's id. */
  readonly dial: (to: string, connector?: string) => Promise<Outcome>;
}

/**
 * Dials, and tells how it goes.
 *
 * @example const { dial } = dialer(phone); await dial('+12165325078');
 */
export function dialer(client: Offhook): Dialer {
  const { status, run } = createRunner(client);
  return {
    state: combine(
      [client.capabilities, status],
      (can, { pending, lastError }) => ({ can: can['call.dial'], pending, lastError }),
      sameState,
    ),
    dial: (to, connector) =>
      run({ type: 'call.dial', to, ...(connector === undefined ? {} : { connector }) }),
  };
}
