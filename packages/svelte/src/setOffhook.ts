import { OffhookError, type Offhook } from '@offhook/core';
import { findContext, makeContext } from './offhookContext.js';

/**
 * Gives the client to this component and to all below it. Call it while the component is initialised, with a client
 * that `createOffhook` made once, outside of all components. No component ever closes it.
 *
 * @throws OffhookError `invalid-state` where this component, or one above it, was given another client.
 * @example
 * // App.svelte
 * setOffhook(phone);
 */
export function setOffhook(client: Offhook): void {
  const context = findContext();
  if (context === undefined) makeContext(client);
  else if (context.client !== client) {
    throw new OffhookError(
      'invalid-state',
      'There is another client here already. Give one client to a component tree, and let {#key client} make the tree anew for another.',
    );
  }
}
