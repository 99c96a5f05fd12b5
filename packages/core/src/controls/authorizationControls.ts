import type { Offhook } from '../client.js';
import type { Authorization } from '../model/authorization.js';
import type { Current } from '../stream/current.js';
import { combine } from '../stream/select.js';
import { createCurrent } from '../stream/state.js';
import { askHost } from './askHost.js';
import { createRunner, sameState, type ControlStatus, type Outcome } from './outcome.js';

/** What a screen for the agent's standing with the host's system shows. */
export interface AuthorizationState extends ControlStatus {
  readonly authorized: boolean;
  readonly account: string | undefined;
}

/** What such a screen needs. The function is bound and never rejects. */
export interface AuthorizationControls {
  readonly state: Current<AuthorizationState>;
  /** Signs in where the agent isn't, and out where they are. */
  readonly toggle: () => Promise<Outcome<unknown>>;
}

/**
 * Whether the agent is signed in to the host's own system, from `provide.authorization`. Without that there is nothing
 * to sign in to, and everybody is authorized.
 *
 * @example const { state, toggle } = authorizationControls(phone);
 */
export function authorizationControls(client: Offhook): AuthorizationControls {
  const { status, attempt } = createRunner(client);
  const { authorization } = client.provide;
  const standing = authorization?.status ?? createCurrent<Authorization>({ authorized: true });
  return {
    state: combine(
      [standing, status],
      ({ authorized, account }, { pending, lastError }) => ({ authorized, account, pending, lastError }),
      sameState,
    ),
    toggle: () => attempt(() => askHost(authorization?.toggle, 'authorization', standing.value)),
  };
}
