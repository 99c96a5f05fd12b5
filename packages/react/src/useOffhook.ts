import { useContext } from 'react';
import { OffhookError, type Offhook } from '@offhook/core';
import { offhookContext } from './offhookContext.js';

/**
 * The client itself, for what no hook gives.
 *
 * @throws OffhookError `invalid-state` outside of an `OffhookProvider`.
 * @example const phone = useOffhook(); phone.execute({ type: 'conversation.open', uri });
 */
export function useOffhook(): Offhook {
  const client = useContext(offhookContext);
  if (client === undefined) {
    throw new OffhookError('invalid-state', 'Wrap your app in <OffhookProvider client={…}> first.');
  }
  return client;
}
