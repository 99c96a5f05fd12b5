import { effect, type Signal } from '@angular/core';
import type { OffhookError } from '@offhook/core';
import { notices } from '../app/page.js';

/** Shows the last error of a control on the screen. */
export function noticeErrors(lastError: Signal<OffhookError | undefined>): void {
  effect(() => {
    const error = lastError();
    if (error !== undefined) notices.show(error);
  });
}
