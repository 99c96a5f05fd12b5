import { hasInjectionContext, inject } from 'vue';
import { OffhookError, type Offhook } from '@offhook/core';
import { offhookKey } from './offhookKey.js';

/**
 * The client itself, for what no composable gives.
 *
 * @throws OffhookError `invalid-state` where no client was given.
 * @example const phone = useOffhook(); phone.execute({ type: 'conversation.open', uri });
 */
export function useOffhook(): Offhook {
  const client = hasInjectionContext() ? inject(offhookKey, undefined) : undefined;
  if (client === undefined) {
    throw new OffhookError(
      'invalid-state',
      'There is no client here. Give your app one first, app.use(offhookPlugin, { client }), and call composables in setup.',
    );
  }
  return client;
}
