import type { ActionReturn } from 'svelte/action';
import type { Offhook } from '@offhook/core';
import { getOffhook } from './getOffhook.js';

/** What the action `softphone` may be given. */
export interface SoftphoneOptions {
  /** Whose frame; the default connector's when left out. */
  readonly connector?: string | undefined;
  /** For Svelte 4, where an action sees the client only if the app's root component has set it. */
  readonly client?: Offhook | undefined;
}

/**
 * Makes an element the place on the page where the vendor's frame is shown: its size and look are yours. The frame
 * itself stays alive when the element goes, and the call in it too.
 *
 * @throws OffhookError `invalid-state` where no component above has called `setOffhook`.
 * @example
 * // <div use:softphone></div>
 * // <div use:softphone={{ connector: 'ringcentral' }}></div>
 */
export function softphone(
  element: HTMLElement,
  { connector, client = getOffhook() }: SoftphoneOptions = {},
): ActionReturn<SoftphoneOptions | undefined> {
  let shown = connector;
  let leave = client.attachSoftphone(element, shown);
  return {
    update({ connector } = {}) {
      if (connector === shown) return;
      leave();
      shown = connector;
      leave = client.attachSoftphone(element, shown);
    },
    destroy: () => leave(),
  };
}
