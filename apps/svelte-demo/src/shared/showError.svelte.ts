import type { OffhookError } from '@offhook/core';
import { notices } from '../app/page.js';

/** Shows the last error of a control on the screen, once. */
export function showError(lastError: () => OffhookError | undefined): void {
  const error = $derived(lastError());
  $effect(() => {
    if (error !== undefined) notices.show(error);
  });
}
