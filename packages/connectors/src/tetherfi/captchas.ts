import { OffhookError, type Captcha } from '@offhook/core';
import type { ChatLink } from './chatLink.js';
import type { VendorApi } from './vendorApi.js';

/** Images of texts that must be typed (rows T-119 to T-121, P-15, P-16). */
export interface Captchas {
  /** The address of the image with the text of now. */
  address(api: VendorApi): Promise<string | undefined>;
  /** Has another text made, and gives the address of its image. */
  renew(api: VendorApi): Promise<string | undefined>;
}

// The document's table of contents spells them otherwise than its text (trap 38).
const names = {
  set: ['setCaptchaImage', 'setCaptchalImage'],
  reset: ['resetCaptchaImage', 'resetCaptchalImage'],
} as const;

const pollMs = 50;
const polls = 40;

export const captchaOf = (url: string | undefined, reason: Captcha['reason']): Captcha | undefined =>
  url === undefined ? undefined : { url, reason };

export function createCaptchas({ page, clock, newId }: Pick<ChatLink, 'page' | 'clock' | 'newId'>): Captchas {
  let last: string | undefined;

  const pause = (): Promise<void> => new Promise((resolve) => void clock.setTimeout(resolve, pollMs));

  /** What the vendor sets an image to; it may have to look first. */
  async function ask(api: VendorApi, which: keyof typeof names): Promise<string | undefined> {
    const image = page.image();
    api.call(names[which], image.element);
    for (let poll = 0; image.address() === '' && poll < polls; poll += 1) await pause();
    const address = image.address();
    // What a script sets an image to is shown by the page: nothing but an image of the web is.
    return /^https?:/i.test(address) ? address : undefined;
  }

  async function address(api: VendorApi): Promise<string | undefined> {
    const given = await ask(api, 'set');
    if (given === undefined || given !== last) {
      last = given;
      return given;
    }
    // The same address would not be loaded anew.
    const url = new URL(given);
    url.searchParams.set('_', newId());
    return url.href;
  }

  return {
    address,
    async renew(api) {
      // Loaded once, and by nobody else: each loading of this address makes another text.
      const reset = await ask(api, 'reset');
      if (reset === undefined) {
        throw new OffhookError('vendor-error', 'The chat’s script gave no image. Load the page again.');
      }
      await page.fetchImage(reset);
      return address(api);
    },
  };
}
