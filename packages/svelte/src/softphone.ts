import type { ActionReturn } from 'svelte/action';
import type { Offhook, OpeningState } from '@offhook/core';
import { getOffhook } from './getOffhook.js';

/** What the action `softphone` may be given. */
export interface SoftphoneOptions {
  /** Whose frame; the default connector's when left out. */
  readonly connector?: string | undefined;
  /**
   * Hides the element while the widget is closed, and gives it the size that the widget asks for while it is open; a
   * call of that vendor which comes into one of these states opens it.
   */
  readonly openOn?: readonly OpeningState[] | undefined;
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
 * // <div use:softphone={{ openOn: ['ringing', 'dialing'] }}></div>
 */
export function softphone(
  element: HTMLElement,
  { client = getOffhook(), ...first }: SoftphoneOptions = {},
): ActionReturn<SoftphoneOptions | undefined> {
  const attach = ({ connector, openOn }: SoftphoneOptions): (() => void) =>
    client.attachSoftphone(element, connector, { openOn });
  let shown: SoftphoneOptions = first;
  let leave = attach(shown);
  return {
    update(next = {}) {
      if (sameFrame(next, shown)) return;
      leave();
      shown = next;
      leave = attach(shown);
    },
    destroy: () => leave(),
  };
}

/** By what the list says: one that is written in the markup is another one each time. */
const sameFrame = (a: SoftphoneOptions, b: SoftphoneOptions): boolean =>
  a.connector === b.connector && JSON.stringify(a.openOn) === JSON.stringify(b.openOn);
