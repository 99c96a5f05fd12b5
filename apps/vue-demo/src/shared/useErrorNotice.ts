import type { OffhookError } from '@offhook/core';
import { watch, type Ref } from 'vue';
import { notices } from '../app/page.js';

/** Shows the last error of a control on the screen. */
export function useErrorNotice(lastError: Readonly<Ref<OffhookError | undefined>>): void {
  watch(lastError, (error) => {
    if (error !== undefined) notices.show(error);
  });
}
