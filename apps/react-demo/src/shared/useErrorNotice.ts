import type { OffhookError } from '@offhook/core';
import { useEffect } from 'react';
import { notices } from '../app/page.js';

/** Shows the last error of a control on the screen. */
export function useErrorNotice(lastError: OffhookError | undefined): void {
  useEffect(() => {
    if (lastError !== undefined) notices.show(lastError);
  }, [lastError]);
}
