import { getContext, setContext } from 'svelte';
import { createCurrent, OffhookError, type Offhook, type Settable } from '@offhook/core';

/** What a component tree keeps of its client. */
interface OffhookContext {
  readonly client: Offhook;
  /** Whether the tree's first rendering is over: on a server it never is, in the page once hydration is done. */
  readonly mounted: Settable<boolean>;
}

const key = Symbol('offhook');

/** The context that is seen from the component which is being initialised, if there is one. */
export const findContext = (): OffhookContext | undefined => getContext<OffhookContext | undefined>(key);

export function requireContext(): OffhookContext {
  const context = findContext();
  if (context === undefined) {
    throw new OffhookError(
      'invalid-state',
      'Call setOffhook(client) in this component or in one above it first. In Svelte 4, give the action softphone its client.',
    );
  }
  return context;
}

export const makeContext = (client: Offhook): void =>
  void setContext<OffhookContext>(key, { client, mounted: createCurrent(false) });
