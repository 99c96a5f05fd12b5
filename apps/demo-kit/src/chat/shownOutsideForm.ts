import type { OffhookError } from '@offhook/core';

/** An error of a start, unless the form says it beside the captcha. */
export const shownOutsideForm = (error: OffhookError | undefined): OffhookError | undefined =>
  error?.code.startsWith('captcha-') === true ? undefined : error;
