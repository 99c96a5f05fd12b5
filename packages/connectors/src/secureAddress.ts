import { OffhookError } from '@offhook/core';

const loopback = /^(localhost|.+\.localhost|127(\.\d+){3}|\[::1\])$/;

/**
 * An address that nobody on the way can have changed: `https`, or of this very machine.
 *
 * @throws OffhookError `invalid-argument`, with the advice, for any other
 */
export function secureAddress(address: string, advice: string): URL {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (url?.protocol === 'https:' || (url?.protocol === 'http:' && loopback.test(url.hostname))) return url;
  throw new OffhookError('invalid-argument', advice);
}
