import { useRef, type ComponentPropsWithoutRef, type ReactNode } from 'react';
import type { OpeningState } from '@offhook/core';
import { useOffhook } from './useOffhook.js';
import { useIsomorphicLayoutEffect } from './useIsomorphicLayoutEffect.js';

/** The props of `SoftphoneFrame`: those of a `div`, which connector’s frame it shows, and when. */
export interface SoftphoneFrameProps extends Omit<ComponentPropsWithoutRef<'div'>, 'children'> {
  /** Whose frame; the default connector's when left out. */
  readonly connector?: string | undefined;
  /**
   * Hides the `div` while the widget is closed, and gives it the size that the widget asks for while it is open; a call
   * of that vendor which comes into one of these states opens it.
   */
  readonly openOn?: readonly OpeningState[] | undefined;
}

/**
 * The place on the page where the vendor's frame is shown: a bare `div`, whose size and look are yours. The frame
 * itself stays alive while this is unmounted, and the call in it too.
 *
 * @example <SoftphoneFrame style={{ width: 300, height: 500 }} />
 * @example <SoftphoneFrame openOn={['ringing', 'dialing']} />
 */
export function SoftphoneFrame({ connector, openOn, ...props }: SoftphoneFrameProps): ReactNode {
  const client = useOffhook();
  const place = useRef<HTMLDivElement>(null);
  // By what it says: a list that is written in the markup is another one in each rendering.
  const states = openOn && JSON.stringify(openOn);
  useIsomorphicLayoutEffect(() => {
    if (place.current === null) return undefined;
    const opening = states === undefined ? undefined : (JSON.parse(states) as readonly OpeningState[]);
    return client.attachSoftphone(place.current, connector, { openOn: opening });
  }, [client, connector, states]);
  return <div {...props} ref={place} />;
}
