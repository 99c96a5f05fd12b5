import { useRef, type ComponentPropsWithoutRef, type ReactNode } from 'react';
import { useOffhook } from './useOffhook.js';
import { useIsomorphicLayoutEffect } from './useIsomorphicLayoutEffect.js';

/** The props of `SoftphoneFrame`: those of a `div`, and which connector’s frame it shows. */
export interface SoftphoneFrameProps extends Omit<ComponentPropsWithoutRef<'div'>, 'children'> {
  /** Whose frame; the default connector's when left out. */
  readonly connector?: string | undefined;
}

/**
 * The place on the page where the vendor's frame is shown: a bare `div`, whose size and look are yours. The frame
 * itself stays alive while this is unmounted, and the call in it too.
 *
 * @example <SoftphoneFrame style={{ width: 300, height: 500 }} />
 */
export function SoftphoneFrame({ connector, ...props }: SoftphoneFrameProps): ReactNode {
  const client = useOffhook();
  const place = useRef<HTMLDivElement>(null);
  useIsomorphicLayoutEffect(
    () => (place.current === null ? undefined : client.attachSoftphone(place.current, connector)),
    [client, connector],
  );
  return <div {...props} ref={place} />;
}
