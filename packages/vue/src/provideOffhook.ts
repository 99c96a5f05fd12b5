import { provide } from 'vue';
import type { Offhook } from '@offhook/core';
import { offhookKey } from './offhookKey.js';

/**
 * Gives the client to all components below this one, in place of the app's: for a page with a phone of its own. Call it
 * in setup. The client is yours; nothing closes it.
 *
 * @example provideOffhook(ringCentralPhone());
 */
export function provideOffhook(client: Offhook): void {
  provide(offhookKey, client);
}
