import type { Readable } from 'svelte/store';
import { authorizationControls, type StreamValues } from '@offhook/core';
import { storeOf } from './storeOf.js';
import { withControls } from './withControls.js';

/**
 * Whether the agent is signed in to the host's own system, with what changes that. `toggle` never rejects; what went
 * wrong is in `lastError`.
 *
 * @example
 * const standing = authorization();
 * // <button onclick={$standing.toggle}>{$standing.authorized ? 'Sign out' : 'Sign in'}</button>
 */
export const authorization = (): Readable<StreamValues['authorization']> =>
  storeOf((client) => withControls(authorizationControls(client)));
