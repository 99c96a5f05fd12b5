import type { Offhook } from '@offhook/core';
import { requireContext } from './offhookContext.js';

/**
 * The client itself, for what no store gives. Call it while a component is initialised.
 *
 * @throws OffhookError `invalid-state` where no component above has called `setOffhook`.
 * @example const phone = getOffhook(); phone.execute({ type: 'conversation.open', uri });
 */
export const getOffhook = (): Offhook => requireContext().client;
