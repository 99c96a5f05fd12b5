import { OffhookError } from '@offhook/core';
import type { ChatLink } from './chatLink.js';
import { vendorFault, type VendorApi } from './vendorApi.js';

const tokenMs = 10_000;

/** The token of this web session (row T-65, P-1). It goes into the details that are encrypted, and nowhere else. */
export function accessToken({ clock }: Pick<ChatLink, 'clock'>, api: VendorApi): Promise<string> {
  return new Promise((resolve, reject) => {
    const cancel = clock.setTimeout(() => {
      reject(new OffhookError('timeout', 'The chat server gave no access token in time. Try again.'));
    }, tokenMs);
    const settle = (act: () => void): void => {
      cancel();
      act();
    };
    const good = (token: unknown): void =>
      settle(() => {
        if (typeof token === 'string' && token) resolve(token);
        else
          reject(new OffhookError('auth-required', 'The chat server gave no access token. Sign in again.'));
      });
    const bad = (error: unknown): void => settle(() => reject(vendorFault('GetAccessToken', error)));
    try {
      api.call('GetAccessToken', good, bad);
    } catch (error) {
      settle(() => reject(vendorFault('GetAccessToken', error)));
    }
  });
}
