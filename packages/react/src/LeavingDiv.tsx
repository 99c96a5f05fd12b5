import { useRef, type ComponentPropsWithoutRef, type ReactNode } from 'react';
import { useIsomorphicLayoutEffect } from './useIsomorphicLayoutEffect.js';
import type { KeptFocus } from './useKeptFocus.js';

/** A `div` that says when it is about to leave the page, while it is still in there. */
export function LeavingDiv({
  leaves,
  ...props
}: ComponentPropsWithoutRef<'div'> & Pick<KeptFocus, 'leaves'>): ReactNode {
  const element = useRef<HTMLDivElement>(null);
  useIsomorphicLayoutEffect(() => {
    const { current } = element;
    return () => leaves(current);
  }, [leaves]);
  return <div {...props} ref={element} />;
}
