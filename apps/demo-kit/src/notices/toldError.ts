import type { OffhookError } from '@offhook/core';

/** The error to tell people of: where the host itself failed, its own, which says more than that it did. */
export function toldError(error: OffhookError): Error {
  return error.code === 'handler-failed' && error.cause instanceof Error ? error.cause : error;
}
